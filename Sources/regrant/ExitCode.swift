/// How the program ends; scripts rest on it, so no number ever changes its meaning.
enum ExitCode: Int32, Sendable, Hashable, CaseIterable {
  case done = 0
  case somethingOpen = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case unavailable = 69
  case internalError = 70
  case cannotCreate = 73
  case cannotWrite = 74
  case tryAgain = 75
  case noPermission = 77
  case interrupted = 130

  /// When it ends so.
  var meaning: String {
    switch self {
    case .done: "done"
    case .somethingOpen: "finished, and something is open, broken or was not confirmed"
    case .usage: "the command line is wrong, or lacks something"
    case .badData: "what was given cannot be read, or tells nothing"
    case .noInput: "there is no such case or file"
    case .unavailable: "something that is needed is not there: a terminal, the network, Azure CLI"
    case .internalError: "an error of the program's own"
    case .cannotCreate: "a file or folder cannot be created"
    case .cannotWrite: "something cannot be written: the disk is full, the output is closed"
    case .tryAgain: "locked or too busy just now, or nobody answered in time; try again"
    case .noPermission: "no permission for a file or folder, or no way into the tenant"
    case .interrupted: "left by Ctrl-C"
    }
  }

  /// Every code with its meaning, and the rule for signals.
  static var table: [(code: String, meaning: String)] {
    allCases.map { (String($0.rawValue), $0.meaning) } + [("128+n", "ended by signal n")]
  }
}
