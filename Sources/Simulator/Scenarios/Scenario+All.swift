import Entra

extension Scenario {
  /// Every scenario there is, the article's beginning first.
  public static let all: [Scenario] = consent + assignment + application + people + tenant

  private static let consent = [
    Scenario(
      "default", "Only the first admin consented, for themself; others are assigned",
      prepare: declareRoles, happen: { $0.setUpByFirstAdminOnly() }),
    Scenario(
      "consent-and-assignment", "Only the first admin consented, and the user is not assigned"
    ) { $0.setUpByFirstAdminOnly(withHero: false) },
    Scenario(
      "approval-required", "Consent is missing, and users are offered to request an approval",
      prepare: { $0.hasConsentRequests = true }, happen: { $0.setUpByFirstAdminOnly() }),
    Scenario(
      "pim-eligible", "Consent is missing, and the admin's role is eligible but not active",
      roles: HeldRoles(eligible: [.globalAdministrator]), prepare: declareRoles
    ) { $0.setUpByFirstAdminOnly() },
    Scenario(
      "privileged-role-admin", "Consent is missing, and the admin may consent but not delete",
      roles: HeldRoles(active: [.privilegedRoleAdministrator]), prepare: declareRoles
    ) { $0.setUpByFirstAdminOnly() },
  ]

  private static let assignment = [
    Scenario("unassigned", "Consent is there; assignment is required, and the user has none") {
      $0.setUp(withHero: false)
    },
    Scenario("nested-group", "The user is in a group that lies inside the assigned one") { stage in
      stage.setUp(withHero: false)
      let inner = stage.tenant.addGroup("Night Shift", people: [stage.hero])
      let outer = stage.tenant.addGroup("Backup Users", people: [1, 2], groups: [inner])
      stage.assign(outer, 1)
    },
    Scenario(
      "no-premium", "The user is unassigned, and the tenant's licence allows no groups",
      prepare: { $0.isPremium = false }, happen: { $0.setUp(withHero: false) }),
  ]

  private static let application = [
    Scenario("disabled", "Somebody switched sign-in to the application off") { stage in
      stage.setUp()
      stage.moveOn(toDaysAgo: 2)
      stage.tenant.configure(isEnabled: false)
    },
    Scenario(
      "deleted", "The application was deleted three days ago, and can be restored",
      prepare: declareRoles,
      happen: { stage in
        stage.setUp()
        stage.moveOn(toDaysAgo: 3)
        stage.tenant.deleteApplication()
      }),
    Scenario(
      "readded-empty", "The application was deleted and added again, without what it had",
      prepare: declareRoles,
      happen: { stage in
        stage.setUp()
        stage.moveOn(toDaysAgo: 3)
        stage.tenant.deleteApplication()
        stage.moveOn(toDaysAgo: 2)
        stage.tenant.recreateApplication()
      }),
    Scenario("gone", "The application was deleted more than thirty days ago, for good") { stage in
      stage.setUp(daysAgo: 50)
      stage.moveOn(toDaysAgo: 31)
      stage.tenant.deleteApplication()
      // The bin is emptied after thirty days; of all this the log keeps only that.
      stage.moveOn(toDaysAgo: 1)
    },
    Scenario("never-installed", "The application has never been in this tenant") {
      $0.tenant.forgetApplication()
    },
    Scenario(
      "look-alike-deleted", "Somebody deleted the look-alike instead, and our consent is missing",
      prepare: declareRoles,
      happen: { stage in
        stage.setUpByFirstAdminOnly()
        stage.moveOn(toDaysAgo: 1)
        stage.tenant.deleteLookAlike()
      }),
  ]

  private static let people = [
    Scenario("blocked-user", "The user's account is blocked") { stage in
      stage.setUp()
      stage.tenant.setEnabled(false, personAt: stage.hero)
    },
    Scenario("policy-blocked", "Conditional Access keeps the user out of the application") {
      stage in
      stage.setUp()
      stage.tenant.add(
        ConditionalAccessPolicy(
          name: "Managed devices only", blocks: .listed([stage.heroID]),
          application: stage.tenant.settings.application.appID))
    },
    Scenario("healthy", "Everything is as it should be, and the user gets in") { $0.setUp() },
  ]

  private static let tenant = [
    Scenario(
      "throttled", "Consent is missing, and the tenant allows a write a second",
      prepare: { settings in
        declareRoles(&settings)
        settings.limits = Throttle.Limits(
          resourceUnits: 400, writes: 150, reports: 5, areOn: true)
        settings.faults = [
          Fault(at: 3, .throttled(seconds: 2)), Fault(at: 9, .unavailable(seconds: 1)),
        ]
      }, happen: { $0.setUpByFirstAdminOnly() }),
    Scenario(
      "hostile-names", "Consent is missing, and names are made to trip whoever shows them",
      prepare: { settings in
        declareRoles(&settings)
        settings.name = "Contoso\u{1B}[2J \u{202E}etavirP"
      },
      happen: { stage in
        for (position, name) in Names.hostile.enumerated() {
          let index = stage.hero + position
          if index < stage.tenant.people.size { stage.tenant.rename(personAt: index, to: name) }
        }
        stage.setUpByFirstAdminOnly()
      }),
  ]

  /// The application declares two roles for people.
  private static let declareRoles: @Sendable (inout TenantSettings) -> Void = { settings in
    settings.application.roles = [
      ApplicationRole(
        id: ObjectID(bits: 0x3D5A_0C11_8E42_4B6D_9F27_1A6C_5E80_B4D3), value: "Backup.User",
        name: "Backup User"),
      ApplicationRole(
        id: ObjectID(bits: 0x8B17_64F2_0A9E_4C35_B1D8_72E4_93AF_5C06),
        value: "Backup.Administrator",
        name: "Backup Administrator"),
    ]
  }
}
