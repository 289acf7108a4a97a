public import Entra

/// An answer, or why there is none: what could not be read is never taken for what is not there.
public typealias Reply<Value> = Result<Value, GraphError>

/// What is asked of a tenant first, in one request.
public struct TenantOverview: Sendable {
  /// Name, ID, domains and plans.
  public let organization: OrganizationJSON
  /// Who is signed in.
  public let admin: Reply<UserJSON>
  /// The roles in force of whoever is signed in.
  public let roles: Reply<Listing<RoleJSON>>
  /// What users may consent to by themselves.
  public let userConsent: Reply<AuthorizationPolicyJSON>
  /// Whether users may ask for consent.
  public let consentRequests: Reply<AdminConsentRequestPolicyJSON>
  /// The application, where there is one alive.
  public let application: Reply<ServicePrincipalJSON?>
  /// The application's deleted ones.
  public let deleted: Reply<Listing<ServicePrincipalJSON>>
  /// Those whose name begins alike; not all of them where there are very many.
  public let lookAlikes: Reply<Listing<ServicePrincipalJSON>>
  /// The person asked about, where one was.
  public let user: Reply<UserJSON?>?
}

/// What is asked of an application and of people afterwards, in one request.
public struct ApplicationDetails: Sendable {
  /// The grants on behalf of the organization.
  public let organizationGrants: Reply<Listing<GrantJSON>>?
  /// Users' own grants, as far as they are listed.
  public let ownGrants: Reply<Listing<GrantJSON>>?
  /// Anybody's own grants, beside those of the person who is asked about: which permissions the
  /// application asks for.
  public let anybodysGrants: Reply<Listing<GrantJSON>>?
  /// The records of consents.
  public let consentRecords: Reply<Listing<AuditJSON>>?
  /// Who owns the application here.
  public let owners: Reply<Listing<DirectoryObjectJSON>>?
  /// The roles that the signed-in admin could activate.
  public let eligibleRoles: Reply<Listing<RoleAssignmentJSON>>?
  /// The records of deletions for good, where the application is not there.
  public let removals: Reply<Listing<AuditJSON>>?
  /// What the person holds, by their direct groups too.
  public let assignments: Reply<Listing<AssignmentJSON>>?
  /// The groups and roles the person is directly in.
  public let memberships: Reply<Listing<DirectoryObjectJSON>>?
  /// The groups the person is in, through others too.
  public let allGroups: Reply<Listing<DirectoryObjectJSON>>?
  /// The person's last sign-ins, the newest first.
  public let signIns: Reply<Listing<SignInJSON>>?
}

/// What a group is like inside.
public struct GroupShape: Sendable {
  /// How many direct members it has, groups among them.
  public let members: Reply<Int>
  /// The groups among them, whose own members an assignment does not cover.
  public let nested: Reply<Listing<DirectoryObjectJSON>>
}

/// What an ``ApplicationDetails`` is to be about.
public struct DetailsWanted: Sendable, Hashable {
  /// The application's service principal, where it is alive.
  public var application: ObjectID?
  /// Which application.
  public var app: AppID
  /// The signed-in admin.
  public var admin: ObjectID?
  /// The person asked about.
  public var user: ObjectID?
  /// Whether the tenant keeps a log of sign-ins.
  public var hasSignInLog: Bool

  /// Details of an application.
  public init(
    of app: AppID, application: ObjectID?, admin: ObjectID?, user: ObjectID?, hasSignInLog: Bool
  ) {
    (self.app, self.application, self.admin) = (app, application, admin)
    (self.user, self.hasSignInLog) = (user, hasSignInLog)
  }
}

extension GraphClient {
  /// More of users' own grants than this many pages are not listed.
  private static let pagesOfOwnGrants = 5
  /// More look-alikes than one page holds tell nothing any more.
  private static let pagesOfLookAlikes = 2
  /// A log may be long; the newest records come first.
  private static let pagesOfRecords = 2

  /// What is to be known of a tenant first.
  ///
  /// - Throws: ``GraphError`` when not even the tenant's name could be read.
  public func overview(
    of app: AppID, lookingLike name: String, person: UserPrincipalName? = nil
  ) async throws(GraphError) -> TenantOverview {
    let user = person.map { Reading.user($0.text) }
    let answers = try await ask(
      [
        .organization, .signedInUser, .activeRoles, .authorizationPolicy,
        .adminConsentRequestPolicy, .servicePrincipal(app), .deletedServicePrincipals(app),
        .lookAlikes(name: name),
      ] + (user.map { [$0] } ?? []))
    let organizations: Reply<Listing<OrganizationJSON>> = await answers.list(.organization)
    guard let organization = try organizations.get().rows.first else {
      throw GraphError(.unreadable, asked: .organization)
    }
    return TenantOverview(
      organization: organization, admin: answers.value(.signedInUser),
      roles: await answers.list(.activeRoles), userConsent: answers.value(.authorizationPolicy),
      consentRequests: answers.value(.adminConsentRequestPolicy),
      application: answers.found(.servicePrincipal(app)),
      deleted: await answers.list(.deletedServicePrincipals(app)),
      lookAlikes: await answers.list(.lookAlikes(name: name), pages: Self.pagesOfLookAlikes),
      user: user.map { answers.found($0) })
  }

  /// What is to be known of an application, and of a person where one is asked about.
  ///
  /// - Throws: ``GraphError`` when nothing can be read any more.
  public func details(
    _ wanted: DetailsWanted
  ) async throws(GraphError) -> ApplicationDetails {
    let app = wanted.application
    let user = wanted.user
    let (organization, own) = (
      app.map { Reading.organizationGrants(client: $0) },
      app.map { app in user.map { .ownGrantsOfUser($0, to: app) } ?? Reading.ownGrants(app) }
    )
    let anybodys = app.flatMap { app in user.map { _ in Reading.ownGrants(app) } }
    let records = app.map { Reading.consentRecords($0) }
    let owners = app.map { Reading.owners($0) }
    let eligible = wanted.admin.map { Reading.eligibleRoles($0) }
    let removals = app == nil ? Reading.removalRecords : nil
    let held = app.flatMap { app in user.map { Reading.userAssignments($0, to: app) } }
    let direct = user.map { Reading.userGroups($0) }
    let all = app.flatMap { _ in user.map { Reading.transitiveGroups($0) } }
    let signIns = wanted.hasSignInLog ? user.map { Reading.signIns($0, wanted.app) } : nil
    let answers = try await ask(
      [
        organization, own, anybodys, records, owners, eligible, removals, held, direct, all,
        signIns,
      ]
      .compactMap(\.self))
    return ApplicationDetails(
      organizationGrants: await answers.listIfAsked(organization),
      ownGrants: await answers.listIfAsked(own, pages: Self.pagesOfOwnGrants),
      anybodysGrants: await answers.listIfAsked(anybodys, pages: 1),
      consentRecords: await answers.listIfAsked(records, pages: Self.pagesOfRecords),
      owners: await answers.listIfAsked(owners), eligibleRoles: await answers.listIfAsked(eligible),
      removals: await answers.listIfAsked(removals, pages: Self.pagesOfRecords),
      assignments: await answers.listIfAsked(held), memberships: await answers.listIfAsked(direct),
      allGroups: await answers.listIfAsked(all),
      signIns: await answers.listIfAsked(signIns, pages: 1))
  }

  /// What some groups are like inside, ten a request.
  ///
  /// - Throws: ``GraphError`` when nothing can be read any more.
  public func shapes(
    of groups: some Collection<ObjectID>
  ) async throws(GraphError) -> [ObjectID: GroupShape] {
    let answers = try await ask(groups.flatMap { [.memberCount($0), .nestedGroups($0)] })
    var shapes: [ObjectID: GroupShape] = [:]
    for group in groups {
      shapes[group] = GroupShape(
        members: answers.count(of: .memberCount(group), as: DirectoryObjectJSON.self),
        nested: await answers.list(.nestedGroups(group)))
    }
    return shapes
  }

  /// Which of some groups are assigned to an application themselves, twenty a request.
  ///
  /// - Throws: ``GraphError`` when that can't be told of one of them.
  public func assigned(
    among groups: some Collection<ObjectID>, to resource: ObjectID
  ) async throws(GraphError) -> Set<ObjectID> {
    let answers = try await ask(groups.map { .groupAssignments($0, to: resource) })
    var assigned: Set<ObjectID> = []
    for group in groups {
      let rows: Reply<Listing<AssignmentJSON>> = await answers.list(
        .groupAssignments(group, to: resource))
      if try !rows.get().rows.isEmpty { assigned.insert(group) }
    }
    return assigned
  }

  /// Which of some users and groups are assigned to an application themselves, twenty a request.
  ///
  /// A user who has it by a group only is not among them.
  ///
  /// - Throws: ``GraphError`` when that can't be told of one of them.
  public func assigned(
    users: some Collection<ObjectID>, groups: some Collection<ObjectID>, to resource: ObjectID
  ) async throws(GraphError) -> Set<ObjectID> {
    let answers = try await ask(users.map { .userAssignments($0, to: resource) })
    var assigned = try await self.assigned(among: groups, to: resource)
    for user in users {
      let rows: Reply<Listing<AssignmentJSON>> = await answers.list(
        .userAssignments(user, to: resource))
      let isDirect = try rows.get().rows.contains {
        $0.principalId.flatMap { ObjectID($0) } == user
      }
      if isDirect { assigned.insert(user) }
    }
    return assigned
  }
}

extension Answers {
  /// The list of a question that was perhaps not asked.
  fileprivate func listIfAsked<Row: GraphRow>(
    _ reading: Reading?, pages: Int = .max
  ) async -> Reply<Listing<Row>>? {
    guard let reading else { return nil }
    return await list(reading, pages: pages)
  }
}
