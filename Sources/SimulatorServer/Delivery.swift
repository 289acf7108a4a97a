import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Simulator

/// Brings an answer to whoever asked, with what goes wrong on the way.
struct Delivery: Sendable {
  private struct BrokenOff: Error {}

  private let channel: any Channel

  init(_ channel: any Channel) { self.channel = channel }

  /// Delivers what `answer` gives, late, cut off or not at all where it says so.
  func deliver(
    _ answer: () async throws(LostConnection) -> Answer
  ) async throws -> Response {
    let found: Answer
    do throws(LostConnection) { found = try await answer() } catch {
      try await reset()
      throw error
    }
    if found.delaySeconds > 0 { try await Task.sleep(for: .seconds(found.delaySeconds)) }
    let head = found.response
    guard found.isCutOff else {
      return Response(
        status: head.status, headers: head.headerFields,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: found.body)))
    }
    let half = found.body.prefix(found.body.count / 2)
    let channel = channel
    let body = ResponseBody(contentLength: found.body.count) { writer in
      try await writer.write(ByteBuffer(bytes: half))
      try await channel.close()
      throw BrokenOff()
    }
    return Response(status: head.status, headers: head.headerFields, body: body)
  }

  /// Ends the connection as a lost network does: with RST instead of an answer.
  private func reset() async throws {
    if let socket = channel as? any SocketOptionProvider {
      try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
    try await channel.close()
  }
}
