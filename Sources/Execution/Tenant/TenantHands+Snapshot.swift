import Entra
import Graph
import Journal
import Remediation
import Wording

extension TenantHands {
  /// Reads everything that a deletion takes away, twice, and keeps it if both readings agree.
  func takeSnapshot() async throws(Hitch) -> Snapshot {
    let object = try await present()
    let ledger = journal.ledger
    let list = try remembered { () throws(JournalError) in
      try ledger.begin(.snapshot, at: now())
    }
    do throws(Hitch) {
      _ = try await reading(object).read(object, into: list.number)
      let digest = try remembered { () throws(JournalError) in
        try ledger.digest(of: list.number)
      }
      guard try await digestNow() == digest else { throw .changedMeanwhile }
    } catch {
      try remembered { () throws(JournalError) in try ledger.discard(list.number) }
      throw error
    }
    return try remembered { () throws(JournalError) in
      _ = try ledger.complete(list.number)
      let id = ForeignText(object.id ?? "")
      try journal.append(.particular(.objectID, id), at: now())
      return try ledger.snapshot(list.number)
    }
  }

  /// What the application's content amounts to now; nothing of it is kept.
  func digestNow() async throws(Hitch) -> String {
    let object = try await present()
    let ledger = journal.ledger
    let list = try remembered { () throws(JournalError) in
      try ledger.begin(.comparison, at: now())
    }
    let digest: String
    do throws(Hitch) {
      _ = try await reading(object).read(object, into: list.number)
      digest = try remembered { () throws(JournalError) in try ledger.digest(of: list.number) }
    } catch {
      try remembered { () throws(JournalError) in try ledger.discard(list.number) }
      throw error
    }
    try remembered { () throws(JournalError) in try ledger.discard(list.number) }
    return digest
  }

  /// The living service principal, which must be there.
  func present(isRecent: Bool = false) async throws(Hitch) -> ServicePrincipalJSON {
    guard let object = try await living(isRecent: isRecent) else { throw .changedMeanwhile }
    return object
  }

  func reading(_ object: ServicePrincipalJSON) -> ContentReading {
    ContentReading(
      client: client, ledger: journal.ledger, telling: telling,
      roles: RoleMatching(declared: object.appRoles))
  }
}
