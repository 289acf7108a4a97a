import Glibc
import Testing

@testable import Terminal

@Suite("The end of a line") struct EndOfLineTests {
  @Test("is seen, whatever an earlier call left in errno", arguments: [EINTR, EAGAIN, 0])
  func staleErrorNumber(_ stale: Int32) throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[1])
    defer { close(ends[0]) }
    var reader = KeyReader(line: ends[0], escapeDelay: 25)
    errno = stale
    #expect(reader.read().isEmpty)
    #expect(reader.isGone)
  }
}
