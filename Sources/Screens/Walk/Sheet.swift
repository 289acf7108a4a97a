import Cells
import Entra
import Remediation
import Wording

/// What one screen says and what each answer on it leads to; a page is drawn from it.
struct Sheet {
  var title: String
  var blocks: [Block] = []
  var choices: [Choice] = []
  var entry: Entry?
  /// People and groups to tick.
  var picker: Picker?
  /// What stands below the answers.
  var footnotes: [Block] = []
  var isStop = false
  /// What has the focus at first; nil: the page's first.
  var focus: String?
  /// What keys other than the general ones do here.
  var effects: [ActionID: Effect] = [:]
  /// Where the way back leads; nil: home.
  var back: Effect = .request(.home)
  /// What the way back is called here; nil for the table's word.
  var backLabel: String?
  /// Why there is no way back, if there is none.
  var noWayBack: String?
  /// What `y` copies, if not what the page shows.
  var plain: String?
  /// What help says first, and the sentences it quotes.
  var explanation: [String] = []
  var quotes: [Article] = []
  /// Whether W1's last block is masked here.
  var isMasked = false

  /// One answer of a menu.
  struct Choice {
    var title: String
    var detail: String?
    var because: String?
    /// What would make it possible.
    var remedy: String?
    var effect: Effect

    /// Why it is not possible now, and what would make it so; nil when it is.
    var denial: String? {
      because.map { [$0, remedy ?? ""].filter { !$0.isEmpty }.joined(separator: " ") }
    }

    init(_ title: String, _ effect: Effect) { self.init(title, nil, because: nil, effect) }

    init(_ title: String, _ detail: String?, _ effect: Effect) {
      self.init(title, detail, because: nil, effect)
    }

    init(_ title: String, because: String?, _ effect: Effect) {
      self.init(title, nil, because: because, effect)
    }

    init(_ title: String, _ detail: String?, because: String?, _ effect: Effect) {
      (self.title, self.detail, self.because, self.effect) = (title, detail, because, effect)
    }
  }

  /// Candidates to tick, and a field that searches for more of them.
  struct Picker {
    var candidates: [Candidate]
    var message: String?
    /// What going on with those that are ticked leads to.
    var goOn: ([Candidate]) -> Effect = { _ in .close }

    init(candidates: [Candidate]) { self.candidates = candidates }
  }

  /// A field to type into.
  struct Entry {
    var label: String
    var expected: String?
    var hint: String?
    /// What is seen in a paste, beside its size.
    var recognised: String?
    var answerPrefix: String?
    /// Whether many pasted lines are wanted, which are kept apart from the line.
    var isBulk = false
    /// Whether a paste is refused, and why.
    var pasteRefusal: String?
    /// What the typed text leads to; nil: it may not be sent by Enter.
    var submit: (String) -> Effect
  }

  /// What an answer leads to.
  enum Effect: Sendable {
    /// Say these to the case.
    case submit([Saying])
    /// Ask the session.
    case request(Request)
    /// Open a layer.
    case open(Layer)
    /// Close the layer in front.
    case close
    /// Go to this step of the order.
    case step(Int)
    /// Only say this.
    case notice(String)
  }
}

extension Sheet {
  static let menuFocus = "menu"
  static let fieldFocus = "field"

  /// The page of it, in a room and as it is looked at.
  func page(_ room: Room, _ view: View) -> Page {
    var blocks = self.blocks
    blocks += view.problems.prefix(6).map(Block.text)
    if let entry { blocks.append(.field(field(entry, view))) }
    if let picker { blocks.append(.checklist(checklist(picker, view))) }
    if !choices.isEmpty {
      let rows = choices.map { Menu.Choice($0.title, detail: $0.detail, because: $0.because) }
      blocks.append(.menu(Menu(rows, selected: view.selected)))
    }
    blocks += footnotes
    var page = Page(
      title: title, blocks: blocks, focus: view.focus ?? focus, header: room.header,
      journey: room.journey,
      notice: view.notice, isStop: isStop, plain: plain, scroll: view.scroll.offset)
    page.actions = actions(on: page, room)
    return page
  }

  private func checklist(_ picker: Picker, _ view: View) -> Checklist {
    let ticked = Set(view.picked.map(\.principal.id))
    let hint = view.pasted.isEmpty ? nil : "\(ScreenWords.pasted(view.pasted)) Enter reads it."
    return Checklist(
      id: Self.menuFocus,
      rows: picker.candidates.map {
        Checklist.Row(
          $0.cells, isTicked: ticked.contains($0.principal.id),
          isAltered: $0.principal.name.isAltered)
      }, selected: min(view.selected, max(0, picker.candidates.count - 1)),
      filter: Field(id: Self.fieldFocus, "Search", editing: view.line, hint: hint),
      message: picker.message)
  }

  private func field(_ entry: Entry, _ view: View) -> Field {
    let hint =
      view.pasted.isEmpty
      ? entry.hint
      : [ScreenWords.pasted(view.pasted), entry.recognised, ScreenWords.enterReadsIt]
        .compactMap(\.self).joined(separator: " ")
    return Field(
      entry.label, editing: view.line, expected: entry.expected, hint: hint,
      answerPrefix: entry.answerPrefix)
  }

  private func actions(on page: Page, _ room: Room) -> [Action] {
    var actions: [Action] = []
    if effects[.carryOut] != nil { actions.append(Action(.carryOut)) }
    if !choices.isEmpty { actions.append(Action(.choose)) }
    if picker != nil { actions.append(Action(.toggle)) }
    if !choices.isEmpty || entry != nil || picker != nil { actions.append(Action(.goOn)) }
    if choices.isEmpty, entry == nil, picker == nil, effects[.carryOut] == nil {
      actions.append(Action(.pageDown))
    }
    actions.append(Action(.back, backLabel, because: noWayBack))
    if page.copied != nil { actions += [Action(.copy), Action(.plain)] }
    let others: [ActionID] = [.message, .edit, .report]
    actions += others.filter { effects[$0] != nil }.map { Action($0) }
    if case .walk = room { actions.append(Action(.note)) }
    return actions
  }
}

/// The screens' own few words, which belong to no prompt.
enum ScreenWords {
  static let enterReadsIt = "Enter reads it."
  static let unknownKey = "That key does nothing here. ? shows the keys."
  static let unknownAnswer = "That is no answer here. ? explains them."
  static let kept = "Kept in the journal."
  static let noteNeedsCase = "A note belongs to a case: open one first."
  static let nothingToCopy = "There is nothing to copy here."
  static let pressC = "Press c to carry it out; Enter does nothing here."
  static let pasteNeedsField = "A paste needs a field. Nothing happened."
  static let pasteTooLong = "That paste is too long. Nothing happened."
  static let assignedAlready = "Assigned already: in the same role this changes nothing."
  static let articleSource = "the support article"

  static func pasted(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    return "Pasted: \(Quantity.counted(lines, "line")), "
      + "\(Quantity.counted(text.utf8.count, "byte"))."
  }
}
