public import Entra
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
public import Simulator

/// A simulated tenant on this machine's loopback, for any HTTP client.
///
/// Nobody else can reach it: it listens on 127.0.0.1 alone and answers only to the names of
/// loopback, so that no web page can reach it by a name of its own.
public struct LoopbackServer: Sendable {
  /// Where it listens and whom it knows, once it does.
  public struct Listening: Sendable, Hashable {
    /// The base of Graph's requests, `http://127.0.0.1:50123/v1.0`.
    public let graph: String
    /// The authority of the tenant, `http://127.0.0.1:50123/{tenant id}`.
    public let authority: String
    /// The application that may sign in on its own behalf.
    public let client: AppID
    /// Its secret.
    public let clientSecret: String
    /// The certificate to trust, in PEM, where it speaks TLS.
    public let certificate: String?
  }

  private static let address = "127.0.0.1"

  private let tenant: LiveTenant
  private let port: Int
  private let isEncrypted: Bool

  /// A server of `tenant` on `port`, 0 being any that is free.
  ///
  /// The tenant's time goes on as `uptime` does, which counts seconds from anywhere; as the wall
  /// clock does where there is none.
  public init(
    _ tenant: SimulatedTenant, port: Int = 0, isEncrypted: Bool = false,
    uptime: (@Sendable () -> Double)? = nil
  ) {
    let start = ContinuousClock.now
    self.tenant = LiveTenant(
      tenant, uptime: uptime ?? { (ContinuousClock.now - start) / .seconds(1) })
    (self.port, self.isEncrypted) = (port, isEncrypted)
  }

  /// Does something in the tenant that no request does, or looks at it.
  public func act<Value: Sendable>(
    _ deed: @Sendable (inout SimulatedTenant) throws -> Value
  ) async rethrows -> Value {
    try await tenant.act(deed)
  }

  /// Serves until the task is cancelled; `whenListening` is told once connections are taken.
  ///
  /// - Throws: what binding the port or making the certificate threw.
  public func run(whenListening: @escaping @Sendable (Listening) async -> Void) async throws {
    let id = await tenant.act { "\($0.id)" }
    let secret = await tenant.desk.secret
    let certificate = isEncrypted ? try Certificate() : nil
    let scheme = isEncrypted ? "https" : "http"
    let application = Application(
      responder: FrontDoor(tenant: tenant, scheme: scheme),
      server: try Self.builder(certificate),
      configuration: ApplicationConfiguration(
        address: .hostname(Self.address, port: port), serverName: nil),
      onServerRunning: { channel in
        let base = "\(scheme)://\(Self.address):\(channel.localAddress?.port ?? 0)"
        await whenListening(
          Listening(
            graph: "\(base)/v1.0", authority: "\(base)/\(id)", client: TokenDesk.automation,
            clientSecret: secret, certificate: certificate?.pem))
      },
      logger: Logger(label: "simulator") { _ in SwiftLogNoOpLogHandler() })
    do { try await application.run() } catch is CancellationError { return }
  }

  private static func builder(_ certificate: Certificate?) throws -> HTTPServerBuilder {
    guard let certificate else { return .http1() }
    let configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: [
        .certificate(try NIOSSLCertificate(bytes: Array(certificate.pem.utf8), format: .pem))
      ],
      privateKey: .privateKey(
        try NIOSSLPrivateKey(bytes: Array(certificate.keyPEM.utf8), format: .pem)))
    return try .tls(.http1(), tlsConfiguration: configuration)
  }
}
