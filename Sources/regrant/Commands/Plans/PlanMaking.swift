import Entra
import Execution
import Foundation
import Graph
import Journal
import Remediation
import Walk
import Wording

/// Makes a plan: a case that nobody keeps is walked up to the first change, and no further.
struct PlanMaking {
  var plan: PlanFile
  let options: PlanOptions

  init(_ option: PlanFile.Option, _ options: PlanOptions) {
    self.options = options
    plan = PlanFile(
      option, of: ApplicationProfile.nexeticBackup.appID, as: Composition.newCaseID())
    plan.user = options.user
    plan.access = options.access?.need
  }

  /// A list of who is to be assigned, as the file has it.
  static func list(at path: String) throws(Failure) -> String {
    let bytes: [UInt8]
    do throws(IncomingFile.Failure) {
      bytes = try IncomingFile.bytes(of: path.contains("/") ? path : "./" + path)
    } catch {
      throw Failure(.noInput, lines: Words().lines(.file(error)))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Makes it and writes it down.
  func make() throws -> ExitCode {
    let desk = try PlanDesk(plan, options.connection, noInput: options.noInput)
    defer { desk.close() }
    let made = try desk.draft()
    let bytes = Data(try JSONOutput.text(made).utf8)
    try WrittenFile.write(bytes, to: options.out, replacing: options.force)
    if options.out != "-" {
      switch options.format {
      case .json: try StandardStream.write(JSONOutput.text(made))
      case .text: try StandardStream.write(lines: PlanSheet.lines(made, at: options.out))
      }
    }
    return .done
  }
}

/// What a plan says, for people.
enum PlanSheet {
  static func lines(_ plan: PlanFile, at path: String) -> [String] {
    var lines = ["Tenant       \(Failure.name(plan.tenantName)), \(plan.tenant)"]
    if let domain = plan.domain { lines.append("Domain       \(domain)") }
    lines.append("Application  \(plan.application)")
    if let object = plan.object { lines.append("Object       \(object)") }
    lines += ["", "What will change:"] + plan.changes.map { "- \($0)" }
    if let confirmation = plan.confirmation {
      lines += ["", "To confirm it, this has to be said: \(confirmation)"]
    }
    return lines + ["", "Written to \(Failure.name(path)). Nothing was changed in the tenant."]
  }
}
