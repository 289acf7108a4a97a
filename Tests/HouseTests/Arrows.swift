import RegexBuilder

/// Who may use whom: the house of `Docs/architecture.md`, room by room.
enum Arrows {
  /// A module, the floor it stands on, and all that it may import.
  struct Room {
    let name: String
    let floor: Int
    let imports: Set<String>
  }

  static let house: [Room] = [
    Room(name: "Entra", floor: 0, imports: []),
    Room(name: "Cells", floor: 0, imports: []),
    Room(name: "CNcurses", floor: 0, imports: []),
    Room(name: "Remediation", floor: 1, imports: ["Entra"]),
    Room(name: "Terminal", floor: 1, imports: ["CNcurses", "Cells", "Glibc"]),
    Room(name: "Simulator", floor: 1, imports: ["Entra", "HTTPTypes"]),
    Room(name: "Wording", floor: 2, imports: ["Remediation", "Entra"]),
    Room(
      name: "Graph", floor: 2,
      imports: [
        "Remediation", "Entra", "HTTPTypes", "AsyncHTTPClient", "NIOCore", "NIOHTTP1",
        "NIOHTTPCompression", "NIOPosix", "NIOSSL", "Subprocess", "Foundation", "Synchronization",
      ]),
    Room(
      name: "Journal", floor: 3,
      imports: ["Wording", "Remediation", "Entra", "GRDB", "Crypto", "Foundation", "Glibc"]),
    Room(name: "Screens", floor: 3, imports: ["Wording", "Remediation", "Entra", "Cells"]),
    Room(
      name: "Execution", floor: 4,
      imports: [
        "Journal", "Graph", "Wording", "Remediation", "Entra", "Foundation", "Synchronization",
      ]),
    Room(
      name: "Training", floor: 4,
      imports: ["Simulator", "Graph", "Entra", "HTTPTypes", "Foundation"]),
    Room(
      name: "SimulatorServer", floor: 5,
      imports: [
        "Simulator", "Entra", "HTTPTypes", "Hummingbird", "HummingbirdCore", "HummingbirdTLS",
        "NIOSSL", "NIOCore", "Logging", "Crypto", "Foundation",
      ]),
    Room(
      name: "Walk", floor: 5,
      imports: [
        "Execution", "Training", "Journal", "Screens", "Terminal", "Wording", "Graph",
        "Remediation", "Entra", "Cells", "Foundation", "Synchronization",
      ]),
    Room(
      name: "regrant", floor: 6,
      imports: [
        "Walk", "SimulatorServer", "Execution", "Training", "Journal", "Screens", "Terminal",
        "Wording", "Graph", "Remediation", "Simulator", "Entra", "Cells", "ArgumentParser",
        "Foundation", "Synchronization",
      ]),
  ]

  /// What comes with Swift, so that `Package.swift` does not name it.
  static let partOfSwift: Set = ["Foundation", "Glibc", "Synchronization"]

  /// Imports against the arrows.
  static func objections(in file: SourceFile, house: [Room] = house) -> [Objection] {
    guard let room = house.first(where: { $0.name == file.module }) else {
      return [Objection(path: file.path, why: "\(file.module) is no room of the house")]
    }
    return imports(in: file.text).filter { !room.imports.contains($0.module) }.map {
      Objection(path: file.path, line: $0.line, why: "\(room.name) may not import \($0.module)")
    }
  }

  /// Arrows that point up or across.
  static func objections(to house: [Room]) -> [Objection] {
    let floors = Dictionary(uniqueKeysWithValues: house.map { ($0.name, $0.floor) })
    return house.flatMap { room in
      room.imports.sorted().filter { (floors[$0] ?? -1) >= room.floor }.map {
        Objection(path: room.name, why: "\($0) is not on a lower floor")
      }
    }
  }

  /// Where the manifest's targets and the house differ.
  static func objections(toManifest manifest: String, house: [Room] = house) -> [Objection] {
    let declared = Manifest.dependencies(in: manifest)
    return house.flatMap { room -> [Objection] in
      guard let used = declared[room.name] else {
        return [Objection(path: "Package.swift", why: "\(room.name) is not a target")]
      }
      return used.subtracting(room.imports).sorted().map {
        Objection(path: "Package.swift", why: "\(room.name) may not depend on \($0)")
      }
    }
  }

  /// Imports of what the manifest does not give: they build only by luck.
  static func objections(in file: SourceFile, manifest: String) -> [Objection] {
    let given = Manifest.dependencies(in: manifest)[file.module] ?? []
    return imports(in: file.text).filter {
      !given.contains($0.module) && !partOfSwift.contains($0.module)
    }.map {
      Objection(path: file.path, line: $0.line, why: "Package.swift does not give \($0.module)")
    }
  }

  /// The modules a source imports, by line.
  static func imports(in source: String) -> [(module: String, line: Int)] {
    let kind = /(?:struct|class|enum|protocol|func|var|let|typealias)\s+/
    let line = Regex {
      /(?:^|;)[@\w\s()]*\bimport\s+/
      Optionally(kind)
      Capture(/\w+/)
    }
    return SwiftText(source).code.enumerated().flatMap { index, text in
      guard text.contains("import") else { return [(module: String, line: Int)]() }
      return text.matches(of: line).map { (String($0.1), index + 1) }
    }
  }
}

/// What `Package.swift` says of its targets, read from its text.
enum Manifest {
  /// Each target's dependencies, products by their own name.
  static func dependencies(in manifest: String) -> [String: Set<String>] {
    let text = uncommented(manifest)
    let product = /let\s+(\w+)\s*:\s*Target\.Dependency\s*=\s*\.product\(\s*name:\s*"(\w+)"/
    let products = Dictionary(
      text.matches(of: product).map { (String($0.1), String($0.2)) }, uniquingKeysWith: { $1 })
    let target = /(?:\bfloor|\.target|\.executableTarget)\(\s*(?:name:\s*)?"(\w+)"/
    var found: [String: Set<String>] = [:]
    for match in text.matches(of: target) {
      let declaration = balanced(text[match.range.lowerBound...], "(", ")")
      found[String(match.1)] = names(in: declaration, products: products)
    }
    return found
  }

  private static func names(in declaration: Substring, products: [String: String]) -> Set<String> {
    guard let start = declaration.firstMatch(of: /(?:\bon|\bdependencies):\s*\[/) else { return [] }
    let list = balanced(declaration[start.range.lowerBound...], "[", "]")
      .replacing(/\.product\(\s*name:\s*("\w+")[^)]*\)/) { $0.1 }
      .replacing(/\.\w+\(\s*name:\s*("\w+")[^)]*\)/) { $0.1 }
    let quoted = list.matches(of: /"(\w+)"/).map { String($0.1) }
    let named = list.replacing(/"\w+"/, with: "").matches(of: /\w+/).compactMap {
      products[String($0.0)]
    }
    return Set(quoted + named)
  }

  private static func uncommented(_ text: String) -> String {
    text.replacing(/(?m)^\s*\/\/.*$/, with: "")
  }

  /// From the first opening bracket to the one that closes it.
  private static func balanced(
    _ text: Substring, _ open: Character, _ close: Character
  ) -> Substring {
    guard let start = text.firstIndex(of: open) else { return "" }
    var depth = 0
    for index in text[start...].indices {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return text[start...index] }
    }
    return text[start...]
  }
}
