import Entra
import HTTPTypes

/// Carries a form to the sign-in service and the answer back.
///
/// It repeats nothing, follows no redirect, and sends nowhere but to the service it is given.
public protocol SignInTransport: Sendable {
  /// Posts the form once.
  ///
  /// - Throws: ``TransportError``, as ``Transport`` does.
  func post(
    _ form: SignInForm, to service: SignInService
  ) async throws(TransportError) -> SignInResponse
}

/// What is posted to the sign-in service; it may hold secrets, and says nothing when printed.
public struct SignInForm: Sendable, CustomStringConvertible, CustomReflectable {
  /// Where it is posted, below the tenant's `oauth2/v2.0`.
  public let endpoint: Endpoint
  /// Names and values, in their order.
  let fields: [(name: String, value: String)]

  init(_ endpoint: Endpoint, _ fields: [(String, String)], claims: String? = nil) {
    self.endpoint = endpoint
    self.fields = fields + (claims.map { [("claims", $0)] } ?? [])
  }

  /// The two addresses that anything is posted to.
  public enum Endpoint: String, Sendable, Hashable, CaseIterable {
    /// A code for somebody to type in a browser.
    case deviceCode = "devicecode"
    /// A token: for a code that was typed, the last token's companion, or an application's secret.
    case token

    /// Its path, behind the tenant.
    public var path: String { "/oauth2/v2.0/\(rawValue)" }
  }

  /// The value of a field.
  public subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The form as it is sent.
  public var body: [UInt8] {
    Array(
      fields.map { "\(ODataText.segment($0.name))=\(ODataText.segment($0.value))" }
        .joined(separator: "&").utf8)
  }

  /// Never what it holds.
  public var description: String { "(sign-in form: \(endpoint.rawValue))" }

  /// Never what it holds.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What came back from the sign-in service; it may hold tokens, and says nothing when printed.
public struct SignInResponse: Sendable, CustomStringConvertible, CustomReflectable {
  /// The status.
  public let status: Int
  /// The body, whatever it holds.
  public let body: [UInt8]

  /// An answer by its parts.
  public init(status: Int, body: [UInt8]) { (self.status, self.body) = (status, body) }

  /// The status alone.
  public var description: String { "(sign-in answer: \(status))" }

  /// The status alone.
  public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
}

/// The sign-in service over the network.
public struct NetworkSignInTransport: SignInTransport {
  private let network: Network

  /// A transport on the program's way out.
  public init(over network: Network) { self.network = network }

  /// Posts the form once.
  public func post(
    _ form: SignInForm, to service: SignInService
  ) async throws(TransportError) -> SignInResponse {
    var fields = HTTPFields()
    fields.set(.accept, to: "application/json")
    fields.set(.contentType, to: "application/x-www-form-urlencoded")
    let head = HTTPRequest(
      method: .post, scheme: service.scheme, authority: service.authority,
      path: "/\(service.tenant)" + form.endpoint.path, headerFields: fields)
    let reply = try await network.exchange(head, form.body)
    return SignInResponse(status: reply.status, body: reply.body)
  }
}
