import Graph

/// What `Docs/permissions.md` takes from the requests.
enum PermissionsDocument {
  static var document: Document {
    Document(
      path: "Docs/permissions.md",
      passages: [
        .init(name: "reading", lines: requests { !$0.isWrite }),
        .init(name: "changing", lines: requests(\.isWrite)),
        .init(name: "signing-in", lines: signIn),
        .init(name: "scopes-reading", lines: scopes { !$0.isWrite }),
        .init(name: "scopes-changing", lines: scopes { _ in true }),
        .init(name: "roles", lines: roles),
      ])
  }

  private static var signIn: [String] {
    let why = CaseComments.of("Graph/SignIn/SignInTransport")
    return Table(
      head: ["Request", "Why"],
      rows: SignInForm.Endpoint.allCases.map { endpoint in
        ["`POST /{tenant}\(endpoint.path)`", why["\(endpoint)"] ?? ""]
      }
    ).lines
  }

  private static func requests(_ isMeant: (RequestKind) -> Bool) -> [String] {
    let why = CaseComments.of("Graph/Requests/RequestKind")
    return Table(
      head: ["Request", "Why", "Delegated", "Application", "Role of who signs in"],
      rows: RequestKind.allCases.filter(isMeant).map { kind in
        [
          "`\(kind.template)`", why[kind.rawValue] ?? "", listed(kind.permission.delegated),
          kind.permission.application.map(listed) ?? "cannot",
          kind.permission.roles.joined(separator: ", "),
        ]
      }
    ).lines
  }

  /// What a sign-in asks for, in the order it asks.
  private static func scopes(_ isMeant: (RequestKind) -> Bool) -> [String] {
    let kinds = RequestKind.allCases.filter(isMeant)
    let names = Set(kinds.flatMap(\.permission.delegated)).sorted()
    return names.map { name in
      let count = kinds.count { $0.permission.delegated.contains(name) }
      return "- `\(name)`, for \(count) of the requests"
    }
  }

  /// What each role of the tenant is enough for.
  private static var roles: [String] {
    // A batch needs what its parts need.
    let writes = RequestKind.allCases.filter { $0.isWrite && $0 != .batch }
    let names = Set(writes.flatMap(\.permission.roles)).sorted()
    return Table(
      head: ["Role", "is enough to"],
      rows: names.map { name in
        let able = writes.filter { $0.permission.roles.contains(name) }
        return [name, able.map { deed($0) }.joined(separator: ", ")]
      }
    ).lines
  }

  private static func deed(_ kind: RequestKind) -> String {
    let why = CaseComments.of("Graph/Requests/RequestKind")[kind.rawValue] ?? ""
    return why.prefix(1).lowercased() + why.dropFirst().prefix { $0 != "," && $0 != "." }
  }

  private static func listed(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
