import Entra
import Testing

@Suite("A sign-in error's number")
struct ErrorNumberTests {
  @Test("is found for every code of the table", arguments: SignInError.known)
  func everyCode(_ error: SignInError) {
    for text in [
      "AADSTS\(error.code): words", "aadsts\(error.code)", "errorAADSTS\(error.code).",
      "AADSTS \(error.code)", "AADSTS: \(error.code)", "\(error.code)", " \(error.code)\n",
      "https://login.microsoftonline.com/error?code=\(error.code)",
      #"{"error":"x","error_codes":[\#(error.code)],"suberror":"y"}"#,
      #"{"errorCode": \#(error.code)}"#, "Sign-in error code: \(error.code)",
      "\u{1B}[31mAADSTS\u{200B}\(error.code)\u{1B}[0m",
      "https://app.contoso.example/auth?error=x&error_description=AADSTS\(error.code)%3a+y%0d%0a",
      "> > AADSTS\(error.code)", "<b>AADSTS\(error.code)</b>",
    ] {
      #expect(Recognition(ForeignText(text)).errors == [error], "\(text)")
    }
  }

  @Test("is found in its page's first sentence without it", arguments: SignInError.known)
  func fragments(_ error: SignInError) {
    for fragment in error.fragments {
      let found = Recognition(ForeignText("It said: \(fragment.uppercased())!"))
      #expect(found.errors == [error], "\(fragment)")
    }
  }

  @Test("is never two codes' by a sentence")
  func fragmentsAreUnique() {
    let all = SignInError.known.flatMap(\.fragments)
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { $0 == $0.lowercased() && $0.utf8.count > 12 })
  }

  @Test("is kept when the table does not hold it")
  func unknownCode() {
    let found = Recognition(ForeignText("AADSTS1234567: something new"))
    #expect(found.errors == [SignInError(code: 1_234_567)])
    #expect(found.kinds == [.unknown])
  }

  @Test(
    "is not read into other numbers",
    arguments: [
      "AADSTS", "AADSTS123", "AADSTS12345678", "ticket 50105", "50105 people", "error 99999",
      "+358 50105 65001", "AADSTS-foo 1", "code=50105",
    ])
  func otherNumbers(_ text: String) {
    #expect(Recognition(ForeignText(text)).errors.isEmpty)
  }

  @Test("comes in the order of the text, each once, and outweighs sentences")
  func order() {
    let found = Recognition(
      ForeignText(
        "AADSTS65001 then AADSTS50105 then AADSTS65001; the user account is disabled"))
    #expect(found.errors.map(\.code) == [65001, 50105])
  }
}
