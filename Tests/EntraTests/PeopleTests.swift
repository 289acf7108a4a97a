import Entra
import Testing

@Suite("People in a text")
struct PeopleTests {
  @Test(
    "are found in what surrounds them",
    arguments: [
      ("user 'anna@contoso.example' is", "anna@contoso.example"),
      ("<anna@contoso.example>,", "anna@contoso.example"),
      ("mailto:anna@contoso.example.", "anna@contoso.example"),
      (
        "login_hint=ben_partner.example%23EXT%23%40contoso.example&x=y",
        "ben_partner.example#EXT#@contoso.example"
      ),
      ("ben_partner.example#EXT#@contoso.example", "ben_partner.example#EXT#@contoso.example"),
      ("o'hara+x@contoso.example", "o'hara+x@contoso.example"),
    ])
  func found(_ text: String, _ name: String) {
    #expect(Recognition(ForeignText(text)).people.map(\.text) == [name])
  }

  @Test(
    "are nobody where no name is", arguments: ["@", "a@", "@b.example", "a@b", "a @ b.example"])
  func nobody(_ text: String) { #expect(Recognition(ForeignText(text)).people.isEmpty) }

  @Test("are named once, whatever the case")
  func once() {
    let found = Recognition(ForeignText("Anna@contoso.example anna@CONTOSO.example"))
    #expect(found.people.map(\.text) == ["Anna@contoso.example"])
  }
}
