import Testing

@Suite("Published files")
struct PrivacyTests {
  private let repository = Repository.current

  @Test("name no machine, and nobody's domain")
  func everywhere() {
    let objections = repository.files.flatMap { path in
      Privacy.objections(to: repository.text(of: path) ?? "", in: path)
    }
    #expect(objections.isEmpty, "\(objections.listed)")
  }

  @Test(
    "are held back for",
    arguments: [
      // In pieces, so that this file does not hold them.
      "cd /\("work")/regrant", "\"/\("root")/.cache\"", "`/\("Users")/anna/case.json`",
      "https://registry.corp.\("io")/index", "Mail it.woodgrove.\("com").",
      "anna@\("woodgrove.bank")", "anna_x#EXT#@\("woodgrove").onmicrosoft.com",
      "ANNA@\("WOODGROVE.COM")",
    ])
  func leaks(_ text: String) {
    #expect(Privacy.objections(to: "\n" + text, in: "Docs/made.md").map(\.line) == [2])
  }

  @Test(
    "may say",
    arguments: [
      "anna@contoso.example", "https://login.microsoftonline.com/common",
      "entra.microsoft.com.evil.example", "Sources/\("work")/Loop.swift", "the network/route",
      "~/\("work")/x",
      "let count = value.count", "anna_fabrikam.example#EXT#@contoso.onmicrosoft.com",
      "@main struct Regrant", "regrant@1.0", "a@b.example, c@d.example",
    ])
  func harmless(_ text: String) {
    #expect(Privacy.objections(to: text, in: "Docs/made.md").isEmpty)
  }
}
