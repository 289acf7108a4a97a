import Entra
import Execution
import Graph
import Walk
import Wording

/// A CSV of who is to be assigned, found in the tenant's directory.
struct PrincipalFile: Sendable {
  let path: String

  /// Finds everybody, or says line by line who could not be found.
  ///
  /// - Throws: ``Failure`` with every line that names nobody; then nothing is planned.
  func resolve(
    through client: GraphClient, into wishes: inout PlanWishes, _ words: Words
  ) async throws(Failure) {
    let list = try read(words)
    let resolved: PrincipalResolution.Resolved
    do throws(GraphError) {
      let diagnosing = Diagnosing(
        client: client, profile: words.profile, now: { Composition.now })
      let diagnosis = try await diagnosing.diagnose(wishes.user)
      // Without an application nobody is looked for: the machine says why nothing is planned.
      guard let application = diagnosis.application else { return }
      resolved = try await PrincipalResolution(
        client: client, application: application, isPremium: diagnosis.isPremium
      ).resolve(list.principals)
    } catch { throw Failure(reading: error) }
    guard resolved.problems.isEmpty else {
      throw Failure(
        .badData,
        lines: resolved.problems.map { "Line \($0.line): \($0.sentence(in: words))" }
          + ["Nothing was planned."])
    }
    for group in resolved.nested { StandardStream.complain([words.warning(of: group)]) }
    wishes.principals = resolved.entries.compactMap { PlanWishes.Assignee($0) }
  }

  private func read(_ words: Words) throws(Failure) -> PrincipalList {
    do throws(IntakeFailure) { return try PrincipalList(inFileAt: path) } catch {
      if case .file = error { throw Failure(.noInput, lines: words.lines(error)) }
      throw Failure(.badData, lines: words.lines(error) + ["Nothing was planned."])
    }
  }
}
