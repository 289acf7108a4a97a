import Screens

@testable import Pictures

/// What the documents take from the key table and from a page said in lines.
enum KeysDocument {
  static var document: Document {
    Document(path: "Docs/keys.md", passages: [.init(name: "keys", lines: KeyTable.markdownTable)])
  }

  /// The keys one needs on the first day, and a screen in linear mode.
  static var overview: Document {
    Document(
      path: "README.md",
      passages: [.init(name: "keys", lines: first), .init(name: "lines", lines: plain)])
  }

  private static var first: [String] {
    let wanted: [ActionID] = [
      .goOn, .choose, .nextArea, .carryOut, .edit, .help, .copy, .message, .note, .report, .back,
      .leave,
    ]
    return Table(
      head: ["Key", "What it does"],
      rows: wanted.compactMap(KeyTable.binding(of:)).map { ["`\($0.shown)`", $0.help] }
    ).lines
  }

  private static var plain: [String] {
    let findings = try? Tour.stops().first { $0.name == "findings" }
    return ["```"] + (findings.map { PlainLayout($0.page).lines } ?? []) + ["```"]
  }
}
