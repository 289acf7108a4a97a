/// What a pasted text tells: an error page, an address, a customer's mail.
///
/// It reads codes, IDs and a few English phrases; pages in other languages are told by their codes
/// and IDs. Nothing read here is a fact: it is what somebody pasted.
public struct Recognition: Sendable, Hashable {
  /// The errors, in the order they appear.
  public internal(set) var errors: [SignInError] = []
  /// The errors whose sentences appear, with their numbers or without.
  public internal(set) var sentences: [SignInError] = []
  /// The pages whose words appear.
  public internal(set) var pages: [Page] = []
  /// What the sign-in service answered to an application.
  public internal(set) var answers: [Answer] = []
  /// The GUIDs, with what the words before them say they are.
  public internal(set) var identifiers: [Identifier] = []
  /// What looks like a user's name or a mail address.
  public internal(set) var people: [UserPrincipalName] = []
  /// The first time that the page states, as it stood there: `2026-05-02T03:24:52Z`.
  public internal(set) var timestamp: String?
  /// The portal address that says most.
  public internal(set) var portal: PortalAddress?
  /// The cloud whose hosts are named.
  public internal(set) var cloud: Cloud?
  /// Which application it is about.
  public internal(set) var subject = Subject.unstated
  /// Whether the text was longer than ``maximumBytes`` and its end was not read.
  public let isTruncated: Bool

  /// How much of a text is read, in bytes.
  public static let maximumBytes = 10 << 20

  /// Reads `text`, looking for the application of `profile`.
  public init(_ text: ForeignText, about profile: ApplicationProfile = .nexeticBackup) {
    let paste = PlainBytes(text.bytes.prefix(Self.maximumBytes))
    var reader = RecognitionReader(paste, profile)
    reader.read()
    self = reader.finding(isTruncated: text.bytes.count > Self.maximumBytes)
  }

  init(isTruncated: Bool) { self.isTruncated = isTruncated }

  /// A page that shows no code, told by its words.
  public enum Page: String, Sendable, Hashable, Codable, CaseIterable {
    /// "Need admin approval".
    case needAdminApproval
    /// "Approval required", with "Request approval".
    case approvalRequired
    /// "Permissions requested": the ordinary prompt.
    case permissionsRequested
    /// "Consent on behalf of your organization" is named.
    case checkbox
    /// "Accept for your organization": the admin-consent prompt.
    case acceptForOrganization
    /// The tenant was never claimed by an administrator: the words beside some of 650051.
    case unmanagedTenant
    /// The vendor's own "No Access": signing in worked.
    case vendorNoAccess

    /// What it has in common with codes of that kind; `nil` where it is no error.
    public var kind: SignInError.Kind? {
      switch self {
      case .needAdminApproval, .approvalRequired: .consentMissing
      case .unmanagedTenant: .policyBlocked
      case .permissionsRequested, .checkbox, .acceptForOrganization, .vendorNoAccess: nil
      }
    }
  }

  /// What the sign-in service says to an application, by its name in OAuth and OpenID Connect.
  public enum Answer: String, Sendable, Hashable, Codable, CaseIterable {
    /// Refused, by somebody or by a rule.
    case accessDenied = "access_denied"
    /// Somebody pressed Cancel.
    case cancelled = "error_subcode=cancel"
    /// Nobody consented.
    case consentRequired = "consent_required"
    /// Somebody has to answer something.
    case interactionRequired = "interaction_required"
    /// Nobody is signed in.
    case loginRequired = "login_required"
    /// The link of an admin consent came back; on refusal too.
    case adminConsent = "admin_consent=true"

    /// What it has in common with codes of that kind; `nil` where it says too little.
    public var kind: SignInError.Kind? {
      switch self {
      case .cancelled: .consentDeclined
      case .consentRequired: .consentMissing
      case .loginRequired: .interrupted
      case .accessDenied, .interactionRequired, .adminConsent: nil
      }
    }
  }

  /// A GUID and what it identifies.
  public struct Identifier: Sendable, Hashable {
    /// The GUID's sixteen bytes.
    public let bits: UInt128
    /// What the words before it say.
    public let role: Role

    /// An identifier by its bits and its role.
    public init(bits: UInt128, role: Role) { (self.bits, self.role) = (bits, role) }

    /// What a GUID identifies.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
      /// An application.
      case application
      /// The API that an application asked for.
      case resource
      /// An object in the tenant.
      case object
      /// The tenant where access was asked.
      case tenant
      /// The tenant where the account lives.
      case homeTenant
      /// The sign-in, across all its requests: what Microsoft's support asks for.
      case correlation
      /// One request; also "Trace ID".
      case request
      /// The browser's session.
      case session
      /// Not said.
      case unstated
    }
  }

  /// Which application a text is about.
  public enum Subject: Sendable, Hashable {
    /// The profile's, by its ID, and no other.
    case ours
    /// The profile's and others.
    case oursAmong([AppID])
    /// Others.
    case other([AppID])
    /// One that is easily taken for it.
    case lookAlike(String)
    /// No application is identified; a name alone identifies none.
    case unstated
  }
}

extension Recognition {
  /// The application IDs, as the words before them say.
  public var applications: [AppID] { bits(of: .application).map(AppID.init(bits:)) }

  /// The tenants where access was asked.
  public var tenants: [TenantID] { bits(of: .tenant).map(TenantID.init(bits:)) }

  /// The objects of the tenant.
  public var objects: [ObjectID] { bits(of: .object).map(ObjectID.init(bits:)) }

  /// The correlation ID that the page gives, in lower case.
  public var correlationID: String? {
    bits(of: .correlation).first.map { AppID(bits: $0).description }
  }

  /// The request or trace ID that the page gives, in lower case.
  public var requestID: String? { bits(of: .request).first.map { AppID(bits: $0).description } }

  /// What the errors, the pages and the answers come to, each kind once.
  public var kinds: [SignInError.Kind] {
    var kinds: [SignInError.Kind] = []
    let all = errors.map(kind(of:)) + pages.compactMap(\.kind) + answers.compactMap(\.kind)
    for kind in all where !kinds.contains(kind) { kinds.append(kind) }
    return kinds
  }

  /// Two numbers stand beside sentences of two meanings; then the sentence decides.
  private func kind(of error: SignInError) -> SignInError.Kind {
    let isMissing = sentences.contains(SignInError(code: 700_016))
    return switch error.code {
    case 70_001 where isMissing: .applicationMissing
    case 650_051 where pages.contains(.unmanagedTenant): .policyBlocked
    default: error.kind
    }
  }

  /// Whether the text told nothing.
  public var isEmpty: Bool {
    errors.isEmpty && pages.isEmpty && answers.isEmpty && identifiers.isEmpty && people.isEmpty
      && portal == nil && timestamp == nil && subject == .unstated
  }

  private func bits(of role: Identifier.Role) -> [UInt128] {
    identifiers.filter { $0.role == role }.map(\.bits)
  }
}
