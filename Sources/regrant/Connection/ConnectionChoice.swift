import Entra
import Graph
import Simulator

/// Where a command works, decided from what was typed.
enum ConnectionChoice: Sendable {
  /// In a made-up tenant inside this process.
  case embedded(Scenario, Scenario.Wishes)
  /// In a tenant that is reached over the network: a customer's, or one that this machine serves.
  case reached(GraphService, SignInService?, SignInPlan, TenantSite)
}

/// How somebody is to sign in.
struct SignInPlan: Sendable, Hashable {
  let way: SignInWay
  let client: AppID?
}

extension ConnectionOptions {
  /// What the options mean together.
  ///
  /// - Throws: ``Failure``, with the code for a wrong command line, when they contradict each
  ///   other or leave something open.
  func choice(hasToken: Bool) throws(Failure) -> ConnectionChoice {
    let isAboutSignIn = tenant != nil || cloud != nil || signIn != nil || clientID != nil
    guard simulate != nil || graph != nil || isAboutSignIn else {
      throw Failure(
        .usage, "No tenant is named.",
        "--simulate default is a made-up one, --tenant ID a customer's, --graph URL a simulator's.")
    }
    try refuse(
      authority != nil && graph == nil,
      "--authority belongs to --graph: Microsoft's sign-in services are known by --cloud.")
    if let simulate {
      try refuse(
        graph != nil || isAboutSignIn,
        "--simulate is a tenant of its own: no sign-in, and no other tenant beside it.")
      return try embedded(simulate)
    }
    try refuse(
      size != nil || assignments != nil || !adminRole.isEmpty || seed != nil,
      "--size, --assignments, --admin-role and --seed belong to --simulate.")
    let plan = try plan(hasToken: hasToken)
    let tenant = try tenantName()
    if let graph { return try served(graph, tenant, plan) }
    try refuse(
      plan.way == .clientSecret && tenant == .organizations,
      "--sign-in client-secret needs --tenant: an application has no account to tell it.")
    let cloud = cloud?.cloud ?? .global
    return .reached(
      GraphService(cloud), SignInService(cloud, tenant: tenant), plan, .cloud(cloud))
  }

  private func refuse(_ isWrong: Bool, _ words: String...) throws(Failure) {
    if isWrong { throw Failure(.usage, lines: words) }
  }

  private func plan(hasToken: Bool) throws(Failure) -> SignInPlan {
    let way = signIn ?? (hasToken ? .token : .deviceCode)
    let client = clientID.flatMap { AppID($0) }
    try refuse(clientID != nil && client == nil, "--client-id takes an application ID: a GUID.")
    switch way {
    case .deviceCode: break
    case .clientSecret:
      try refuse(client == nil, "--sign-in client-secret needs --client-id.")
    case .azureCLI, .token:
      try refuse(client != nil, "--client-id belongs to device-code and client-secret.")
    }
    return SignInPlan(way: way, client: client)
  }

  private func tenantName() throws(Failure) -> TenantName {
    guard let tenant else { return .organizations }
    guard let name = TenantName(tenant) else {
      throw Failure(
        .usage, "\(Failure.name(tenant)) is no tenant.",
        "--tenant takes a tenant ID (a GUID) or a domain, such as contoso.onmicrosoft.com.")
    }
    return name
  }

  private func served(
    _ graph: String, _ tenant: TenantName, _ plan: SignInPlan
  ) throws(Failure) -> ConnectionChoice {
    try refuse(cloud != nil, "--graph is a simulator: it stands in no cloud.")
    guard let service = GraphService(loopback: graph) else {
      throw Failure(
        .usage, "\(Failure.name(graph)) is no address of this machine.",
        "--graph takes a simulator's, as regrant simulate prints it. No token goes elsewhere.")
    }
    var signInService: SignInService?
    if let authority {
      signInService = SignInService(
        loopback: authority, tenant: self.tenant == nil ? nil : tenant)
      try refuse(
        signInService == nil,
        "\(Failure.name(authority)) is no sign-in service of this machine for that tenant.",
        "--authority takes a simulator's, as regrant simulate prints it.")
    }
    switch plan.way {
    case .deviceCode, .clientSecret:
      try refuse(
        signInService == nil,
        "--graph with --sign-in \(plan.way.rawValue) needs --authority.",
        "Or give the accessToken that regrant simulate prints in REGRANT_ACCESS_TOKEN.")
    case .azureCLI: try refuse(true, "--sign-in azure-cli gives no token for a simulator.")
    case .token: break
    }
    // Without --authority, signing in is where Graph is: a simulator serves both.
    let pages = signInService.map { "\($0.scheme)://\($0.authority)" }
    return .reached(
      service, signInService, plan,
      .loopback(pages ?? "\(service.scheme)://\(service.authority)"))
  }

  private func embedded(_ name: String) throws(Failure) -> ConnectionChoice {
    guard let scenario = Scenario.named(name) else {
      let names = Scenario.all.map(\.name)
      let meant = Suggestion.line(for: name, among: names).first ?? "Nothing was done."
      throw Failure(
        .usage, "There is no scenario \(Failure.name(name)). \(meant)",
        "There are: " + names.joined(separator: ", ") + ".")
    }
    var wishes = Scenario.Wishes()
    if let size {
      let sizes = Scenario.Wishes.fewestPeople...Self.mostPeople
      try refuse(
        !sizes.contains(size), "--size is from \(sizes.lowerBound) to \(sizes.upperBound).")
      wishes.size = size
    }
    if let assignments {
      try refuse(
        !(0...wishes.size).contains(assignments), "--assignments is from 0 to --size.")
      wishes.assignments = assignments
    }
    if let seed { wishes.seed = seed }
    wishes.take(try roles())
    return .embedded(scenario, wishes)
  }

  /// The largest tenant that can be made up.
  private static let mostPeople = 1_000_000

  private func roles() throws(Failure) -> [AdminRoleName] {
    var roles: [AdminRoleName] = []
    for typed in adminRole {
      guard let role = AdminRoleName(argument: typed) else {
        throw Failure(
          .usage, "There is no role \(Failure.name(typed)).",
          "There are: " + AdminRoleName.allValueStrings.joined(separator: ", ")
            + ". eligible: before one makes it a role that is not activated.")
      }
      roles.append(role)
    }
    return roles
  }
}
