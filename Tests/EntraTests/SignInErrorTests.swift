import Entra
import Testing

@Suite("A sign-in error")
struct SignInErrorTests {
  /// Written out a second time, so that a code can't change sides unnoticed.
  private static let expected: [(SignInError.Kind, [Int])] = [
    (.applicationMissing, [700_016, 700_011, 7_000_229]),
    (.applicationDisabled, [7_000_112, 70_001]),
    (
      .consentMissing,
      [65_001, 90_094, 90_095, 90_093, 900_941, 900_981, 90_008, 65_005, 650_056]
    ),
    (.consentDeclined, [65_004]),
    (.notAssigned, [50_105]),
    (.accountUnknown, [50_020, 16_000, 16_003, 50_014, 51_004, 50_034]),
    (.accountBlocked, [50_057, 50_053, 50_055, 50_056]),
    (.credentials, [50_126]),
    (
      .policyBlocked,
      [
        53_000, 53_001, 53_002, 53_003, 53_004, 530_003, 530_032, 530_035, 50_072, 50_074, 50_076,
        50_079, 50_158, 500_212, 500_213, 500_021, 1_000_031,
      ]
    ),
    (.tenantWrong, [90_002, 90_038]),
    (.resourceMissing, [650_052, 500_011, 650_054]),
    (.recreationPending, [650_051]),
    (.vendorFault, [50_011, 50_194, 650_057]),
    (
      .ownSignIn,
      [
        7_000_215, 7_000_222, 7_000_218, 700_025, 1_002_012, 65_002, 70_016, 70_018, 70_019,
        90_119, 90_120,
      ]
    ),
    (.interrupted, [50_058, 50_140, 50_199, 16_001, 50_173, 70_043, 700_082, 50_133]),
  ]

  @Test("is of the kind that says what to do", arguments: expected)
  func kind(_ kind: SignInError.Kind, _ codes: [Int]) {
    for code in codes {
      #expect(SignInError(code: code).kind == kind, "\(code)")
      #expect(SignInError(code: code).source != nil)
    }
  }

  @Test("is in the table or unknown, and no code is missing from the list above")
  func complete() {
    #expect(SignInError.known.map(\.code) == Self.expected.flatMap(\.1).sorted())
    let kinds = Set(SignInError.known.map(\.kind)).union([.unknown])
    #expect(kinds == Set(SignInError.Kind.allCases))
    let foreign = SignInError(code: 99_999)
    #expect(foreign.kind == .unknown && foreign.source == nil && foreign.fragments.isEmpty)
  }

  @Test("is named as users see it") func name() {
    #expect("\(SignInError(code: 50_105))" == "AADSTS50105")
    #expect(SignInError(code: 50_105) < SignInError(code: 65_001))
  }
}
