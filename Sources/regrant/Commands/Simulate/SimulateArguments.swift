import ArgumentParser
import Simulator

/// A scenario by its name, or the wish to see them all.
struct ScenarioName: Sendable, Hashable, ExpressibleByArgument {
  /// The word that lists the scenarios.
  private static let list = "list"

  /// The first of them.
  static let first = Self(name: Scenario.all.first?.name ?? list)

  private let name: String

  /// The scenario; `nil` where a list is wanted.
  var value: Scenario? { Scenario.named(name) }

  private init(name: String) { self.name = name }

  init?(argument: String) {
    guard argument == Self.list || Scenario.named(argument) != nil else { return nil }
    name = argument
  }

  var defaultValueDescription: String { name }

  static var allValueStrings: [String] { Scenario.all.map(\.name) + [list] }

  /// Every scenario, a line each.
  static var lines: [String] {
    let width = Scenario.all.map(\.name.count).max() ?? 0
    return Scenario.all.map { scenario in
      let space = String(repeating: " ", count: width - scenario.name.count + 2)
      return scenario.name + space + scenario.summary
    }
  }
}

/// A directory role by its name, with capitals and spaces or without; after `eligible:`, one that the
/// admin could activate and has not.
struct AdminRoleName: Sendable, Hashable, ExpressibleByArgument {
  /// The role.
  let value: AdminRole
  /// Whether it is only eligible.
  let isEligible: Bool

  private static let eligible = "eligible:"

  init?(argument: String) {
    func plain(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
    isEligible = argument.lowercased().hasPrefix(Self.eligible)
    let name = argument.dropFirst(isEligible ? Self.eligible.count : 0)
    let found = AdminRole.allCases.first { plain($0.rawValue) == plain(String(name)) }
    guard let found else { return nil }
    value = found
  }

  static var allValueStrings: [String] { AdminRole.allCases.map(\.rawValue) }
}

extension Scenario.Wishes {
  /// Gives the admin these roles and no others; none leaves the scenario's own.
  mutating func take(_ roles: [AdminRoleName]) {
    guard !roles.isEmpty else { return }
    adminRoles = Set(roles.filter { !$0.isEligible }.map(\.value))
    eligibleRoles = Set(roles.filter(\.isEligible).map(\.value))
  }
}

/// What goes wrong, by the number of the request.
struct FaultList: Sendable, Hashable, ExpressibleByArgument {
  /// The faults.
  let value: [Fault]

  init(value: [Fault]) { self.value = value }

  init?(argument: String) {
    guard let value = Fault.list(argument) else { return nil }
    self.value = value
  }

  var defaultValueDescription: String { "none" }
}
