/// The page behind `?`: this screen first, then its keys, then what can't be done now and why.
public enum Help {
  /// A sentence quoted, and where it stands.
  public struct Quote: Sendable, Hashable {
    /// The sentence.
    public var sentence: String
    /// Where it stands.
    public var source: String

    /// A quote.
    public init(_ sentence: String, source: String) {
      (self.sentence, self.source) = (sentence, source)
    }
  }

  /// The help of a page, from what is to be said about it, what is quoted, and the key table.
  public static func page(
    about page: Page, explanation: [String], quotes: [Quote] = [], scroll: Int = 0
  ) -> Page {
    var blocks: [Block] = []
    if let first = explanation.first { blocks.append(.lead(first)) }
    blocks += explanation.dropFirst().map(Block.text)
    blocks += quotes.map { .quote($0.sentence, source: $0.source) }
    blocks += [.text(Labels.keysHere), .pairs(keys(of: page))]
    let impossible = page.actions.compactMap { action in
      action.because.map { Pair(name(of: action), "\(label(of: action)): \($0)") }
    }
    if !impossible.isEmpty { blocks += [.text(Labels.notNow), .pairs(impossible)] }
    blocks += [.text(Labels.keysAnywhere), .pairs(general(besides: page))]
    return Page(
      title: Labels.help(about: page.title), blocks: blocks, focus: Page.reading,
      actions: [Action(.pageDown), Action(.pageUp), Action(.back, Labels.backToPage)],
      header: page.header, journey: page.journey, scroll: scroll)
  }

  /// What works on the page because it offers it.
  private static func keys(of page: Page) -> [Pair] {
    page.actions.filter { $0.because == nil }.compactMap { action in
      guard let binding = KeyTable.binding(of: action.id) else { return nil }
      let help = action.label.map { "\($0). \(binding.help)" } ?? binding.help
      return Pair(keys(of: binding), help)
    }
  }

  /// What works on every page.
  private static func general(besides page: Page) -> [Pair] {
    let offered = Set(page.actions.map(\.id))
    return KeyTable.bindings
      .filter { $0.reach == .everywhere && !offered.contains($0.id) }
      .map { Pair(keys(of: $0), $0.help) }
  }

  private static func keys(of binding: Binding) -> String {
    binding.id == .choose
      ? binding.shown : binding.keys.map(KeyTable.name).joined(separator: " ")
  }

  private static func name(of action: Action) -> String {
    KeyTable.binding(of: action.id)?.shown ?? ""
  }

  private static func label(of action: Action) -> String {
    action.label ?? KeyTable.binding(of: action.id)?.label ?? ""
  }
}
