/// Where files may lie.
enum Layout {
  /// What the project's folder holds, beside dotfiles.
  static let topLevel: Set = [
    "Package.swift", "Sources", "Tests", "Docs", "Makefile", "README.md", "LICENSE",
  ]

  /// Things in the project's folder that have no place there.
  static func objections(to paths: [String]) -> [Objection] {
    Set(paths.compactMap { $0.split(separator: "/").first.map(String.init) })
      .filter { !$0.hasPrefix(".") && !topLevel.contains($0) }.sorted()
      .map { Objection(path: $0, why: "does not belong into the project's folder") }
  }

  /// Recorded screens and transcripts whose name no test says.
  ///
  /// A name is the file's, up to its first dot, as it is or as the Swift name it would be.
  static func unread(_ goldens: [String], by sources: [SourceFile]) -> [Objection] {
    let said = Set(sources.flatMap { $0.text.split { !isPartOfName($0) } })
    return goldens.filter { path in
      let file = path.split(separator: "/").last ?? ""
      let name = file.split(separator: ".").first ?? ""
      return !said.contains(name) && !said.contains(swiftName(name)[...])
    }.map { Objection(path: $0, why: "no test reads it") }
  }

  /// The files below `Tests` that hold what a test expects.
  static func goldens(among paths: [String]) -> [String] {
    paths.filter { path in
      path.hasPrefix("Tests/") && !path.hasPrefix("Tests/Sealed/")
        && !path.hasPrefix("Tests/Interop/") && !path.hasSuffix(".swift")
        && !path.hasSuffix(".h") && !path.hasSuffix(".modulemap")
    }
  }

  private static func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }

  /// `delete-warning` as `deleteWarning`.
  private static func swiftName(_ name: Substring) -> String {
    let words = name.split(separator: "-")
    return words.prefix(1).joined()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
