import Foundation

/// The files of `Tests/Sealed`: each tries a way around the type system, and must not compile.
///
/// The first line says what the compiler has to answer, `// error: ...`; or `// compiles`, for a
/// file that shows the others fail for the reason they name, and not for want of a module.
struct SealedFile: CustomStringConvertible {
  /// What has to come of compiling a file.
  enum Verdict: Equatable {
    case compiles
    case refused(String)
  }

  let source: SourceFile

  var description: String { source.name }

  /// What the first line demands; nil when it demands nothing.
  var verdict: Verdict? {
    let first = source.text.prefix { $0 != "\n" }
    if first == "// compiles" { return .compiles }
    guard first.hasPrefix("// error: "), first.count > 10 else { return nil }
    return .refused(String(first.dropFirst(10)))
  }

  /// What the compiler says; `modules` holds what the tests were built with.
  func check(modules: URL) throws -> Program.Result {
    let maps = Self.moduleMaps(beside: modules).flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
    return try Program.run(
      ["swiftc", "-typecheck", "-swift-version", "6", "-I", modules.path()] + maps
        + [Repository.current.root.appending(path: source.path).path()])
  }

  /// The maps of the C modules that ours stand on: some written by the build, some by a package.
  private static func moduleMaps(beside modules: URL) -> [String] {
    let built = modules.deletingLastPathComponent()
    let checkouts = built.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "checkouts")
    let made = folders(in: built).filter { $0.pathExtension == "build" }
    let sources = folders(in: checkouts).flatMap { folders(in: $0.appending(path: "Sources")) }
      .map { $0.appending(path: "include") }
    return (made + sources).map { $0.appending(path: "module.modulemap").path() }
      .filter { FileManager.default.fileExists(atPath: $0) }
  }

  private static func folders(in folder: URL) -> [URL] {
    // A folder that is not there holds nothing.
    (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
  }

  /// Why a compiler's answer is not the demanded one; nil when it is.
  static func objection(to answer: Program.Result, demanding verdict: Verdict?) -> String? {
    switch verdict {
    case nil: "the first line is neither '// error: ...' nor '// compiles'"
    case .compiles:
      answer.status == 0 ? nil : "does not compile:\n\(answer.output)"
    case .refused(let text):
      if answer.status == 0 {
        "compiles"
      } else if answer.status == 1, answer.output.contains("error: " + text) {
        nil
      } else {
        "is refused for another reason:\n\(answer.output)"
      }
    }
  }
}
