import RegexBuilder

/// What may not be written in `Sources`, and where the exceptions are.
enum Words {
  /// Something banned: how it is recognised, why, and in which modules it is allowed.
  struct Ban {
    let name: String
    let pattern: Regex<Substring>
    var allowedIn: Set<String> = []
    /// Whether comments and string literals count as well.
    var inProse = false
  }

  static var bans: [Ban] {
    [
      Ban(name: "@unchecked", pattern: /@unchecked\b/),
      Ban(name: "nonisolated(unsafe)", pattern: /\bnonisolated\s*\(\s*unsafe\s*\)/),
      Ban(name: "try!", pattern: /\btry!/),
      Ban(name: "as!", pattern: /\bas!/),
      Ban(name: "fatalError", pattern: /\bfatalError\s*\(/),
      Ban(name: "unsafeBitCast", pattern: /\bunsafeBitCast\b/),
      Ban(name: "print", pattern: /(?:^|[^\w.])print\s*\(/, allowedIn: ["regrant"]),
      Ban(name: "a note to do something", pattern: /\b(?:TODO|FIXME)\b/, inProse: true),
      // Ways around the seal: whoever has one of these could change a tenant unseen.
      Ban(
        name: "an HTTP client",
        pattern: /\b(?:URLSession|FoundationNetworking|AsyncHTTPClient|HTTPClient|NWConnection)\b/,
        allowedIn: ["Graph"]),
      Ban(
        name: "a socket", pattern: /(?:^|[^\w.])socket\s*\(|\bimport\s+NIO/,
        // It listens on loopback and calls nobody.
        allowedIn: ["Graph", "SimulatorServer"]),
      Ban(
        name: "another program",
        pattern:
          /(?:^|[^\w.])(?:Process|popen|system|fork|execv\w*|posix_spawnp?)\s*\(|\bSubprocess\b/,
        allowedIn: ["Graph"]),
    ]
  }

  /// Banned words in a file of `Sources`.
  static func objections(in file: SourceFile) -> [Objection] {
    let text = SwiftText(file.text)
    return bans.filter { !$0.allowedIn.contains(file.module) }.flatMap { ban in
      // Unicode's own word boundaries leave `URLSession.shared` in one piece.
      let pattern = ban.pattern.wordBoundaryKind(.simple)
      return zip(text.code, text.prose).enumerated().compactMap { index, line in
        let found = line.0.contains(pattern) || ban.inProse && line.1.contains(pattern)
        return found ? Objection(path: file.path, line: index + 1, why: ban.name) : nil
      }
    }
  }
}

/// What files, folders and types may be called.
enum Names {
  /// Words that name no subject.
  static let empty: Set = [
    "Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Common", "Manager", "Managers",
    "Core", "Models", "Misc",
  ]

  /// More files than this in one folder are hard to find one's way in.
  static let filesPerFolder = 14

  /// Files and folders named after nothing.
  static func objections(to paths: [String]) -> [Objection] {
    paths.flatMap { path in
      path.split(separator: "/").filter { part in
        let words = part.split(separator: ".").first?.matches(of: /[A-Z]?[a-z0-9]+|[A-Z]+/) ?? []
        return words.contains { empty.contains(String($0.0).capitalized) }
      }.map { Objection(path: path, why: "\($0) names no subject") }
    }
  }

  /// Types named as a module, whose name would hide the module's.
  static func objections(in file: SourceFile, modules: Set<String>) -> [Objection] {
    let type = /\b(?:struct|class|enum|actor|protocol|typealias|associatedtype)\s+(\w+)/
    return SwiftText(file.text).code.enumerated().flatMap { index, line in
      line.matches(of: type).filter { modules.contains(String($0.1)) }.map {
        Objection(path: file.path, line: index + 1, why: "\($0.1) is a module's name")
      }
    }
  }

  /// Modules with so many files beside each other that folders are due.
  static func crowded(_ paths: [String]) -> [Objection] {
    let folders = Dictionary(grouping: paths.filter { $0.hasSuffix(".swift") }) {
      $0.split(separator: "/").dropLast().joined(separator: "/")
    }
    return folders.filter { $0.value.count > filesPerFolder }.map {
      Objection(path: $0.key, why: "\($0.value.count) files beside each other")
    }.sorted { $0.path < $1.path }
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
