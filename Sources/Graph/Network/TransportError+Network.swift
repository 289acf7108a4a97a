import AsyncHTTPClient
import Entra
import Foundation
import NIOCore
import NIOHTTPCompression
import NIOPosix
import NIOSSL

extension TransportError {
  /// What a failure of the network amounts to: nothing was sent, or it may have arrived.
  ///
  /// Only what is sure to have happened before the first byte went out is ``unreachable(_:)``. The
  /// words are ours: a library's own may hold what was sent.
  init(_ error: any Error) {
    switch error {
    case let error as TransportError: self = error
    case let error as HTTPClientError: self = Self.of(error)
    case let error as NIOConnectionError: self = .unreachable(ForeignText(Self.words(error)))
    case NIOSSLError.handshakeFailed(let why):
      self = .unreachable(ForeignText(Self.words(ofHandshake: String(describing: why))))
    case NIOSSLError.unableToValidateCertificate, NIOSSLError.noCertificateToValidate:
      self = .unreachable(ForeignText(Self.untrusted))
    case is NIOSSLExtraError:
      self = .unreachable(ForeignText("The certificate is for another host."))
    case let error as IOError: self = Self.of(error)
    case NIOHTTPDecompression.DecompressionError.limit: self = .tooLarge
    case is CancellationError: self = .cancelled
    default: self = .lost(ForeignText("The connection broke."))
    }
  }

  private static let untrusted = "The certificate is not trusted on this machine."

  private static func of(_ error: HTTPClientError) -> Self {
    switch error {
    case .connectTimeout, .getConnectionFromPoolTimeout:
      .unreachable(ForeignText("No connection came about in time."))
    case .tlsHandshakeTimeout:
      .unreachable(ForeignText("The other side did not finish the TLS handshake in time."))
    case .invalidURL, .emptyHost, .emptyScheme:
      .unreachable(ForeignText("The address cannot be used."))
    case .readTimeout, .writeTimeout, .deadlineExceeded: .timedOut
    case .cancelled, .alreadyShutdown: .cancelled
    case .remoteConnectionClosed: .lost(ForeignText("The other side closed the connection."))
    default: .lost(ForeignText("The connection broke."))
    }
  }

  /// Errors of the system that say no connection ever stood.
  private static let beforeConnecting: Set<Int32> = [ECONNREFUSED, EMFILE, ENFILE]

  private static func of(_ error: IOError) -> Self {
    let words = ForeignText("\(String(cString: strerror(error.errnoCode))).")
    return beforeConnecting.contains(error.errnoCode) ? .unreachable(words) : .lost(words)
  }

  private static func words(_ error: NIOConnectionError) -> String {
    let causes = error.connectionErrors.compactMap { $0.error as? IOError }
    if let cause = causes.first {
      return "\(error.host), port \(error.port): \(String(cString: strerror(cause.errnoCode)))."
    }
    guard error.connectionErrors.isEmpty else { return "No connection to \(error.host)." }
    return "The name \(error.host) was not found."
  }

  private static func words(ofHandshake why: String) -> String {
    if why.contains("CERTIFICATE_VERIFY_FAILED") { return untrusted }
    if why.contains("PROTOCOL_VERSION") || why.contains("UNSUPPORTED_PROTOCOL") {
      return "The other side does not speak TLS 1.2 or later."
    }
    return "The other side does not speak TLS as it should."
  }
}
