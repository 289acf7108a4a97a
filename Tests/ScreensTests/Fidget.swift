import Cells
import Entra
import Remediation
import Screens
import Synchronization
import Wording

/// Somebody who fidgets with the keys that must never order anything.
///
/// What a key leads to is worked out once for each screen, whoever gets there: then ten thousand
/// keys from every screen are hardly more than as many look-ups. What is being typed hardly ever
/// comes again, and is worked out every time.
struct Fidget {
  private static let keys = HammerTests.idle
  private static let known = Mutex(Known())

  private var random: Seeded
  private var player: Player
  /// The number of the screen; nil while something stands in its field.
  private var number: Int?

  init(from player: Player, seed: UInt64) {
    random = Seeded(seed)
    self.player = player
    self.player.forget()
    number = Self.known.withLock { [player = self.player] in $0.number(of: player) }
  }

  /// Presses one of the keys; what it ordered, which should be nothing.
  mutating func press() -> [Order]? {
    let key = Int.random(in: Self.keys.indices, using: &random)
    let before = number
    if let before {
      let (next, player) = Self.known.withLock {
        ($0.screens[before].next[key], $0.screens[before].player)
      }
      if let next {
        number = next
        return nil
      }
      self.player = player
    }
    player.press(Self.keys[key])
    guard player.orders.isEmpty else { return player.orders }
    player.forget()
    guard player.view.line.text.isEmpty else {
      number = nil
      return nil
    }
    number = Self.known.withLock { [player] in
      let next = $0.number(of: player)
      if let before { $0.screens[before].next[key] = next }
      return next
    }
    return nil
  }

  /// The screens that somebody was on already, and where the keys lead from there.
  private struct Known {
    struct Screen {
      let player: Player
      var next: [Int?]
    }

    var screens: [Screen] = []
    private var numbers: [Sight: Int] = [:]

    mutating func number(of player: Player) -> Int {
      let sight = Sight(player)
      if let number = numbers[sight] { return number }
      numbers[sight] = screens.count
      screens.append(Screen(player: player, next: Array(repeating: nil, count: Fidget.keys.count)))
      return screens.count - 1
    }
  }

  /// Everything that a screen is made from.
  private struct Sight: Hashable {
    let view: View
    var matter: Case?
    var particulars: [Particular: ForeignText] = [:]
    var lines: [String] = []
    var isCommanded = false
    var reach: Reach?
    var cases: [CaseLine]?
    var trouble: Trouble?
    var stage: Arrival.Stage?

    init(_ player: Player) {
      view = player.view
      switch player.room {
      case .home(let home): (cases, trouble) = (home.cases, home.trouble)
      case .arriving(let arrival): stage = arrival.stage
      case .walk(let opened):
        (matter, particulars) = (opened.matter, opened.particulars)
        lines = opened.listed + ["report"] + opened.report
        (isCommanded, reach) = (opened.command != nil, opened.reach)
      }
    }
  }
}
