public import Entra
public import Graph
import Remediation

/// Reads a tenant and judges what it can.
///
/// A dozen answers in two or three requests, however large the tenant is; beside them only the
/// list of who is assigned, page by page, and that not when one person is asked about.
public struct Diagnosing: Sendable {
  let client: GraphClient
  let profile: ApplicationProfile
  /// Whether the permissions to consent to are known from a snapshot that is stored.
  let hasStoredScopes: Bool
  let now: @Sendable () -> Int

  /// More assigned groups than this are counted and not looked into.
  static let groupsLookedInto = 40
  /// More groups that hold one person are not asked about.
  static let groupsOfPerson = 60

  /// A reader of one tenant.
  ///
  /// - Parameters:
  ///   - client: Asks the tenant.
  ///   - profile: Which application it is about.
  ///   - hasStoredScopes: Whether a stored snapshot holds the permissions to consent to.
  ///   - now: The time, in milliseconds since 1970.
  public init(
    client: GraphClient, profile: ApplicationProfile, hasStoredScopes: Bool = false,
    now: @escaping @Sendable () -> Int
  ) {
    (self.client, self.profile) = (client, profile)
    (self.hasStoredScopes, self.now) = (hasStoredScopes, now)
  }

  /// What there is, and what it amounts to for everybody, or for `person` alone.
  ///
  /// - Throws: ``GraphError`` when the tenant could not be read at all; what could not be read of
  ///   it is told in the diagnosis.
  public func diagnose(
    _ person: UserPrincipalName? = nil
  ) async throws(GraphError) -> Diagnosis {
    let overview = try await client.overview(
      of: profile.appID, lookingLike: profile.name, person: person)
    var reading = DiagnosisReading(try diagnosis(of: overview), at: now())
    reading.take(overview, of: profile, for: person)
    let user = try? overview.user?.get()?.objectID()
    let application = reading.diagnosis.application?.id
    let details = try await client.details(
      DetailsWanted(
        of: profile.appID, application: application, admin: reading.diagnosis.admin?.id,
        user: user, hasSignInLog: reading.diagnosis.isPremium == true))
    reading.take(details, of: profile, isAboutPerson: person != nil)
    if let application, person == nil {
      try await count(assignmentsTo: application, into: &reading)
    }
    if let application, let user {
      try await place(user, details, in: application, into: &reading)
    }
    try await name(the: details, in: &reading)
    if let application { try await judgeAge(of: application, overview, into: &reading) }
    return reading.judged(profile, hasStoredScopes: hasStoredScopes)
  }

  private func diagnosis(of overview: TenantOverview) throws(GraphError) -> Diagnosis {
    let organization = overview.organization
    let tenant: TenantID
    do { tenant = try organization.tenantID() } catch {
      throw GraphError(unreadable: .organization, error.field)
    }
    var diagnosis = Diagnosis(
      readAt: now(), tenant: tenant, tenantName: ForeignText(organization.displayName ?? ""),
      domain: organization.domains.first, application: nil, observations: [])
    diagnosis.isPremium = organization.assignedPlans == nil ? nil : organization.isPremium
    return diagnosis
  }

  /// Counts who is assigned, and looks into the groups.
  private func count(
    assignmentsTo application: ObjectID, into reading: inout DiagnosisReading
  ) async throws(GraphError) {
    var standing = AssignmentStanding()
    var groups: [Principal] = []
    var onlyUser: ObjectID?
    do throws(GraphError) {
      var pages = client.assignments(to: application).makeAsyncIterator()
      while let page = try await pages.next() {
        standing.unreadable += page.unreadable.count
        for row in page.rows {
          guard let assignment = try? row.assignment() else {
            standing.unreadable += 1
            continue
          }
          switch assignment.principal.kind {
          case .user:
            standing.users += 1
            onlyUser = standing.users == 1 ? assignment.principal.id : nil
          case .group:
            standing.groups += 1
            if groups.count < Self.groupsLookedInto { groups.append(assignment.principal) }
          case .servicePrincipal: standing.others += 1
          }
        }
      }
    } catch { return try reading.miss(error) }
    reading.saw(.assignments)
    let shapes = try await client.shapes(of: Set(groups.map(\.id)))
    for group in groups {
      guard let shape = shapes[group.id] else { continue }
      let nested = reading.rows(shape.nested)
      standing.inside.append(
        AssignmentStanding.Group(
          id: group.id, name: group.name, members: reading.value(shape.members),
          nested: nested?.map(\.name) ?? []))
    }
    reading.onlyUser = standing.groups == 0 && standing.users == 1 ? onlyUser : nil
    reading.diagnosis.assigned = standing
  }

  /// How the person comes by the application: themselves, by a group, or only through another.
  private func place(
    _ user: ObjectID, _ details: ApplicationDetails, in application: ObjectID,
    into reading: inout DiagnosisReading
  ) async throws(GraphError) {
    guard let held = reading.value(details.assignments) else { return }
    let rows = held.rows.compactMap { try? $0.assignment() }
    // An assignment that can't be read may be the one: then nobody knows.
    let isWhole = held.isComplete && rows.count == held.rows.count
    if rows.contains(where: { $0.principal.id == user }) {
      reading.diagnosis.person?.assignment = .direct
    } else if let group = rows.first(where: { $0.principal.kind == .group }) {
      reading.diagnosis.person?.assignment = .group(group.principal.name)
    } else if !isWhole {
      try reading.miss(GraphError(unreadable: .userAssignments, "principalId"))
    } else if let all = reading.rows(details.allGroups) {
      reading.diagnosis.person?.assignment = PersonStanding.Assignment.none
      let groups = all.prefix(Self.groupsOfPerson).compactMap { row in
        row.id.flatMap { ObjectID($0) }.map { (id: $0, name: row.name) }
      }
      guard !groups.isEmpty else { return }
      do throws(GraphError) {
        let assigned = try await client.assigned(among: groups.map(\.id), to: application)
        guard let outer = groups.first(where: { assigned.contains($0.id) }) else { return }
        reading.diagnosis.person?.assignment = .nestedOnly(outer.name)
      } catch { try reading.miss(error) }
    } else {
      // By no group directly: that is enough to know that they are out.
      reading.diagnosis.person?.assignment = PersonStanding.Assignment.none
    }
  }

  /// Reads the APIs' names.
  private func name(
    the details: ApplicationDetails, in reading: inout DiagnosisReading
  ) async throws(GraphError) {
    let consent = reading.diagnosis.consent
    let resources = Set(
      ((consent?.organization ?? []) + (consent?.individual ?? [])).map(\.resource))
    guard !resources.isEmpty else { return }
    do throws(GraphError) {
      let names = Dictionary(
        try await client.objects(resources).rows.map { ($0.id ?? "", $0.name) },
        uniquingKeysWith: { first, _ in first })
      reading.name(resources: names)
    } catch { try reading.miss(error) }
  }

  /// Whether the application that is there is another one than before, and empty.
  private func judgeAge(
    of application: ObjectID, _ overview: TenantOverview, into reading: inout DiagnosisReading
  ) async throws(GraphError) {
    guard reading.diagnosis.object == .present, !reading.diagnosis.deleted.isEmpty,
      case .success(let found?) = overview.application,
      reading.diagnosis.deleted.contains(where: { $0.deletedAt <= found.createdDateTime ?? "" })
    else { return }
    do throws(GraphError) {
      let principals =
        if let assigned = reading.diagnosis.assigned {
          assigned.principals
        } else { try await client.assignmentCount(of: application) }
      // Whoever consents is assigned by it: one alone has not come back.
      if principals <= 1 { reading.diagnosis.object = .readded }
    } catch { try reading.miss(error) }
  }
}
