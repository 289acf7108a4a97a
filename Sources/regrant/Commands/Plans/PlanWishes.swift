import ArgumentParser
import Entra
import Execution
import Remediation

/// Whether Regrant grants, or watches while the admin consents.
enum ConsentWish: String, Sendable, CaseIterable, ExpressibleByArgument {
  case grant
  case watch

  var route: ConsentRoute { self == .grant ? .graph : .link }
}

/// W6 as it is typed.
enum AccessWish: String, Sendable, CaseIterable, ExpressibleByArgument {
  case nobody
  case customerDecides = "customer-decides"

  var need: AccessNeed { self == .nobody ? .nobody : .customerDecides }
}

extension PlanMaking {
  /// Reads `sign-in=no-prompt`.
  static func trial(_ text: String) throws(Failure) -> PlanFile.Trial {
    let (route, what) = try halves(text)
    guard let appearance = Appearance.allCases.first(where: { typed($0.rawValue) == what }) else {
      throw Failure(
        .usage, "\(Failure.name(what)) is nothing that can appear.",
        "There are: " + Appearance.allCases.map { typed($0.rawValue) }.joined(separator: ", ") + "."
      )
    }
    return PlanFile.Trial(route, appearance)
  }

  /// Reads `link=the address is not known`.
  static func waiver(_ text: String) throws(Failure) -> PlanFile.Waiver {
    let (route, reason) = try halves(text)
    return PlanFile.Waiver(route, reason)
  }

  private static func halves(_ text: String) throws(Failure) -> (ConsentRoute, String) {
    let halves = text.split(separator: "=", maxSplits: 1)
    guard halves.count == 2, let name = halves.first, let rest = halves.last,
      let route = ConsentRoute.allCases.first(where: { typed($0.rawValue) == name })
    else {
      throw Failure(
        .usage, "\(Failure.name(text)) names no way to consent.",
        "Write sign-in, link, portal or graph, an equals sign, and the rest.")
    }
    return (route, String(rest))
  }

  /// `noPrompt` as it is typed: `no-prompt`.
  private static func typed(_ name: String) -> String {
    name.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
  }
}
