import CNcurses
import Cells

/// Roles turned into what the terminal has: none, eight or sixteen of its own colours.
///
/// The colours must hold on light and dark backgrounds: no black or white as such, no blue, yellow
/// or cyan (each vanishes on one of them), nothing dim. What is to be read out and rules look like
/// text: the page marks them by characters.
struct Palette {
  /// How many colours there are to choose from.
  enum Level: Sendable, Hashable {
    case mono
    case eight
    case sixteen
  }

  private enum Pair {
    static let good: Int16 = 1
    static let caution: Int16 = 2
    static let danger: Int16 = 3
    static let ink: Int16 = 4
  }

  let level: Level

  /// Prepares the terminal's colours; curses has been started.
  init(_ wanted: CursesTerminal.Options.Color) {
    let declined = wanted == .auto && Environment.value("NO_COLOR") != nil
    guard wanted != .never, !declined, has_colors(), start_color() == OK, curses_color_count() >= 8,
      use_default_colors() == OK
    else {
      level = .mono
      return
    }
    // Where there are millions, a number above 7 is a mixture and no longer the person's own.
    level = (16...256).contains(curses_color_count()) ? .sixteen : .eight
    let brightWhite: Int16 = 15
    let paper = level == .sixteen ? brightWhite : Int16(COLOR_WHITE)
    init_pair(Pair.good, Int16(COLOR_GREEN), -1)
    init_pair(Pair.caution, Int16(COLOR_MAGENTA), -1)
    init_pair(Pair.danger, Int16(COLOR_RED), -1)
    init_pair(Pair.ink, Int16(COLOR_BLACK), paper)
  }

  /// A style's attributes and colour pair.
  func look(of style: Style) -> (attributes: attr_t, pair: Int16) {
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) || Self.isBold(style.role) { attributes |= curses_bold() }
    if style.attributes.contains(.underline) { attributes |= curses_underline() }
    let isInk = level == .mono && style.role == .inkOnPaper
    if style.attributes.contains(.reverse) != isInk { attributes |= curses_reverse() }
    return (attributes, level == .mono ? 0 : Self.pair(style.role))
  }

  private static func isBold(_ role: Style.Role) -> Bool {
    switch role {
    case .heading, .caution, .danger, .key: true
    case .text, .good, .speech, .rule, .inkOnPaper: false
    }
  }

  private static func pair(_ role: Style.Role) -> Int16 {
    switch role {
    case .text, .heading, .key, .speech, .rule: 0
    case .good: Pair.good
    case .caution: Pair.caution
    case .danger: Pair.danger
    case .inkOnPaper: Pair.ink
    }
  }
}
