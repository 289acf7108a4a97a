import Cells
import Glibc

/// Bytes from the line, decoded; and the one thing that time decides: whether ESC is a key.
struct KeyReader {
  /// How much is read before others get their turn: a paste of any size must not hold back a signal.
  private static let batchBytes = 1 << 20
  private static let readBytes = 1 << 16
  /// A line gives all it has: after fewer bytes than these there is nothing more to ask for.
  private static let fewBytes = 256

  private let line: Int32
  private let escapeDelay: Duration
  private var decoder = KeyDecoder()
  private var lastByte = ContinuousClock.now
  /// Whether the line has ended.
  private(set) var isGone = false

  init(line: Int32, escapeDelay: Int) {
    self.line = line
    let wanted = Environment.value("ESCDELAY").flatMap { Int($0) } ?? escapeDelay
    self.escapeDelay = .milliseconds(min(max(wanted, 0), 5000))
  }

  /// When an ESC that nothing followed becomes a key; nil when none is held.
  var deadline: ContinuousClock.Instant? { decoder.isPending ? lastByte + escapeDelay : nil }

  /// Everything that has arrived; never waits.
  mutating func read() -> [Key] {
    var keys: [Key] = []
    var total = 0
    while total < Self.batchBytes, !isGone, Self.isReadable(line) {
      var ending: Int32?
      let bytes = [UInt8](unsafeUninitializedCapacity: Self.readBytes) { buffer, count in
        let got = Glibc.read(line, buffer.baseAddress, buffer.count)
        count = max(0, got)
        // An end sets no errno: what stands there then is some earlier call's.
        if got <= 0 { ending = got == 0 ? 0 : errno }
      }
      if let ending {
        isGone = ending != EINTR && ending != EAGAIN
        continue
      }
      total += bytes.count
      lastByte = .now
      keys += decoder.feed(bytes)
      if bytes.count < Self.fewBytes { break }
    }
    return keys
  }

  /// The held ESC, if its time has come.
  mutating func flush() -> [Key] {
    guard let deadline, deadline <= .now else { return [] }
    return decoder.flush()
  }

  /// Whether a read returns at once.
  static func isReadable(_ descriptor: Int32) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0
  }
}
