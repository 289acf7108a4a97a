import Foundation
import Graph
import Synchronization

/// A peer on this machine that does to each connection what it is told, byte by byte.
final class LoopbackPeer: Sendable {
  /// A request as it came over the wire.
  struct Received: Sendable {
    let line: String
    let fields: [String: String]
    let body: [UInt8]
    let connection: Int

    var target: String { line.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
    var method: String { line.split(separator: " ").first.map(String.init) ?? "" }
  }

  /// What is done when a request has come.
  enum Act: Sendable {
    /// These bytes, at once.
    case send([UInt8])
    /// One byte after the other, for ever.
    case drip
    /// Nothing, until the other side gives up.
    case hang
    /// An abrupt end.
    case reset
    /// An orderly end.
    case close
  }

  let port: Int
  private let listener: Int32
  private let answer: @Sendable (Received) -> [Act]
  private let state = Mutex((received: [Received](), connections: 0, abandoned: 0))

  init(answering answer: @escaping @Sendable (Received) -> [Act]) throws {
    self.answer = answer
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic -> UInt16? in
        guard bind(listener, generic, size) == 0, listen(listener, 16) == 0,
          getsockname(listener, generic, &size) == 0
        else { return nil }
        return UInt16(bigEndian: pointer.pointee.sin_port)
      }
    }
    guard let port else { throw CocoaError(.fileReadUnknown) }
    self.port = Int(port)
    Thread.detachNewThread { [self] in accept() }
  }

  /// Every request that came.
  var received: [Received] { state.withLock { $0.received } }
  /// How many connections were made.
  var connections: Int { state.withLock { $0.connections } }
  /// How many connections the other side ended while it was kept waiting.
  var abandoned: Int { state.withLock { $0.abandoned } }

  var address: String { "http://127.0.0.1:\(port)" }

  /// Refuses connections from now on.
  ///
  /// Who accepts closes the listener: closed here, its number could already be another peer's.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else {
        close(listener)
        return
      }
      let number = state.withLock { state in
        state.connections += 1
        return state.connections
      }
      Thread.detachNewThread { [self] in
        serve(connection, number)
        close(connection)
      }
    }
  }

  private func serve(_ connection: Int32, _ number: Int) {
    var buffer: [UInt8] = []
    while let request = next(connection, number, &buffer) {
      state.withLock { $0.received.append(request) }
      for act in answer(request) {
        guard perform(act, on: connection) else { return }
      }
    }
  }

  private func perform(_ act: Act, on connection: Int32) -> Bool {
    switch act {
    case .send(let bytes): return write(bytes, to: connection)
    case .drip:
      while write([0x20], to: connection) { usleep(1_000) }
      return false
    case .hang:
      var byte: UInt8 = 0
      _ = recv(connection, &byte, 1, 0)
      state.withLock { $0.abandoned += 1 }
      return false
    case .reset:
      var linger = linger(l_onoff: 1, l_linger: 0)
      setsockopt(
        connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
      return false
    case .close: return false
    }
  }

  private func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  private func next(
    _ connection: Int32, _ number: Int, _ buffer: inout [UInt8]
  ) -> Received? {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let head = buffer.firstRange(of: end) {
        let lines = String(decoding: buffer[..<head.lowerBound], as: UTF8.self)
          .components(separatedBy: "\r\n")
        let fields = Dictionary(
          lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (
              parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces)
            )
          }, uniquingKeysWith: { $0 + ", " + $1 })
        let length = fields["content-length"].flatMap { Int($0) } ?? 0
        if buffer.count >= head.upperBound + length {
          let body = Array(buffer[head.upperBound..<head.upperBound + length])
          buffer = Array(buffer[(head.upperBound + length)...])
          return Received(line: lines[0], fields: fields, body: body, connection: number)
        }
      }
      var chunk = [UInt8](repeating: 0, count: 65_536)
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      buffer += chunk[..<count]
    }
  }
}

extension NetworkLimits {
  /// For a machine that runs many tests at once: what fails, fails for another reason than time.
  static var patient: NetworkLimits {
    var limits = NetworkLimits()
    limits.connecting = .seconds(300)
    limits.silence = .seconds(600)
    limits.total = .seconds(900)
    return limits
  }
}

extension LoopbackPeer.Act {
  /// A whole answer.
  static func respond(
    _ status: Int, _ fields: [(String, String)] = [], _ body: [UInt8] = []
  ) -> Self {
    .send(head(status, fields + [("Content-Length", "\(body.count)")]) + body)
  }

  /// An answer that promises more than it holds.
  static func promise(_ bytes: Int, sending body: [UInt8]) -> Self {
    .send(head(200, [("Content-Length", "\(bytes)")]) + body)
  }

  static func head(_ status: Int, _ fields: [(String, String)]) -> [UInt8] {
    let lines = ["HTTP/1.1 \(status) Status"] + fields.map { "\($0): \($1)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
