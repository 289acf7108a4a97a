import Cells
import Entra
import Remediation
import Screens
import Wording

/// Made-up tenants, and what is done in them.
extension Reach {
  static let card = TenantCard(
    name: ForeignText("Contoso Oy"), domain: DomainName("contoso.example"),
    id: TenantID(bits: 0x0618_9E54_85E6_486F_9FF4_693C_381F_7FFC),
    account: ForeignText("dana.admin@contoso.example"))

  /// One that is made up, inside the program or beside it.
  static func madeUp(_ kind: Page.Tenant.Kind) -> TenantCard {
    var card = card
    card.kind = kind
    return card
  }

  /// A tenant that was read four minutes ago.
  static let read: Reach = {
    var reach = Reach(card)
    reach.reading = sample
    return reach
  }()

  /// The same for practice.
  static let practice: Reach = {
    var reach = Reach(madeUp(.practice))
    reach.reading = sample
    return reach
  }()

  /// The same, read for one person.
  static let about: Reach = {
    var reach = read
    reach.reading?.verdict =
      "\"anna@contoso.example\" can't sign in: nobody consented for the organization."
    return reach
  }()

  private static let sample: TenantReading = {
    var reading = TenantReading(at: Moment(seconds: Player.now.seconds - 240))
    reading.reasons = [
      .consent: .init(.shut, "Nothing is granted for the organization; one did not tick the box."),
      .assignment: .init(.unknown, "11 users and 3 groups are assigned."),
    ]
    reading.unread = ["GET /auditLogs/signIns: the tenant's plan does not include it."]
    reading.assigned = [
      "11 users and 3 groups assigned", "Group Backup users, 8 direct members; out: Night shift",
    ]
    reading.applications = [
      ApplicationRow(
        name: ForeignText("Nexetic Backup"), appID: ApplicationProfile.nexeticBackup.appID),
      ApplicationRow(name: ForeignText("Nexetic Backup for Entra ID"), appID: AppID(bits: 7)),
      ApplicationRow(
        name: ForeignText("Nexetic Backup"), appID: AppID(bits: 8),
        detail: "the same name, another application"),
    ]
    reading.consents = [
      ConsentRow(
        api: ForeignText("Microsoft Graph"), granted: ["openid", "profile", "mail.read"],
        wanted: ["openid", "profile", "user.read.all", "offline_access"]),
      ConsentRow(
        api: ForeignText("Office 365 Exchange Online"), granted: [],
        wanted: ["full_access_as_user"]),
    ]
    reading.outlooks = [.sample(.assign), .sample(.reconsent), .sample(.replace)]
    reading.admin = SignedInAdmin(
      id: ObjectID(bits: 9), userPrincipalName: ForeignText("dana.admin@contoso.example"),
      active: [.privilegedRoleAdministrator], eligible: [.globalAdministrator])
    reading.roles = [
      RoleRow(id: ObjectID(bits: 1), name: ForeignText("Backup User")),
      RoleRow(id: ObjectID(bits: 2), name: ForeignText("Backup Administrator")),
    ]
    return reading
  }()

  func doing(_ errand: Errand, _ change: (inout Doing) -> Void = { _ in }) -> Reach {
    var doing = Doing(errand, since: Moment(seconds: Player.now.seconds - 20))
    change(&doing)
    var reach = self
    reach.doing = doing
    return reach
  }

  func stopped(_ setback: Setback) -> Reach {
    var reach = self
    reach.setback = setback
    return reach
  }

  var byHand: Reach {
    var reach = self
    reach.isByHand = true
    return reach
  }

  func found(_ term: String?, _ rows: [Candidate]) -> Reach {
    var reach = self
    reach.finds.term = term
    reach.finds.rows = rows
    return reach
  }
}

extension Place {
  /// On the way into a tenant.
  static let arriving = [
    Place(
      "practise",
      in: arrival(
        .practice([
          PracticeLine(name: "default", summary: "Only the first admin consented, for themself"),
          PracticeLine(name: "deleted", summary: "The application was deleted three days ago"),
        ]))),
    Place(
      "connect-before",
      in: arrival(
        .before(
          Doorway(
            way: "a code, typed in a browser on any computer",
            caveats: ["It may show a consent page with the same checkbox: that one is for it."])))),
    Place("connect-asking", in: arrival(.signingIn(nil))),
    Place(
      "connect-code",
      in: arrival(
        .signingIn(
          CodeLine(
            code: ForeignText("BQK7XMTR4"),
            address: ForeignText("https://microsoft.com/devicelogin"),
            until: Moment(seconds: Player.now.seconds + 900))))),
    Place(
      "connect-failed", in: arrival(.failed(Words().trouble(with: .blockedByPolicy)))),
    Place("connect-found", in: arrival(.found(Reach.card))),
    Place("practise-found", in: arrival(.found(Reach.madeUp(.practice)))),
    Place("simulator-found", in: arrival(.found(Reach.madeUp(.simulator)))),
  ]

  private static func arrival(_ stage: Arrival.Stage) -> Room {
    .arriving(Arrival(stage, now: Player.now, profile: .nexeticBackup))
  }

  /// Where Regrant's own hands reach a tenant.
  static let reached = [
    Place(
      "tenant-reading", ["New case"], reaching: Reach(Reach.card).doing(.reading) { $0.done = 40 }),
    Place("tenant-findings", Ways.consentShut, reaching: .read),
    Place(
      "tenant-read", Ways.consentShut, reaching: .read, then: ["Who gets in", "What was read"]),
    Place("tenant-outlook", Ways.consentShut, reaching: .read, then: ["Who gets in"]),
    Place(
      "tenant-names", Ways.consentShut, reaching: .read,
      then: ["Who gets in", "By name: Consent again"]),
    Place(
      "tenant-roles", Ways.consentShut, reaching: .read,
      then: ["Who gets in", "What the roles allow"]),
    Place(
      "tenant-consents", Ways.consentShut, reaching: .read,
      then: ["Who gets in", "What was read", "What is granted"]),
    Place("tenant-person", Ways.consentShut, reaching: .about),
    Place("tenant-intake", ["New case"], reaching: .read),
    Place("tenant-route", Ways.gentlerTried + ["Consent again"], reaching: .read),
    Place(
      "tenant-set-all-aside", Ways.gentlerTriedOnce + ["Consent again"], reaching: .read,
      then: ["None of the others"]),
    Place(
      "tenant-watching-link", Ways.link, reaching: Reach.read.doing(.watching(.consent(.link)))),
    Place(
      "tenant-code", Ways.link, reaching: Reach.read.doing(.watching(.consent(.link))),
      then: ["Show its QR"]),
    Place("tenant-watching", Ways.signIn, reaching: Reach.read.doing(.watching(.consent(.signIn)))),
    Place(
      "practice-watching", Ways.signIn,
      reaching: Reach.practice.doing(.watching(.consent(.signIn)))),
    Place(
      "tenant-by-hand", Ways.portal,
      reaching: Reach.read.byHand.doing(.watching(.consent(.portal)))),
    Place("tenant-application", Ways.notAssigned, reaching: .read),
    Place("tenant-look-alike", Ways.notAssigned, reaching: .read, then: ["Nexetic Backup for"]),
    Place("tenant-people", Ways.list, reaching: .read),
    Place("tenant-people-found", Ways.list, reaching: Reach.read.found("li", people)),
    Place(
      "tenant-people-ticked", Ways.list, reaching: Reach.read.found("li", people),
      then: [.key(.down), .key(.character(" "))]),
    Place(
      "tenant-role", Ways.list, reaching: Reach.read.found("li", people),
      then: [.key(.down), .key(.character(" ")), .enter]),
    Place("tenant-plan", Ways.assignment, reaching: .read),
    Place("tenant-plan-lines", Ways.assignment, reaching: .read, then: ["Show it line"]),
    Place(
      "tenant-working", Ways.assigning,
      reaching: Reach.read.doing(.ordered(.assignPrincipals(240))) {
        ($0.done, $0.total, $0.failed) = (120, 240, 2)
      }),
    Place(
      "tenant-waiting", Ways.assigning,
      reaching: Reach.read.doing(.ordered(.assignPrincipals(240))) {
        ($0.done, $0.total) = (120, 240)
        $0.pause = Doing.Pause(because: "The tenant asks for fewer requests.", seconds: 30)
      }),
    Place(
      "tenant-stopping", Ways.assigning,
      reaching: Reach.read.doing(.ordered(.assignPrincipals(240))) { $0.isStopping = true }),
    Place(
      "tenant-refused", Ways.assigning,
      reaching: Reach.read.stopped(
        Setback(
          .ordered(.assignPrincipals(240)),
          Trouble(
            happened: "The tenant refused it: the role or the token's permissions are too small.",
            meaning: "Nothing was changed by it.",
            next: "Let an admin with the role do it, or activate it and do it again."),
          request: "4568db37-3945-4ee5-9eeb-73722518553b"))),
    Place(
      "tenant-cancelled", Ways.snapshot,
      reaching: Reach.read.stopped(
        Setback(.recording, Words().stoppedByYou, isCancelled: true))),
    Place(
      "tenant-recording", Ways.snapshot, reaching: Reach.read.doing(.recording) { $0.done = 4_310 }),
    Place("tenant-stop", Ways.stop, reaching: .read),
    Place("practice-verification", Ways.verification, reaching: .practice),
    Place("tenant-settlement", Ways.settlement, reaching: .read),
  ]

  private static let people = [
    Candidate(
      Principal(id: ObjectID(bits: 3), kind: .user, name: ForeignText("Liisa Virtanen")),
      marks: ["liisa.virtanen@contoso.example", "Finance"]),
    Candidate(
      Principal(id: ObjectID(bits: 4), kind: .user, name: ForeignText("Liisa Virtanen")),
      marks: ["liisa.v2@contoso.example", "Sales", "guest", "disabled"]),
    Candidate(
      Principal(id: ObjectID(bits: 5), kind: .user, name: ForeignText("Lin Chen")),
      marks: ["lin.chen@contoso.example"], isAssigned: true),
    Candidate(
      Principal(id: ObjectID(bits: 6), kind: .group, name: ForeignText("Linux admins")),
      because: "Groups can't be assigned without Entra ID P1."),
  ]
}

extension Outlook {
  /// What an option is foreseen to do for a dozen made-up people.
  static func sample(_ remedy: Remedy) -> Outlook {
    var outlook = Outlook(remedy)
    for number in 1...12 {
      var person = PersonStanding(
        userPrincipalName: ForeignText("person\(number)@contoso.example"),
        name: ForeignText("Person \(number)"), account: number == 12 ? .disabled : .enabled)
      person.hasConsented = number == 1
      let isAssigned = number < 9
      let now: Access =
        number == 1
        ? .admitted
        : .out(number == 12 ? .accountDisabled : isAssigned ? .consentMissing : .notAssigned)
      let later: Access =
        switch remedy {
        case .assign: number == 1 || number == 12 ? now : .out(.consentMissing)
        case .reconsent, .replace, .restore: isAssigned ? .admitted : now
        }
      outlook.count(person, now: now, after: later)
    }
    return outlook
  }
}
