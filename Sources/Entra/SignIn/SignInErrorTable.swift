extension SignInError {
  /// What is known of one code.
  struct Entry: Sendable {
    let kind: Kind
    let fragments: [String]
    let source: Source
  }

  /// Every code that has a meaning here.
  ///
  /// A fragment stands for one code only, so that a sentence quoted without its number can be
  /// told; it is in lower case, with straight apostrophes and single spaces.
  static let table: [Int: Entry] = {
    var table: [Int: Entry] = [:]
    for (kind, rows) in rows {
      for (code, source, fragments) in rows {
        table[code] = Entry(kind: kind, fragments: fragments, source: source)
      }
    }
    return table
  }()

  private typealias Row = (code: Int, source: Source, fragments: [String])

  private static let rows: [(Kind, [Row])] = [
    (.applicationMissing, applicationMissing), (.applicationDisabled, applicationDisabled),
    (.consentMissing, consentMissing), (.consentDeclined, consentDeclined),
    (.notAssigned, notAssigned), (.accountUnknown, accountUnknown),
    (.accountBlocked, accountBlocked), (.credentials, credentials),
    (.policyBlocked, policyBlocked), (.tenantWrong, tenantWrong),
    (.resourceMissing, resourceMissing), (.recreationPending, recreationPending),
    (.vendorFault, vendorFault), (.ownSignIn, ownSignIn), (.interrupted, interrupted),
  ]

  private static let applicationMissing: [Row] = [
    (
      700_016, .documented,
      [
        "was not found in the directory",
        "this can happen if the application has not been installed by the administrator of the"
          + " tenant",
      ]
    ),
    (700_011, .documented, []),
    (7_000_229, .field, ["is missing service principal in the tenant"]),
  ]

  private static let applicationDisabled: [Row] = [
    (7_000_112, .documented, []),
    (70_001, .documented, []),
  ]

  private static let consentMissing: [Row] = [
    (
      65_001, .documented,
      ["send an interactive authorization request for this user and resource"]
    ),
    (90_094, .documented, ["administrator consent is required."]),
    (
      90_095, .documented,
      ["admin consent is required for the permissions requested by this application"]
    ),
    (
      90_093, .documented,
      ["is requesting one or more permissions that you are not authorized to grant"]
    ),
    (900_941, .documented, ["administrator consent is required. app is considered risky"]),
    (900_981, .field, []),
    (90_008, .documented, ["this happened because application is misconfigured"]),
    (
      65_005, .documented,
      ["the app required resource access list does not contain apps discoverable"]
    ),
    (
      650_056, .documented,
      ["misconfigured application. this could be due to one of the following"]
    ),
  ]

  private static let consentDeclined: [Row] = [
    (65_004, .documented, ["user declined to consent to access the app"])
  ]

  private static let notAssigned: [Row] = [
    (
      50_105, .documented,
      [
        "to block users unless they are specifically granted",
        "is not assigned to a role for the application",
      ]
    )
  ]

  private static let accountUnknown: [Row] = [
    (50_020, .documented, ["and cannot access the application"]),
    (16_000, .documented, []),
    (16_003, .documented, []),
    (50_014, .documented, []),
    (51_004, .documented, []),
    (50_034, .documented, ["to sign into this application, the account must be added"]),
  ]

  private static let accountBlocked: [Row] = [
    (50_057, .documented, ["the user account is disabled"]),
    (50_053, .documented, ["you've tried to sign in too many times"]),
    (50_055, .documented, ["the password is expired"]),
    (50_056, .documented, []),
  ]

  private static let credentials: [Row] = [
    (50_126, .documented, ["error validating credentials due to invalid username or password"])
  ]

  private static let policyBlocked: [Row] = [
    (53_000, .documented, []),
    (53_001, .documented, []),
    (53_002, .documented, []),
    (53_003, .documented, ["access has been blocked by conditional access policies"]),
    (53_004, .documented, []),
    (530_003, .documented, ["your device is required to be managed to access this resource"]),
    (530_032, .documented, []),
    (530_035, .documented, ["access has been blocked by security defaults"]),
    (50_072, .documented, []),
    (50_074, .documented, ["strong authentication is required"]),
    (50_076, .documented, ["you must use multi-factor authentication to access"]),
    (50_079, .documented, []),
    (50_158, .documented, ["external security challenge not satisfied"]),
    (500_212, .documented, []),
    (500_213, .documented, []),
    (500_021, .documented, []),
    // Not "disabled": switching the application on again does not end it.
    (1_000_031, .field, ["cannot be accessed at this time. contact your administrator"]),
  ]

  private static let tenantWrong: [Row] = [
    (90_002, .documented, []),
    (90_038, .documented, ["belongs to the national cloud"]),
  ]

  private static let resourceMissing: [Row] = [
    (
      650_052, .documented,
      ["has not subscribed to or enabled", "lacks a service principal for"]
    ),
    // The API's principal, not the application's own.
    (500_011, .documented, ["the resource principal named"]),
    (650_054, .documented, ["resource that has been removed or is no longer available"]),
  ]

  /// Also said of a tenant that nobody administers: ``Recognition/Page/unmanagedTenant``.
  private static let recreationPending: [Row] = [
    (650_051, .field, ["service principal name is already present for the tenant"])
  ]

  private static let vendorFault: [Row] = [
    (
      50_011, .documented,
      [
        "specified in the request does not match the redirect uri",
        "specified in the request does not match the reply url",
      ]
    ),
    (50_194, .documented, ["is not configured as a multi-tenant application"]),
    (650_057, .documented, ["the client has requested access to a resource which is not listed"]),
  ]

  private static let ownSignIn: [Row] = [
    (7_000_215, .documented, ["invalid client secret"]),
    (7_000_222, .documented, ["the provided client secret keys"]),
    (7_000_218, .documented, ["the request body must contain the following parameter"]),
    (700_025, .documented, ["client is public so neither"]),
    (1_002_012, .documented, ["the provided value for scope"]),
    (65_002, .documented, ["consent between first party application"]),
    (70_016, .documented, ["oauth 2.0 device flow error"]),
    (70_018, .documented, ["invalid verification code"]),
    (70_019, .documented, ["verification code expired"]),
    (90_119, .documented, []),
    (90_120, .documented, []),
  ]

  private static let interrupted: [Row] = [
    (50_058, .documented, ["a silent sign-in request was sent but no user is signed in"]),
    (50_140, .documented, []),
    (50_199, .documented, []),
    (16_001, .documented, []),
    (50_173, .documented, []),
    (70_043, .documented, []),
    (700_082, .documented, ["the refresh token has expired due to inactivity"]),
    (50_133, .documented, []),
  ]
}
