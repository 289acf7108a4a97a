import Entra
import Simulator

extension LiveTenant {
  private static let deviceCodeSeconds = 900
  private static let pollSeconds = 5
  private static let tokenSeconds = 3599

  /// The authority's segment that a request names: an id, a domain, or a word for any.
  enum Realm: Sendable, Hashable {
    case tenant
    case organizations
    case common
  }

  func realm(_ segment: String) -> Realm? {
    switch segment.lowercased() {
    case "\(tenant.id)", tenant.settings.domain, "contoso.onmicrosoft.com": .tenant
    case "organizations": .organizations
    case "common": .common
    default: nil
    }
  }

  /// `devicecode`: a device asks for a code that somebody enters elsewhere.
  func deviceCode(_ visitor: Visitor) throws(LoginError) -> Reply {
    let client = try client(visitor)
    let scope = AskedScope(visitor["scope"] ?? "")
    let (code, userCode) = desk.expect(
      client, scope, until: tenant.now.adding(seconds: Double(Self.deviceCodeSeconds)))
    let address = "\(visitor.base)/devicelogin"
    return Reply(
      json: DeviceCodeAnswer(
        userCode: userCode, deviceCode: code, verificationUri: address,
        expiresIn: Self.deviceCodeSeconds, interval: Self.pollSeconds,
        message: "To sign in, use a web browser to open the page \(address) and enter the code "
          + "\(userCode) to authenticate."))
  }

  /// `token`: a code, an older token or a secret against a token.
  func token(_ visitor: Visitor, _ realm: Realm) throws(LoginError) -> Reply {
    let client = try client(visitor)
    switch visitor["grant_type"] {
    case "urn:ietf:params:oauth:grant-type:device_code", "device_code":
      return try redeemDeviceCode(visitor, client)
    case "refresh_token": return try renew(visitor, client)
    case "client_credentials": return try issueToApplication(visitor, client, realm)
    case nil:
      throw LoginError(
        "invalid_request", 900_144,
        "The request body must contain the following parameter: 'grant_type'.")
    case let other?:
      throw LoginError(
        "unsupported_grant_type", 70003,
        "The app requested an unsupported grant type '\(other)'.")
    }
  }

  private func client(_ visitor: Visitor) throws(LoginError) -> AppID {
    guard let text = visitor["client_id"] else { throw .noClient }
    guard let client = AppID(text) else { throw .unknownClient(text, tenant.settings.name) }
    return client
  }

  private func redeemDeviceCode(
    _ visitor: Visitor, _ client: AppID
  ) throws(LoginError) -> Reply {
    let code = visitor["device_code"] ?? visitor["code"] ?? ""
    guard let device = desk.device(code), device.client == client else { throw .badCode }
    switch device.decision {
    case .waiting:
      guard tenant.now < device.expires else { throw .expiredCode }
      throw .pending
    case .declined:
      desk.close(code)
      throw .declined
    case .accepted(let person):
      desk.close(code)
      let session = TokenDesk.Session(person: person, client: client, scope: device.scope)
      return try issue(session, visitor)
    }
  }

  private func renew(_ visitor: Visitor, _ client: AppID) throws(LoginError) -> Reply {
    guard let session = desk.take(visitor["refresh_token"] ?? ""), session.client == client else {
      throw .badRefreshToken
    }
    let scope = visitor["scope"].map(AskedScope.init) ?? session.scope
    return try issue(
      TokenDesk.Session(person: session.person, client: client, scope: scope), visitor)
  }

  private func issue(
    _ session: TokenDesk.Session, _ visitor: Visitor
  ) throws(LoginError) -> Reply {
    let name = tenant.people.userPrincipalName(at: session.person)
    do throws(SignInRefusal) {
      _ = try tenant.person(signingInAs: name, to: session.client)
    } catch { throw LoginError(error) }
    let scope = session.scope
    let token = tenant.issueToken(
      toPersonAt: session.person, permissions: scope.permissions,
      seconds: Double(Self.tokenSeconds), client: session.client)
    var answer = TokenAnswer(token, scope: scope.granted, seconds: Self.tokenSeconds)
    if scope.isRenewable { answer.refreshToken = desk.open(session) }
    let id = "\(tenant.people.id(at: session.person))"
    if scope.wantsIdentity {
      let now = Int(tenant.now.ticks / 10_000_000)
      answer.idToken =
        IdentityClaims(
          aud: "\(session.client)", iss: "\(visitor.base)/\(tenant.id)/v2.0", sub: id, iat: now,
          nbf: now, exp: now + Self.tokenSeconds, oid: id, tid: "\(tenant.id)",
          preferredUsername: name, name: tenant.displayName(of: session.person)
        ).token
    }
    if visitor["client_info"] == "1" {
      answer.clientInfo = JSONSegment.text(of: ["uid": id, "utid": "\(tenant.id)"])
    }
    return Reply(json: answer)
  }

  private func issueToApplication(
    _ visitor: Visitor, _ client: AppID, _ realm: Realm
  ) throws(LoginError) -> Reply {
    guard realm == .tenant else {
      throw LoginError(
        "invalid_request", 9_001_023,
        "The grant type is not supported over the /common or /consumers endpoints. Please use "
          + "the /organizations or tenant-specific endpoint.")
    }
    guard client == TokenDesk.automation else {
      throw .unknownClient("\(client)", tenant.settings.name)
    }
    var refusal: LoginError?
    if visitor["client_secret"] == nil {
      refusal = LoginError(
        "invalid_client", 7_000_218,
        "The request body must contain the following parameter: 'client_assertion' or "
          + "'client_secret'.")
    } else if visitor["client_secret"] != desk.secret {
      refusal = LoginError("invalid_client", 7_000_215, "Invalid client secret provided.")
    }
    if var refusal {
      refusal.status = 401
      throw refusal
    }
    guard AskedScope(visitor["scope"] ?? "").isOnlyDefault else {
      throw LoginError(
        "invalid_scope", 1_002_012,
        "The provided value for scope \(visitor["scope"] ?? "") is not valid. Client credential "
          + "flows must have a scope value with /.default suffixed to the resource identifier.")
    }
    let token = tenant.issueToken(
      toApplication: client, permissions: Caller.everyPermission,
      seconds: Double(Self.tokenSeconds))
    return Reply(json: TokenAnswer(token, scope: nil, seconds: Self.tokenSeconds))
  }
}
