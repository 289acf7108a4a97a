import Foundation
import Journal
import Remediation
import Walk

@main enum Regrant {
  static func main() {
    var wishes = Wishes()
    wishes.isPlain = CommandLine.arguments.contains("--plain")
    let surroundings = Surroundings(
      now: { Int(Date().timeIntervalSince1970 * 1000) },
      newCaseID: {
        CaseID(
          bits: withUnsafeBytes(of: UUID().uuid, Array.init).reduce(0) { $0 << 8 | UInt128($1) })
      },
      folder: StateFolder(environment: ProcessInfo.processInfo.environment),
      environment: ProcessInfo.processInfo.environment)
    do { exit(try Sitting(wishes, in: surroundings).run()) } catch { print("\(error)") }
  }
}
