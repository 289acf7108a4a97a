import Entra
import Execution
import Foundation
import Graph
import Journal
import Remediation
import Terminal
import Training
import Walk

/// The one place that chooses clock, ids, folders and environment.
enum Composition {
  /// Now, in milliseconds since 1970.
  static var now: Int { Int(Date().timeIntervalSince1970 * 1000) }

  /// Whether the environment holds a token.
  static var hasToken: Bool {
    ProcessInfo.processInfo.environment["REGRANT_ACCESS_TOKEN"]?.isEmpty == false
  }

  /// The ID of a new case.
  static func newCaseID() -> CaseID {
    let bytes = withUnsafeBytes(of: UUID().uuid, Array.init)
    return CaseID(bits: bytes.reduce(0) { $0 << 8 | UInt128($1) })
  }

  /// The folder that holds the cases.
  static func stateFolder() throws(Failure) -> StateFolder {
    var environment: [String: String] = [:]
    for name in ["XDG_STATE_HOME", "HOME"] {
      environment[name] = getenv(name).map { String(cString: $0) }
    }
    guard let folder = StateFolder(environment: environment) else {
      throw Failure(
        .cannotCreate, "No folder for cases is named.",
        "Set XDG_STATE_HOME or HOME to an absolute path.")
    }
    return folder
  }

  /// The journal of this user.
  static func openJournal() throws(Failure) -> JournalStore {
    let folder = try stateFolder()
    do throws(JournalError) { return try JournalStore(in: folder) } catch { throw Failure(error) }
  }

  /// The journal of this user where there is one; nil, and nothing is created, where there is none.
  ///
  /// One that may not be written is read.
  static func openJournalIfAny() throws(Failure) -> JournalStore? {
    let folder = try stateFolder()
    var status = stat()
    if stat(folder.file, &status) != 0, errno == ENOENT || errno == ENOTDIR { return nil }
    do throws(JournalError) { return try JournalStore(in: folder) } catch {
      guard case .readOnly = error else { throw Failure(error) }
      do throws(JournalError) { return try JournalStore(reading: folder) } catch {
        throw Failure(error)
      }
    }
  }

  /// The walk, from its first screen to its end.
  ///
  /// A customer's tenant is reached through `door`; without one the walk signs in with a code.
  static func walk(
    _ wishes: Wishes, door: Door? = nil, through doors: WalkDoors = WalkDoors(),
    practice: (@Sendable () -> PracticeTenant)? = nil, about person: UserPrincipalName? = nil
  ) -> ExitCode {
    defer { doors.close() }
    let environment = ProcessInfo.processInfo.environment
    let surroundings = Surroundings(
      now: { now }, newCaseID: { newCaseID() }, folder: StateFolder(environment: environment),
      environment: environment, door: { door ?? doors.byCode() }, practice: practice,
      person: person,
      makeHands: { client, journal, profile, person in
        TenantHands(client, for: journal, of: profile, person: person, now: { now })
      })
    do throws(TerminalError) {
      return ExitCode(rawValue: try Sitting(wishes, in: surroundings).run()) ?? .internalError
    } catch {
      StandardStream.complain([error.description])
      return .unavailable
    }
  }
}
