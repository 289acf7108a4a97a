import Remediation
import Wording

/// What `Docs/article-map.md` takes: each sentence, where it is said, and what enforces it.
enum ArticleDocument {
  private static let words = Wording.Words()

  static var document: Document {
    Document(path: "Docs/article-map.md", passages: [.init(name: "sentences", lines: lines)])
  }

  private static var lines: [String] {
    Table(
      head: ["No.", "The article says", "The program says it at", "Enforced by"],
      rows: Article.allCases.map { sentence in
        [
          "\(sentence.rawValue)", sentence.text, places(of: sentence).joined(separator: "<br>"),
          guards(of: sentence).map { "`\($0)`" }.joined(separator: " "),
        ]
      }
    ).lines
  }

  /// Where the program says a sentence, by name.
  static func places(of sentence: Article) -> [String] {
    words.places(of: sentence).map(words.name(of:))
  }

  /// The guards of the warnings that quote a sentence: a guard's own comment names its warnings.
  static func guards(of sentence: Article) -> [Guard] {
    let comments = CaseComments.of("Remediation/Guard")
    let warnings = words.places(of: sentence).compactMap { place in
      if case .warning(let warning) = place { warning.rawValue } else { nil }
    }
    return Guard.allCases.filter { asked in
      warnings.contains { comments["\(asked)"]?.contains($0) == true }
    }
  }
}
