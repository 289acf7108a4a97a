import Foundation
import Testing

@Suite("Setting up")
struct SetupTests {
  private static let all = ["git", "libncurses-dev", "libsqlite3-dev", "libvterm-dev"]
  private static let install = """
    env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends
    """.trimmingCharacters(in: .newlines)

  @Test("is silent where nothing is missing")
  func nothingMissing() throws {
    let result = try MadeUpSystem(installed: Self.all).setUp()
    #expect(result == .init(status: 0, output: "", did: []))
  }

  @Test("installs as root what is missing, and only that")
  func root() throws {
    let result = try MadeUpSystem(installed: ["git", "libsqlite3-dev"]).setUp()
    #expect(result.status == 0)
    #expect(
      result.did == [
        "apt-get update -qq",
        "apt-get install -qq -y --no-install-recommends libncurses-dev libvterm-dev",
      ])
    #expect(result.output == "Installing: libncurses-dev libvterm-dev\n")
  }

  @Test("asks sudo where the user is not root, and never for a password without a terminal")
  func sudo() throws {
    let result = try MadeUpSystem(installed: Self.all, userID: 1000).setUp(["dialog", "whiptail"])
    #expect(result.status == 0)
    #expect(
      result.did == [
        "sudo -n apt-get update -qq", "apt-get update -qq",
        "sudo -n \(Self.install) dialog whiptail",
        "apt-get install -qq -y --no-install-recommends dialog whiptail",
      ])
  }

  @Test(
    "says what to install where it can't",
    arguments: [
      MadeUpSystem(installed: ["git"], without: ["sudo"], userID: 1000),
      MadeUpSystem(installed: ["git"], without: ["apt-get"]),
      MadeUpSystem(installed: ["git"], userID: 1000, failing: ["sudo"]),
      MadeUpSystem(installed: ["git"], failing: ["apt-get"]),
      MadeUpSystem(installed: ["git"], installsNothing: true),
    ])
  func byHand(_ system: MadeUpSystem) throws {
    let result = try system.setUp()
    #expect(result.status == 1)
    #expect(
      result.output.hasSuffix(
        """
        Install them by hand, as root, then try again:
          apt-get update && apt-get install -y libncurses-dev libsqlite3-dev libvterm-dev

        """))
  }

  @Test("goes on with an old list of packages")
  func oldList() throws {
    let result = try MadeUpSystem(installed: ["git"], failing: ["apt-get update"]).setUp()
    #expect(result.status == 0)
    #expect(result.output.contains("apt-get update failed"))
  }

  @Test("looks for headers on a system without dpkg")
  func otherSystem() throws {
    let found = try MadeUpSystem(installed: [], without: ["dpkg-query"]).setUp()
    #expect(found == .init(status: 0, output: "", did: []))
    let missing = MadeUpSystem(installed: [], without: ["dpkg-query"], failing: ["clang"])
    let result = try missing.setUp(["dialog"])
    #expect(result.status == 1)
    #expect(result.output.contains("and: dialog"))
    #expect(result.output.contains("dnf install git ncurses-devel sqlite-devel libvterm-devel"))
  }

  @Test(
    "asks for Swift 6.2 or later",
    arguments: [
      ("Swift version 6.2 (swift-6.2-RELEASE)", true),
      ("Apple Swift version 6.3.1 (swiftlang-6.3.1)", true),
      ("Swift version 6.10-dev", true), ("Swift version 7.0.1", true),
      ("swift-driver version: 1.127 Swift version 6.2.3 (swift-6.2.3-RELEASE)", true),
      ("Swift version 6.1.2 (swift-6.1.2-RELEASE)", false), ("Swift version 5.10", false),
      ("Swift version unknown", false), ("OpenStack swift 4.2", false), ("", false),
    ])
  func swiftVersion(_ said: String, _ isEnough: Bool) throws {
    let result = try MadeUpSystem(installed: Self.all, swift: said).setUp()
    #expect(result.status == (isEnough ? 0 : 1))
    #expect(result.output.contains("https://www.swift.org/install/") == !isEnough)
    #expect(!result.output.contains("setup:"), "the shell itself complained")
  }

  @Test("says where to get Swift")
  func noSwift() throws {
    let result = try MadeUpSystem(installed: Self.all, without: ["swift"]).setUp()
    #expect(result.status == 1)
    #expect(
      result.output == """
        Swift is not installed, or not in PATH.
        Regrant is built with Swift 6.2 or later: https://www.swift.org/install/

        """)
  }
}
