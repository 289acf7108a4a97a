import Foundation
import PseudoTerminal
import Testing

extension ProvocationTests {
  /// Whether disks of our own can be had, in a namespace where we may mount.
  private static let hasDisks: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/unshare")
    process.arguments = ["-rm", "mount", "-t", "tmpfs", "-o", "size=64k", "none", "/tmp"]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// The program with its cases on a small disk of its own.
  private func onDisk(_ preparation: String = "true") throws -> NaiveDriver {
    let folder = StateDirectory()
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: true)
    let mount = "mount -t tmpfs -o size=300k none \"$XDG_STATE_HOME\""
    return try NaiveDriver(
      shell: "exec unshare -rm sh -c '\(mount) && \(preparation) && exec \"$0\"' \"$0\"",
      in: folder)
  }

  @Test(
    "23: a full disk is named, keeps what was there, and lets one go on when there is room",
    .enabled(if: hasDisks, "nobody may mount here"))
  func fullDisk() throws {
    let driver = try onDisk()
    try driver.make([.choose("New case"), .choose("\"Need admin approval\"")])
    let question = driver.terminal.screen.lines[1]
    // The disk as the program sees it.
    let filler = "/proc/\(driver.terminal.processID)/root\(driver.folder.path)/filler"
    let descriptor = open(filler, O_WRONLY | O_CREAT, 0o600)
    try #require(descriptor >= 0)
    let bytes = [UInt8](repeating: 0, count: 512)
    while write(descriptor, bytes, bytes.count) > 0 {}
    close(descriptor)
    for _ in 0..<2 {
      try driver.make(.choose("No, assignment is not required"))
      try driver.terminal.expect("The disk is full. The last step was not kept")
      #expect(driver.terminal.screen.lines[1] == question)
      try driver.make(.press("\u{1b}[A"))
    }
    try #require(unlink(filler) == 0)
    try driver.make(.choose("No, assignment is not required"))
    try driver.terminal.expect("What keeps them out")
    try driver.terminal.send("\u{3}\u{3}")
    #expect(try driver.terminal.wait() == .exited(130))
    #expect(driver.terminal.screen.shows("Case 1 is kept"))
  }

  @Test(
    "23: a disk that is mounted to be read only is named, and the walk goes on unsaved",
    .enabled(if: hasDisks, "nobody may mount here"))
  func readOnlyDisk() throws {
    let driver = try onDisk("mount -o remount,ro \"$XDG_STATE_HOME\"")
    try driver.terminal.expect("The folder for cases cannot be written.")
    try driver.make([.choose("New case"), .choose("\"Need admin approval\"")])
    try driver.terminal.expect("\"Assignment required?\"")
  }

  @Test(
    "23: cases on a disk that may only be read are listed, shown, reported and checked",
    .enabled(if: hasDisks, "nobody may mount here"), arguments: [false, true])
  func readingDisk(afterPowerCut isCut: Bool) throws {
    let first = try findings()
    if isCut { first.terminal.signal(SIGKILL) } else { try first.terminal.send("\u{3}\u{3}") }
    try first.terminal.wait()
    let commands = [
      "list", "show 1", "report 1", "verify", "list --format json", "export 1",
      "delete 1 --confirm \"delete case 1\"",
    ]
    let asked = commands.map { "\"$0\" cases \($0); echo \"status $?\"" }
    let mount =
      "mount --bind \"$XDG_STATE_HOME\" \"$XDG_STATE_HOME\" && "
      + "mount -o remount,bind,ro \"$XDG_STATE_HOME\""
    let second = try NaiveDriver(
      shell: "exec unshare -rm sh -c '\(mount); \(asked.joined(separator: "; "))' \"$0\"",
      in: first.folder)
    try second.terminal.wait()
    let said = String(decoding: second.terminal.received, as: UTF8.self)
    let statuses = said.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("status ") }
    #expect(statuses.map { $0.dropFirst(7) } == ["0", "0", "0", "0", "0", "77", "77"], "\(said)")
    #expect(said.contains("Consent") && said.contains("Case 1: intact"))
    #expect(said.contains("may not be written"))
    let third = try NaiveDriver(["--case", "1"], in: first.folder)
    try third.terminal.expect("What keeps them out")
  }
}
