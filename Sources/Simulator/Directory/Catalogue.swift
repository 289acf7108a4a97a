public import Entra

extension AppID {
  /// Microsoft Graph, in every tenant.
  public static let microsoftGraph = AppID(bits: 0x0000_0003_0000_0000_C000_0000_0000_0000)
}

extension RegisteredApplication {
  private static let vendor = TenantID(bits: 0x0D9C_7B6A_1111_4222_8333_9444_5556_6677)
  private static let microsoft = TenantID(bits: 0xF8CD_EF31_A31E_4B4A_93E4_5F57_1E91_255A)

  /// Nexetic Backup, with the basic permissions of an application that signs people in.
  public static let nexeticBackup: RegisteredApplication = {
    let profile = ApplicationProfile.nexeticBackup
    var made = RegisteredApplication(appID: profile.appID, name: profile.name, owner: vendor)
    made.homepage = "https://backup.contoso.example"
    made.wants = [
      Wanted(
        of: .microsoftGraph, scopes: ["openid", "profile", "email", "offline_access", "User.Read"])
    ]
    return made
  }()

  /// The look-alike that runs backups and signs nobody in.
  static let lookAlike: RegisteredApplication = {
    var made = RegisteredApplication(
      appID: AppID(bits: 0x4C1B_7A90_52D3_4E6F_9A08_7B31_C2D5_E6F4),
      name: ApplicationProfile.nexeticBackup.lookAlikes.first?.name ?? "Look-alike", owner: vendor)
    made.wants = [
      Wanted(
        of: .microsoftGraph, scopes: ["User.Read"],
        roles: ["Directory.Read.All", "User.Read.All", "Group.Read.All"])
    ]
    return made
  }()

  /// Somebody else's application with our name.
  static let twin = RegisteredApplication(
    appID: AppID(bits: 0x9E0F_2D4C_7B61_4A83_8C15_0F6E_D3B2_A197),
    name: ApplicationProfile.nexeticBackup.name,
    owner: TenantID(bits: 0x7AA1_0C3D_2222_4333_8444_9555_6667_7788))

  /// Microsoft Graph, with the permissions that matter here.
  static let graph: RegisteredApplication = {
    var made = RegisteredApplication(
      appID: .microsoftGraph, name: "Microsoft Graph", owner: microsoft)
    made.isVerified = true
    made.scopes = [
      scope(0x37F7_F235_527C_4136_ACCD_4A02_D197_296E, "openid"),
      scope(0x14DA_D69E_099B_42C9_810B_D002_981F_EEC1, "profile"),
      scope(0x64A6_CDD6_AAB1_4AAF_94B8_3CC8_405E_90D0, "email"),
      scope(0x7427_E0E9_2FBA_42FE_B0C0_848C_9E6A_8182, "offline_access"),
      scope(0xE1FE_6DD8_BA31_4D61_89E7_88639DA4683D, "User.Read"),
      scope(0xB340_EB25_3456_403F_BE2F_AF7A_0D37_0277, "User.ReadBasic.All"),
      scope(0xA154_BE20_DB9C_4678_8AB7_66F6_CC09_9A59, "User.Read.All", isForAdmins: true),
      scope(0x06DA_0DBC_49E2_44D2_8312_53F1_66AB_848A, "Directory.Read.All", isForAdmins: true),
      scope(0x5F8C_59DB_677D_491F_A6B8_5F17_4B11_EC1D, "Group.Read.All", isForAdmins: true),
    ]
    made.roles = [
      role(0x7AB1_D382_F21E_4ACD_A863_BA3E_13F7_DA61, "Directory.Read.All"),
      role(0xDF02_1288_BDEF_4463_88DB_98F2_2DE8_9214, "User.Read.All"),
      role(0x5B56_7255_7703_4780_807C_7BE8_301A_E99B, "Group.Read.All"),
    ]
    return made
  }()

  private static func scope(
    _ bits: UInt128, _ value: String, isForAdmins: Bool = false
  ) -> DelegatedPermission {
    DelegatedPermission(
      id: ObjectID(bits: bits), value: value, needsAdministrator: isForAdmins)
  }

  private static func role(_ bits: UInt128, _ value: String) -> ApplicationRole {
    var role = ApplicationRole(id: ObjectID(bits: bits), value: value, name: value)
    (role.isForUsers, role.isForApplications) = (false, true)
    return role
  }

  private static let otherNames = [
    "Travel Expenses", "Payroll", "Meeting Rooms", "Design Board", "Ticket Desk", "Signatures",
    "Survey Tool", "Car Pool", "Learning", "Inventory", "Nexus Reports", "Backup Monitor",
    "Éclair Menu", "Status Page", "\u{202E}pukcaB citexeN", "Nexetіc Backup", "Time Sheets",
  ]

  /// An application that has nothing to do with ours.
  static func other(_ number: Int, _ mint: IdentifierMint) -> RegisteredApplication {
    let name = otherNames[number % otherNames.count]
    let round = number / otherNames.count
    return RegisteredApplication(
      appID: AppID(bits: mint.id(.other, 1 << 44 + number).bits),
      name: round == 0 ? name : "\(name) \(round + 1)",
      owner: TenantID(bits: mint.arbitrary(1 << 41 + number)))
  }
}

extension SimulatedTenant {
  /// Fills a new tenant: its applications and its first administrators.
  mutating func furnish() {
    let ours = settings.application
    let all =
      [RegisteredApplication.graph, ours, .lookAlike, .twin]
      + (0..<settings.otherApplications).map { .other($0, mint) }
    for registered in all {
      registry[registered.appID] = registered
      var made = install(registered)
      if registered.appID != .microsoftGraph { made.tags = [InstalledApplication.integratedTag] }
      applications[made.id] = made
    }
    if let lookAlike = applications.alive(RegisteredApplication.lookAlike.appID),
      let graph = applications.alive(.microsoftGraph)
    {
      for role in graph.application.roles {
        _ = give(role.id, of: graph, to: lookAlike.id, .servicePrincipal)
      }
      _ = grants.add(
        client: lookAlike.id, principal: nil, resource: graph.id, scope: "User.Read", at: now)
    }
    let first: [AdminRole] = [
      .globalAdministrator, .privilegedRoleAdministrator, .cloudApplicationAdministrator,
      .applicationAdministrator, .userAdministrator,
    ]
    for (index, role) in first.enumerated() where index < people.size {
      roles[index] = HeldRoles(active: [role])
    }
  }
}
