public import Entra

/// Where Microsoft Graph answers: in one cloud, or as a simulator on this machine.
public struct GraphService: Sendable, Hashable {
  /// `https`; `http` on this machine alone.
  public let scheme: String
  /// Host, with the port where it is not the usual one.
  public let authority: String
  /// What every path begins with.
  public let root = "/v1.0"

  /// The Graph of a cloud.
  public init(_ cloud: Cloud) { (scheme, authority) = ("https", cloud.graphHost) }

  /// A simulator at an address of this machine, such as `http://localhost:8080/v1.0`.
  ///
  /// `nil` for any other host: what is no cloud of Microsoft's gets no token.
  public init?(loopback address: some StringProtocol) {
    guard let address = LoopbackAddress(address),
      ["", "/", "/v1.0", "/v1.0/"].contains(address.path)
    else { return nil }
    (scheme, authority) = (address.scheme, address.authority)
  }

  /// The address of an object of the directory, as a reference to it is written.
  func address(of object: ObjectID) -> String {
    "\(scheme)://\(authority)\(root)/directoryObjects/\(object)"
  }

  /// Whether it is one of Microsoft's; a simulator's clock and tokens are its own.
  var isMicrosofts: Bool { Cloud.allCases.contains { $0.graphHost == authority } }

  /// The path and query of a link to this very service, as they were written.
  ///
  /// `nil` for a link anywhere else: following it would carry the token there.
  func target(ofLink link: String) -> String? {
    let origin = "\(scheme)://\(authority)"
    guard link.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !link.contains("#"),
      link.prefix(origin.count).lowercased() == origin
    else { return nil }
    let target = link.dropFirst(origin.count)
    return target.hasPrefix(root + "/") ? String(target) : nil
  }
}
