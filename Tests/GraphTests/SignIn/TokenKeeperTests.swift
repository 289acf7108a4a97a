import Entra
import Foundation
import Synchronization
import Testing

@testable import Graph

@Suite("A token that many wait for", .timeLimit(.minutes(10))) struct TokenKeeperTests {
  /// A renewal that goes on until it is let through, or cancelled.
  final class Gate: Sendable {
    private let state = Mutex((begun: 0, ended: 0, isOpen: false, number: 0))

    var begun: Int { state.withLock { $0.begun } }
    var cancelled: Int { state.withLock { $0.ended } }
    func open() { state.withLock { $0.isOpen = true } }

    func renew() async -> TokenKeeper.Outcome {
      state.withLock { $0.begun += 1 }
      while !state.withLock({ $0.isOpen }) {
        if Task.isCancelled {
          state.withLock { $0.ended += 1 }
          return .failure(.cancelled)
        }
        await Task.yield()
      }
      let number = state.withLock { state in
        state.number += 1
        return state.number
      }
      return .success(
        IssuedToken(AccessToken("token-\(number)"), lasting: .seconds(3_600), from: .zero))
    }
  }

  private func keeper(_ gate: Gate) -> TokenKeeper {
    TokenKeeper(time: RunningTime(on: ManualClock())) { _ in await gate.renew() }
  }

  private func ask(_ keeper: TokenKeeper) -> Task<Result<String, TokenError>, Never> {
    Task {
      do throws(TokenError) { return .success(try await keeper.token(after: nil).secret) } catch {
        return .failure(error)
      }
    }
  }

  @Test("is got once")
  func once() async {
    let gate = Gate()
    let keeper = keeper(gate)
    let askers = (0..<100).map { _ in ask(keeper) }
    while gate.begun == 0 { await Task.yield() }
    gate.open()
    for asker in askers { #expect(await asker.value == .success("token-1")) }
    #expect(gate.begun == 1)
  }

  @Test("is renewed once when it was refused to many")
  func refusedOnce() async throws {
    let gate = Gate()
    gate.open()
    let keeper = keeper(gate)
    let first = try await keeper.token(after: nil)
    await withTaskGroup(of: String?.self) { group in
      for _ in 0..<100 {
        group.addTask {
          try? await keeper.token(after: TokenRefusal(token: first, claims: nil)).secret
        }
      }
      for await token in group { #expect(token == "token-2") }
    }
    #expect(gate.begun == 2)
  }

  @Test("lets go whoever leaves, and serves the others")
  func leaving() async {
    let gate = Gate()
    let keeper = keeper(gate)
    let patient = ask(keeper)
    while gate.begun == 0 { await Task.yield() }
    let hasty = ask(keeper)
    hasty.cancel()
    #expect(await hasty.value == .failure(.cancelled))
    #expect(gate.cancelled == 0)
    gate.open()
    #expect(await patient.value == .success("token-1"))
  }

  @Test("is given up when nobody waits any more, and asked for anew by the next")
  func abandoned() async {
    let gate = Gate()
    let keeper = keeper(gate)
    let asker = ask(keeper)
    while gate.begun == 0 { await Task.yield() }
    asker.cancel()
    #expect(await asker.value == .failure(.cancelled))
    while gate.cancelled == 0 { await Task.yield() }
    let next = ask(keeper)
    while gate.begun < 2 { await Task.yield() }
    gate.open()
    #expect(await next.value == .success("token-1"))
  }

  @Test("is not asked for by a task that is cancelled already")
  func cancelledBefore() async {
    let gate = Gate()
    let keeper = keeper(gate)
    let asker = Task {
      while !Task.isCancelled { await Task.yield() }
      return await ask(keeper).value
    }
    asker.cancel()
    // The inner task is not cancelled: it waits, and is let through.
    gate.open()
    #expect(await asker.value == .success("token-1"))
  }
}
