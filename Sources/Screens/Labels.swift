import Cells
import Wording

/// The layout's own words, in one place.
enum Labels {
  static let program = "Regrant"
  static let say = "Say:"
  static let goTo = "Go to:"
  static let expect = "Should appear:"
  static let stake = "At stake"
  static let undo = "Can be undone"
  static let way = "The way"
  static let now = "now"
  static let done = "done"
  static let ahead = "ahead"
  static let stop = "STOP"
  static let altered = "altered"
  static let ticked = "ticked"
  static let linkTooLong = "Too long for this width; y copies it whole."
  static let moreRight = "A line is cut off here; y copies it whole."

  static let kept = "Nothing is lost. Ctrl-C leaves."

  static func enlarge(_ size: Size) -> String {
    "Enlarge to \(Size.design.columns)x\(Size.design.rows); this is \(size.columns)x\(size.rows)."
  }

  static func codeNeeds(_ size: Size) -> String {
    "The QR code needs a window of \(size.columns)x\(size.rows). The link opens the same page:"
  }

  static func step(_ number: Int, of total: Int?) -> String {
    total.map { "step \(number) of \($0)" } ?? "step \(number)"
  }

  static func stepSentence(_ number: Int, of total: Int?) -> String {
    "\(Quantity.capitalized(step(number, of: total)))."
  }

  static func notPossible(_ because: String) -> String { "not possible: \(because)" }

  static func mark(_ kind: Page.Tenant.Kind) -> String {
    switch kind {
    case .live: "LIVE TENANT"
    case .practice: "PRACTICE"
    case .simulator: "SIMULATOR"
    }
  }

  static func state(_ state: GateRow.State) -> (mark: String, word: String) {
    switch state {
    case .open: ("OK", "open")
    case .shut: ("x", "shut")
    case .unknown: ("?", "unknown")
    }
  }

  static func comparison(_ comparison: Field.Comparison) -> String {
    switch comparison {
    case .empty: "Nothing typed yet."
    case .beginning: "Right so far."
    case .same: "OK, that is the phrase."
    case .differs(after: ""): "! Differs from the first character on."
    case .differs(let right): "! Right up to \"\(right)\", then it differs."
    }
  }

  static func rows(_ shown: Range<Int>, of total: Int, unfiltered: Int? = nil) -> String {
    let whole =
      unfiltered.map { "\(Quantity.grouped(total)), found in \(Quantity.grouped($0))" }
      ?? Quantity.grouped(total)
    guard !shown.isEmpty, shown.count < total else {
      return unfiltered == nil ? "\(whole) in all" : whole
    }
    return
      "\(Quantity.grouped(shown.lowerBound + 1)) to \(Quantity.grouped(shown.upperBound)) of \(whole)"
  }

  static func ticks(_ ticked: Int, hidden: Int) -> String {
    "\(Quantity.grouped(ticked)) ticked"
      + (hidden > 0 ? ", \(Quantity.grouped(hidden)) of them not shown" : "")
  }

  static func scrolled(percent: Int, above: Bool, below: Bool) -> String {
    switch (above, below) {
    case (_, true): "\(percent)%, more below: PgDn"
    case (true, false): "100%, more above: PgUp"
    case (false, false): "100%"
    }
  }

  static func hidden(above: Int, below: Int) -> String {
    let parts = [above > 0 ? "\(above) above" : nil, below > 0 ? "\(below) below" : nil]
    return "more rows: " + parts.compactMap(\.self).joined(separator: ", ")
  }

  // Linear mode

  static let here = "under the cursor"
  static let notTicked = "not ticked"
  static let link = "The address, on a line of its own:"
  static let commandBegins = "The command, line by line:"
  static let commandEnds = "End of the command."
  static let barePrompt = "Enter to go on, b to go back, ? to explain:"
  static let readingPrompt = "b to go back, ? to explain:"
  static let carryOutPrompt = "c to carry it out, b to go back, ? to explain:"

  static func carryOut(or prompt: String) -> String {
    "c to carry it out, " + prompt.prefix(1).lowercased() + prompt.dropFirst()
  }

  static func note(_ text: String) -> String { "Note: \(text)" }

  static func quoted(_ source: String) -> String { "Quoted from \(source):" }

  static func typedSoFar(_ value: String) -> String { "Typed so far: \(value)" }

  static func wrong(_ problem: String) -> String { "Not accepted: \(problem)" }

  static func answer(beginningWith prefix: String) -> String {
    "Type \(prefix), a blank and the answer; or b to go back, ? to explain:"
  }

  static let rowPrompt = "Number of a row, Enter to go on, b to go back, ? to explain:"

  static func fieldPrompt(_ label: String, choices: Int) -> String {
    switch choices {
    case 0: "\(label) (or /back, /help):"
    case 1: "\(label) (or /1, /back, /help):"
    default: "\(label) (or /1 to /\(choices), /back, /help):"
    }
  }

  static func numberPrompt(upTo last: Int, default chosen: Int?) -> String {
    let numbers = last == 1 ? "Number 1" : "Number 1 to \(last)"
    let enter = chosen.map { ", Enter for \($0)" } ?? ""
    return "\(numbers)\(enter), b to go back, ? to explain:"
  }

  // Help

  static let keysHere = "Keys here"
  static let keysAnywhere = "Keys on every screen"
  static let notNow = "Not possible now"
  static let backToPage = "back to the page"

  static func help(about title: String) -> String { "Help: \(title)" }
}
