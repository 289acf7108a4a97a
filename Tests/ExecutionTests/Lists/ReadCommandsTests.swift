import Entra
import Execution
import Foundation
import Testing

@Suite("The read-only commands") struct ReadCommandsTests {
  private let commands = ReadCommands(app: Pasted.app)

  @Test(
    "ask for every set of this application, and change nothing",
    arguments: ReadCommands.Shell.allCases)
  func content(_ shell: ReadCommands.Shell) {
    let text = commands.lines(in: shell).joined(separator: "\n")
    for set in SnapshotSet.allCases {
      #expect(text.contains("/\(set.rawValue)") || text.contains("'\(set.rawValue)?"))
    }
    #expect(text.contains("(appId='\(Pasted.appText)')"))
    for verb in ["POST", "PATCH", "PUT", "DELETE", "post", "patch", " put", "delete "] {
      #expect(!text.contains(verb))
    }
    #expect(commands.lines(in: shell).count <= 16)
    #expect(!commands.preparation(in: shell).isEmpty)
  }

  @Test("can ask another cloud")
  func cloud() {
    for shell in ReadCommands.Shell.allCases {
      let text = ReadCommands(app: Pasted.app, host: "graph.example").lines(in: shell).joined()
      #expect(text.contains("https://graph.example/v1.0/"))
      #expect(!text.contains("graph.microsoft.com"))
    }
  }

  @Test("for bash print what is read as complete, and nothing when a request fails")
  func bash() throws {
    // An `az` that answers like Graph, two pages of assignments included.
    let stub = """
      az() {
      case "$7" in
        *skiptoken*) cat <<'END'
      \(Pasted.answer("appRoleAssignedTo", [Pasted.assignment(3)]))
      END
      ;;
        */appRoleAssignedTo/*count) printf '\\357\\273\\2773\\n' ;;
        *servicePrincipals\\(*\\)\\?*) cat <<'END'
      \(Pasted.servicePrincipal)
      END
      ;;
        */appRoleAssignedTo\\?*) cat <<'END'
      \(pretty(Pasted.answer("appRoleAssignedTo", [Pasted.assignment(1), Pasted.assignment(2)], next: true)))
      END
      ;;
        */oauth2PermissionGrants*) [ -z "$FAIL" ] || return 1; cat <<'END'
      \(Pasted.answer("oauth2PermissionGrants", Pasted.grants))
      END
      ;;
        */appRoleAssignments*) cat <<'END'
      \(Pasted.answer("appRoleAssignments", Pasted.permissions))
      END
      ;;
        */owners*) cat <<'END'
      \(Pasted.answer("owners", Pasted.owners))
      END
      ;;
      esac
      }

      """
    let script = stub + commands.lines(in: .azureCLI).joined(separator: "\n") + "\n"
    let output = try run(script)
    let expected = try #require(Pasted.contents(Pasted.collected()))
    #expect(Pasted.shortcomings(output) == [])
    #expect(Pasted.contents(output)?.canonical == expected.canonical)
    #expect(try run("FAIL=1\n" + script) == "")
  }

  /// The next link as the Azure CLI prints it: a space after the colon, a line of its own.
  private func pretty(_ answer: String) -> String {
    answer.replacing(",\"@odata.nextLink\":", with: ",\n  \"@odata.nextLink\": ")
      .replacing(",\"value\"", with: ",\n  \"value\"")
  }

  private func run(_ script: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
