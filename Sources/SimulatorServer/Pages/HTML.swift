import Entra

/// Markup in which whatever is put between can't become markup.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  let text: String

  init(stringLiteral text: String) { self.text = text }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  init(_ parts: some Sequence<HTML>) { text = parts.map(\.text).joined() }

  /// Puts markup together.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// What somebody wrote, shown and without power over the page.
    mutating func appendInterpolation(_ shown: String) {
      text += HTML.escaped(ForeignText(shown).safe)
    }

    /// What has to come back as it was, such as a form's hidden value.
    mutating func appendInterpolation(exactly value: String) { text += HTML.escaped(value) }

    mutating func appendInterpolation(_ markup: HTML) { text += markup.text }
  }

  typealias StringInterpolation = Interpolation

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\r": escaped += "&#13;"
      case "\n": escaped += "&#10;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension HTML {
  /// A whole page.
  static func page(_ title: String, _ content: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <style>
    body { font: 16px/1.5 system-ui, sans-serif; background: #f2f2f2; color: #1b1b1b; }
    main { background: #fff; max-width: 28rem; margin: 3rem auto; padding: 2rem; }
    h1 { font-size: 1.5rem; font-weight: 600; }
    input[type=text] { width: 100%; font: inherit; padding: .4rem; box-sizing: border-box; }
    button { font: inherit; padding: .4rem 1.5rem; margin: 1rem .5rem 0 0; }
    small, .detail { color: #555; overflow-wrap: anywhere; }
    </style></head><body><main>
    \(content)
    <p><small>A simulated tenant; nobody is asked for a password.</small></p>
    </main></body></html>

    """
  }

  /// A form that comes back to where it is, with hidden fields.
  static func form(_ hidden: [(String, String)], _ content: HTML) -> HTML {
    let fields = HTML(
      hidden.map {
        "<input type=\"hidden\" name=\"\(exactly: $0.0)\" value=\"\(exactly: $0.1)\">\n"
      })
    return "<form method=\"post\">\n\(fields)\(content)</form>\n"
  }

  /// A button that decides.
  static func button(_ decision: String, _ label: String) -> HTML {
    "<button type=\"submit\" name=\"decision\" value=\"\(decision)\" id=\"\(decision)\">\(label)</button>\n"
  }
}
