/// One screen as a value: what is on it and which keys work, whatever the size or the medium.
///
/// ``Layout`` draws a page as cells, ``PlainLayout`` says it in lines. Strings from a tenant come
/// in as what `ForeignText` made harmless; the layout measures and cuts them.
public struct Page: Sendable, Hashable {
  /// What the screen is for, in two to five words.
  public var title: String
  /// What is on it, from top to bottom; the one thing that matters now comes first, as a lead.
  public var blocks: [Block]
  /// The id of the block that has the hardware cursor; nil for the first that can have it.
  ///
  /// ``Page/reading`` leaves every field and menu and puts the cursor on the text.
  public var focus: String?
  /// The keys that work here, most useful first.
  public var actions: [Action]
  /// Whose case this is.
  public var header: Header
  /// Where in the walk this is.
  public var journey: Journey
  /// One line about what just happened, or about a key that means nothing here.
  public var notice: String?
  /// A typed warning, drawn like no other screen.
  public var isStop: Bool
  /// What `y` copies, if that is neither what is to be said nor a link or command on the page.
  public var plain: String?
  /// How many rows the text is scrolled by.
  public var scroll: Int

  /// A page of a title and blocks; the rest has quiet defaults.
  public init(
    title: String, blocks: [Block] = [], focus: String? = nil, actions: [Action] = [],
    header: Header = Header(), journey: Journey = Journey(), notice: String? = nil,
    isStop: Bool = false, plain: String? = nil, scroll: Int = 0
  ) {
    (self.title, self.blocks, self.focus, self.actions) = (title, blocks, focus, actions)
    (self.header, self.journey, self.notice) = (header, journey, notice)
    (self.isStop, self.plain, self.scroll) = (isStop, plain, scroll)
  }

  /// The focus of someone who reads: on the text, where every letter is a key.
  public static let reading = "reading"

  /// Whose case a screen speaks of: the line at its top.
  public struct Header: Sendable, Hashable {
    /// The case as people call it, "case 7".
    public var caseName: String?
    /// The customer's name.
    public var customer: String?
    /// Guide, connect or train.
    public var mode: String?
    /// The tenant.
    public var tenant: Tenant?

    /// A header; what is not known yet is left out.
    public init(
      caseName: String? = nil, customer: String? = nil, mode: String? = nil, tenant: Tenant? = nil
    ) {
      (self.caseName, self.customer, self.mode, self.tenant) = (caseName, customer, mode, tenant)
    }
  }
}

extension Page {
  /// The ids of everything that can have the focus, in the order Tab goes.
  ///
  /// A page whose controls are all fields also has ``reading``, so that keys which are letters
  /// are one Tab away from every field.
  public var focusable: [String] {
    let ids = blocks.flatMap(\.focusIDs)
    let hasMenu = blocks.contains { !$0.focusIDs.isEmpty && !$0.isField }
    return hasMenu ? ids : ids + [Self.reading]
  }

  /// Which of ``focusable`` has the focus.
  public var focused: String {
    let ids = focusable
    guard let focus, ids.contains(focus) else { return ids.first ?? Self.reading }
    return focus
  }

  /// What Tab goes to.
  public var nextFocus: String { focus(stepping: 1) }

  /// What Shift-Tab goes to.
  public var previousFocus: String { focus(stepping: -1) }

  /// Whether a text field has the focus, so that letters are text.
  public var isTyping: Bool { focusedField != nil }

  /// The field that has the focus, the filter of a list included.
  public var focusedField: Field? {
    for block in blocks {
      switch block {
      case .field(let field) where field.id == focused: return field
      case .list(let list): if let filter = list.filter, filter.id == focused { return filter }
      case .checklist(let list): if let filter = list.filter, filter.id == focused { return filter }
      default: continue
      }
    }
    return nil
  }

  /// The menu that has the focus, or the only thing to choose from while a text is read.
  public var menu: Menu? {
    var first: Menu?
    for case .menu(let menu) in blocks {
      if menu.id == focused { return menu }
      first = first ?? menu
    }
    return first
  }

  /// What an answer in linear mode must begin with: the warning's id, if the page is one.
  public var answerPrefix: String? {
    for case .field(let field) in blocks {
      if let prefix = field.answerPrefix { return prefix }
    }
    return nil
  }

  /// What is to be read out, in the order it is to be said.
  public var speech: String? {
    let said = blocks.compactMap { if case .say(let text) = $0 { text } else { nil } }
    return said.isEmpty ? nil : said.joined(separator: "\n")
  }

  /// What `y` copies.
  public var copied: String? {
    if let plain { return plain }
    for block in blocks {
      if case .link(let url) = block { return url }
      if case .code(let url) = block { return url }
      if case .command(let lines) = block { return lines.joined(separator: "\n") }
    }
    return speech
  }

  private func focus(stepping step: Int) -> String {
    let ids = focusable
    guard let index = ids.firstIndex(of: focused) else { return focused }
    return ids[(index + step + ids.count) % ids.count]
  }
}
