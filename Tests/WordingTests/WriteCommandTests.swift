import Entra
import Remediation
import Testing

@testable import Wording

@Suite("Commands for the admin are made only from sealed ones")
struct WriteCommandTests {
  private static let resource = ObjectID(bits: 0x1234)
  private static let entries = [
    WriteCommand.Entry(principal: ObjectID(bits: 1)),
    WriteCommand.Entry(principal: ObjectID(bits: 2), role: ObjectID(bits: 3)),
  ]

  private static var particulars: WriteCommand.Particulars {
    var particulars = WriteCommand.Particulars()
    particulars.entries = entries
    particulars.grants = [.init(resource: resource, scopes: ["openid", "User.Read"])]
    return particulars
  }

  /// A sealed command of each kind that a command text exists for, and of those it does not.
  private static func sealed() throws -> [Command] {
    let gone: [Input] = [.reported(.applicationGone), .observed(.roles([.globalAdministrator]))]
    let missing = try Cases.missing()
    let readded =
      missing + [
        .chosen(.readd), .confirmed(.readd), .outcome(CommandID(input: 18, index: 0), .done),
      ]
    let required =
      readded + [
        .chosen(.require), .confirmed(.require), .outcome(CommandID(input: 21, index: 0), .done),
      ]
    let walks: [[Input]] = [
      gone + [.chosen(.restore), .confirmed(.restore)],
      missing + [.chosen(.readd), .confirmed(.readd)],
      readded + [.chosen(.require), .confirmed(.require)],
      required + [.chosen(.reconsent), .routeChosen(.graph), .confirmed(.reconsent)],
      required + [
        .chosen(.assign),
        .answered(.identification, .compared(ApplicationProfile.nexeticBackup.appID)),
        .confirmed(.assign),
      ],
      [
        .reported(.notAssigned), .chosen(.assign),
        .answered(.identification, .compared(ApplicationProfile.nexeticBackup.appID)),
        .listCompleted(2), .confirmed(.assign),
      ],
      [
        .reported(.applicationDisabled), .observed(.roles([.globalAdministrator])),
        .chosen(.enable), .confirmed(.enable),
      ],
    ]
    return try walks.compactMap { try Cases.ordered($0).1.first }
  }

  @Test func everyKindOfOrderThatNeedsOneHasOne() throws {
    let commands = try Self.sealed()
    #expect(
      Set(commands.map(\.order.name)) == [
        "restoreServicePrincipal", "addServicePrincipal", "requireAssignment",
        "consentThroughGraph", "assignSnapshot", "assignPrincipals", "enableServicePrincipal",
      ])
    for command in commands {
      for shell in WriteCommand.Shell.allCases {
        let written = try WriteCommand(command, in: shell, with: Self.particulars)
        #expect(!written.lines.isEmpty)
        #expect(!written.text.uppercased().contains("DELETE "), "\(written.text)")
        #expect(!written.text.contains("Remove-Mg"))
      }
    }
  }

  @Test func everyGUIDComesFromAValue() throws {
    let allowed = Set(
      [
        ApplicationProfile.nexeticBackup.appID.description, Self.resource.description,
        AppRoleAssignment.defaultAccess.description,
      ] + Self.entries.flatMap { [$0.principal.description, $0.role.description] })
    for command in try Self.sealed() {
      for shell in WriteCommand.Shell.allCases {
        let text = try WriteCommand(command, in: shell, with: Self.particulars).text
        for word in text.split(whereSeparator: { !$0.isHexDigit && $0 != "-" })
        where AppID(word) != nil {
          #expect(allowed.contains(String(word)), "\(word)")
        }
      }
    }
  }

  @Test func aDeleteHasNoText() throws {
    let delete = try #require(try Cases.ordered(Cases.delete()).1.first)
    #expect(delete.order.name == "deleteServicePrincipal")
    for shell in WriteCommand.Shell.allCases {
      #expect(throws: WriteCommand.Impossible.notByCommand) {
        try WriteCommand(delete, in: shell, with: Self.particulars)
      }
    }
  }

  @Test func aPermissionThatIsNoNameIsRefused() throws {
    let grant = try #require(try Self.sealed().first { $0.order == .consent(.graph) })
    for scope in ["a'b", "a\"b", "$(id)", "a;b", "a`b", "\u{202E}a"] {
      var particulars = WriteCommand.Particulars()
      particulars.grants = [.init(resource: Self.resource, scopes: Scopes([scope]))]
      for shell in WriteCommand.Shell.allCases {
        #expect(throws: WriteCommand.Impossible.unreadableScope) {
          try WriteCommand(grant, in: shell, with: particulars)
        }
      }
    }
  }

  @Test func moreThanWasConfirmedIsRefused() throws {
    let assign = try #require(try Self.sealed().first { $0.order == .assignPrincipals(2) })
    var particulars = Self.particulars
    particulars.entries.append(.init(principal: ObjectID(bits: 9)))
    #expect(throws: WriteCommand.Impossible.tooMany) {
      try WriteCommand(assign, in: .powerShell, with: particulars)
    }
    #expect(throws: WriteCommand.Impossible.empty) {
      try WriteCommand(assign, in: .powerShell)
    }
  }

  @Test func theTenantAndCloudAreNamed() throws {
    let command = try #require(try Self.sealed().first { $0.order == .addServicePrincipal })
    var particulars = WriteCommand.Particulars()
    particulars.cloud = .china
    let shell = try WriteCommand(command, in: .powerShell, with: particulars)
    #expect(shell.lines.first?.contains("-TenantId contoso.example -Environment China") == true)
    let azure = try WriteCommand(command, in: .azureCLI, with: particulars)
    #expect(azure.text.contains("https://microsoftgraph.chinacloudapi.cn/v1.0/servicePrincipals"))
  }

  @Test func restoringTakesTheOnlyOneOrTheNamedOne() throws {
    let command = try #require(try Self.sealed().first { $0.order == .restoreServicePrincipal })
    let search = try WriteCommand(command, in: .powerShell).text
    #expect(search.contains("$found.Count -eq 1"))
    var particulars = WriteCommand.Particulars()
    particulars.deleted = ObjectID(bits: 0xABC)
    let named = try WriteCommand(command, in: .azureCLI, with: particulars).text
    #expect(named.contains("deletedItems/\(ObjectID(bits: 0xABC))/restore"))
  }
}
