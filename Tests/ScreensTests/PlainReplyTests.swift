import Screens
import Testing

@Suite("An answer in linear mode") struct PlainReplyTests {
  let menu = Page(
    title: "Menu",
    blocks: [
      .menu(Menu([.init("Consent again"), .init("Assign users"), .init("Remove", because: "no")]))
    ], actions: [Action(.copy)])

  @Test(
    "is a number, words, a letter or a word for a key",
    arguments: [
      ("1", PlainAnswer.choice(0)), (" 2 ", .choice(1)), ("3", .refused("no")), ("4", .unknown),
      ("consent AGAIN", .choice(0)), ("ass", .choice(1)), ("a", .unknown),
      ("remove", .refused("no")),
      ("b", .action(.back)), ("back", .action(.back)), ("?", .action(.help)),
      ("help", .action(.help)), ("q", .action(.close)), ("y", .action(.copy)),
      ("!", .action(.note)),
      ("", .action(.goOn)), ("r", .unknown), ("0", .unknown), ("99999999999999999999", .unknown),
    ])
  func menuAnswers(_ line: String, _ answer: PlainAnswer) {
    #expect(PlainReply(to: menu).answer(to: line) == answer)
  }

  @Test(
    "is text where a field asks, but for what begins with a slash",
    arguments: [
      ("q", PlainAnswer.text("q")), ("?", .text("?")), ("", .text("")),
      (" two words ", .text("two words")),
      ("/back", .action(.back)), ("/help", .action(.help)),
      ("/home/list.csv", .text("/home/list.csv")),
    ])
  func fieldAnswers(_ line: String, _ answer: PlainAnswer) {
    let page = Page(title: "Field", blocks: [.field(Field("Name"))])
    #expect(PlainReply(to: page).answer(to: line) == answer)
  }

  @Test(
    "to a typed warning begins with the warning's id",
    arguments: [
      ("W5 delete 240 contoso.example", PlainAnswer.text("delete 240 contoso.example")),
      ("w5  delete", .text("delete")), ("W5delete", .unknown),
      ("delete 240 contoso.example", .unknown),
      ("1", .unknown), ("2", .unknown), ("", .unknown), ("W5 1", .choice(0)), ("go back", .unknown),
      ("W5 2", .refused("the phrase is not typed yet")), ("b", .action(.back)), ("W5", .unknown),
    ])
  func warningAnswers(_ line: String, _ answer: PlainAnswer) {
    for focus in ["phrase", "way"] {
      var page = Samples.stop
      page.focus = focus
      #expect(PlainReply(to: page).answer(to: line) == answer)
    }
  }

  @Test("may be the number of a row")
  func rows() {
    let reply = PlainReply(to: Samples.list)
    #expect(reply.answer(to: "15") == .row(14))
    #expect(reply.answer(to: "4311") == .unknown)
  }
}

@Suite("A page in lines") struct PlainLayoutTests {
  @Test("holds nothing that moves a cursor, whatever a page says", arguments: 0..<60)
  func harmless(_ seed: Int) {
    var pages = RandomPages(seed: UInt64(seed))
    let page = pages.page()
    for line in PlainLayout(page).lines {
      let isHarmless = line.unicodeScalars.allSatisfy {
        $0.value >= 32 && !(0x7F...0x9F).contains($0.value) && !(0x202A...0x202E).contains($0.value)
      }
      #expect(isHarmless)
    }
    let isASCII = PlainLayout(page, ascii: true).lines.joined().utf8.allSatisfy { $0 < 128 }
    #expect(isASCII)
  }

  @Test("says the default and the reasons in words")
  func words() {
    let lines = PlainLayout(Samples.findings).lines
    #expect(lines.contains { $0.contains("not possible: consenting again was not tried") })
    #expect(lines.last?.contains("Enter for 2") == true)
    #expect(PlainLayout(Samples.stop).lines.last?.contains("W5") == true)
    #expect(PlainLayout(Samples.stop).lines.last?.contains("Enter") == false)
  }
}
