import Entra
import Execution
import Journal
import Training

/// Hands in a practice tenant, where it is known after every request who gets in: what was measured
/// goes into the case's journal.
struct MeasuringHands: Hands {
  let hands: any Hands
  let practice: PracticeTenant
  let journal: CaseJournal
  let now: @Sendable () -> Int

  func perform(
    _ work: Work, telling: @escaping @Sendable (WorkProgress) -> Void
  ) async -> WorkResult {
    let result = await hands.perform(work, telling: telling)
    guard let measurement = await practice.transport.measured() else { return result }
    do throws(JournalError) {
      try journal.append(.outages(OutageMeasurement(measurement)), from: .observed, at: now())
    } catch { return .stopped(.unremembered(error)) }
    return result
  }
}

extension OutageMeasurement {
  fileprivate init(_ measured: TenantTransport.Measurement) {
    self.init(
      people: measured.people, changes: measured.changes, gained: measured.gained,
      outages: measured.outages.map { outage in
        Outage(
          person: ForeignText(outage.person), from: Outage.Edge(outage.from),
          until: outage.until.map(Outage.Edge.init))
      })
  }
}

extension Outage.Edge {
  fileprivate init(_ edge: AccessWatch.Edge) {
    self.init(request: edge.request, deed: edge.deed, at: Int(edge.seconds * 1000))
  }
}
