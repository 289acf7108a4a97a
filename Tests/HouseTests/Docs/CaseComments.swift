/// What the source says of an enumeration's cases: their documentation, by name.
///
/// So documents and code say the same sentence, which is written once.
enum CaseComments {
  /// The comment of each case that has one.
  static func read(_ source: String) -> [String: String] {
    var comments: [String: String] = [:]
    var pending: [Substring] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("///") {
        pending.append(line.dropFirst(3).drop { $0 == " " })
      } else {
        if let name = line.firstMatch(of: /^case `?(\w+)/)?.1, !pending.isEmpty {
          comments[String(name)] = pending.joined(separator: " ")
        }
        pending = []
      }
    }
    return comments
  }

  /// The comments of a file's cases.
  static func of(_ file: String) -> [String: String] {
    read(Repository.current.text(of: "Sources/\(file).swift") ?? "")
  }
}
