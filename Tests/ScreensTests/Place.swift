import Cells
import Entra
import Remediation
import Screens
import Testing
import Wording

/// A screen that a person can be on, by the walk that leads there.
struct Place: Sendable, CustomTestStringConvertible {
  let name: String
  private let moves: [Move]
  private let start: Room?
  private let reach: Reach?
  private let moreMoves: [Move]

  /// A place that is walked to from home.
  init(_ name: String, _ moves: [Move]) { self.init(name, nil, moves) }

  /// A place where Regrant's own hands reach a tenant, after a walk that leads to it.
  init(_ name: String, _ moves: [Move], reaching reach: Reach, then more: [Move] = []) {
    self.init(name, nil, moves, reach, more)
  }

  /// A room to begin in.
  init(_ name: String, in room: Room, _ moves: [Move] = []) { self.init(name, room, moves) }

  private init(
    _ name: String, _ start: Room?, _ moves: [Move], _ reach: Reach? = nil, _ more: [Move] = []
  ) {
    (self.name, self.start, self.moves) = (name, start, moves)
    (self.reach, moreMoves) = (reach, more)
  }

  /// A place that is walked to from a home of its own.
  init(_ name: String, from home: Home, _ moves: [Move] = []) {
    self.init(name, .home(home), moves)
  }

  var testDescription: String { name }

  /// Somebody who has just arrived there.
  var player: Player { Self.arrived[name] ?? Player() }

  /// Everybody at their place, walked to once: walks that begin alike share their beginning.
  private static let arrived: [String: Player] = {
    var walked: [[Move]: Player] = [[]: Player()]
    var arrived: [String: Player] = [:]
    for place in all {
      guard place.start == nil else {
        var player = Player()
        player.room = place.start ?? player.room
        for move in place.moves { player.make(move) }
        arrived[place.name] = player
        continue
      }
      for end in place.moves.indices where walked[Array(place.moves[...end])] == nil {
        guard var player = walked[Array(place.moves[..<end])] else { continue }
        player.make(place.moves[end])
        walked[Array(place.moves[...end])] = player
      }
      guard var player = walked[place.moves] else { continue }
      if let reach = place.reach { player.arrive(in: reach) }
      for move in place.moreMoves { player.make(move) }
      arrived[place.name] = player
    }
    return arrived
  }()

  /// Every place, each with a name of its own.
  static let all = homes + asking + acting + steps + layers + closed + arriving + reached
}

extension Place {
  static let homes = [
    Place("home-empty", []),
    Place("home-reading", from: home(nil)),
    Place("home-cases", from: home(cases)),
    Place("home-many", from: home((1...9).map { line($0, "Customer \($0)", .findings) })),
    Place(
      "home-trouble", from: home([], trouble: Words().trouble(with: .folderReadOnly))),
    Place("home-leaving", [.key(.character("q"))]),
    Place("home-help", [.key(.character("?"))]),
  ]

  private static let cases = [
    line(12, "Contoso", .consenting), line(9, "Contoso North", .verifying), line(3, nil, .missing),
  ]

  private static func home(_ cases: [CaseLine]?, trouble: Trouble? = nil) -> Home {
    Home(cases: cases, trouble: trouble, now: Player.now, profile: .nexeticBackup)
  }

  private static func line(_ number: Int, _ name: String?, _ phase: Phase) -> CaseLine {
    CaseLine(
      number: number, name: name.map { ForeignText($0) }, waitsFor: Words().waitsFor(phase),
      since: Moment(seconds: Player.now.seconds - number * 3_600))
  }
}
