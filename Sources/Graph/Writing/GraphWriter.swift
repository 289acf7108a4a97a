public import Entra
public import Remediation

/// Carries out commands through Graph: the only maker of requests that change a tenant.
///
/// It is made for one tenant and one case, refuses another's command, and begins each command at
/// most once. What it is about to do is written down before the first request that changes anything.
public actor GraphWriter {
  /// Which tenant it writes to.
  public nonisolated let tenant: Tenancy
  nonisolated let client: GraphClient
  private let caseID: CaseID
  private let recording: @Sendable (WriteIntent) throws -> Void
  private var begun: Set<CommandID> = []

  /// A writer for the tenant that the client's sign-in belongs to, which Graph is asked for.
  ///
  /// - Parameters:
  ///   - caseID: The case whose commands it carries out.
  ///   - client: What reads and sends.
  ///   - recording: Writes an intent down, durably, or throws: then nothing is sent.
  /// - Throws: ``GraphError`` when the tenant can't be read.
  public init(
    for caseID: CaseID, through client: GraphClient,
    recording: @escaping @Sendable (WriteIntent) throws -> Void
  ) async throws(GraphError) {
    let organization = try await client.organization()
    guard let id = try? organization.tenantID() else {
      throw GraphError(.unreadable, to: client.request(.organization))
    }
    tenant = Tenancy(id: id, domains: organization.domains)
    (self.caseID, self.client, self.recording) = (caseID, client, recording)
  }

  /// A tenant by what Graph said of it.
  public struct Tenancy: Sendable, Hashable {
    /// Its ID.
    public let id: TenantID
    /// Its domains, the default one first.
    public let domains: [DomainName]
  }

  /// What became of entries, while others are still under way.
  public typealias Report = @Sendable ([Int: EntryOutcome]) async -> Void

  /// Carries the command out; the outcomes stand in the entries' order.
  ///
  /// - Parameters:
  ///   - command: What the machine ordered.
  ///   - particulars: On which object, which entries.
  ///   - report: Told of entries as they end, a batch at a time.
  /// - Returns: One outcome an entry; one in all for what has no entries.
  /// - Throws: ``WriteRefusal`` when nothing was written.
  public func perform(
    _ command: Command, with particulars: Particulars, reporting report: @escaping Report = { _ in }
  ) async throws(WriteRefusal) -> [EntryOutcome] {
    try check(command, particulars)
    // No `await` between the two: a second call finds it begun.
    begun.insert(command.id)
    let work = Performance(command: command, client: client) {
      [recording, tenant] object throws(WriteRefusal) in
      let intent = WriteIntent(
        caseID: command.caseID, command: command.id, order: command.order, tenant: tenant.id,
        object: object, entries: particulars.count)
      do { try recording(intent) } catch { throw .unrecorded }
    }
    switch (command.order, particulars) {
    case (.enableServicePrincipal, .object(let target)): return [try await work.enable(target)]
    case (.requireAssignment, .object(let target)): return [try await work.require(target)]
    case (.deleteServicePrincipal, .object(let target)): return [try await work.delete(target)]
    case (.restoreServicePrincipal, .object(let target)): return [try await work.restore(target)]
    case (.addServicePrincipal, .creation): return [try await work.add()]
    case (.consent(.graph), .grants(let entries, let target)):
      return try await work.grant(entries, to: target, report)
    case (.assignPrincipals, .assignments(let entries, let target)),
      (.assignSnapshot, .assignments(let entries, let target)):
      return try await work.assign(entries, to: target, report)
    case (.assignSnapshot, .recorded(let entries, let target)):
      return try await work.putBack(entries, to: target, report)
    default: throw .misfit
    }
  }

  private func check(_ command: Command, _ particulars: Particulars) throws(WriteRefusal) {
    guard command.caseID == caseID else { throw .anotherCase }
    if let named = command.tenant {
      guard tenant.domains.contains(named) else { throw .anotherTenant(named) }
    } else if case .deleteServicePrincipal = command.order {
      throw .tenantUnknown
    }
    guard !begun.contains(command.id) else { throw .alreadyBegun }
    switch command.order {
    case .consent(.graph):
      guard case .grants = particulars else { throw .misfit }
    case .consent: throw .notThroughGraph
    case .assignPrincipals(let count), .assignSnapshot(let count):
      switch particulars {
      case .assignments: break
      case .recorded:
        guard case .assignSnapshot = command.order else { throw .misfit }
      case .object, .creation, .grants: throw .misfit
      }
      guard particulars.count <= count else {
        throw .tooMany(ordered: count, given: particulars.count)
      }
    case .addServicePrincipal:
      guard particulars == .creation else { throw .misfit }
    case .enableServicePrincipal, .requireAssignment, .deleteServicePrincipal,
      .restoreServicePrincipal:
      guard case .object = particulars else { throw .misfit }
    }
    guard particulars.count > 0 else { throw .empty }
  }
}

/// What is about to be changed, and by which command: written down first, so that after an
/// interruption it is known what to look for.
public struct WriteIntent: Sendable, Hashable {
  /// Whose case it is.
  public let caseID: CaseID
  /// By which command.
  public let command: CommandID
  /// What the command orders.
  public let order: Order
  /// In which tenant.
  public let tenant: TenantID
  /// On which object; `nil` where it is yet to be created.
  public let object: ObjectID?
  /// How many entries.
  public let entries: Int
}
