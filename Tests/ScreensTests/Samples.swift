import Screens

/// Made-up pages, one for each kind of screen, which together use every block.
enum Samples {
  static let header = Page.Header(
    caseName: "case 7", customer: "Contoso", mode: "guide",
    tenant: Page.Tenant(domain: "contoso.example"))

  static func journey(stake: String? = nil, undo: String? = nil) -> Journey {
    Journey(
      [
        .init("Symptom", .done), .init("Findings", .done), .init("Consent again", .now),
        .init("Verify", .ahead), .init("Hand-off", .ahead), .init("Report", .ahead),
      ], stake: stake, undo: undo)
  }

  static let step = Page(
    title: "Consent again, without removing anything",
    blocks: [
      .lead("The admin signs in once more and ticks one box."),
      .say(
        "Please sign in to Nexetic Backup with your administrator account. When Microsoft asks for "
          + "permissions, tick Consent on behalf of your organization, then Accept."),
      .path(["Entra ID", "Enterprise apps", "Nexetic Backup", "Permissions"]),
      .expect("A page titled Permissions requested, with that box above Cancel and Accept."),
      .menu(
        Menu([
          .init("Done: the box was ticked and accepted"),
          .init("Already done, before this call"),
          .init("No prompt appeared at all"),
          .init("It looks different"),
          .init("Stop here, come back later"),
        ])),
    ],
    actions: [
      Action(.goOn), Action(.choose), Action(.copy, "copy words"), Action(.message), Action(.help),
      Action(.back), Action(.note),
    ],
    header: header, journey: journey(stake: "nothing yet", undo: "everything, nothing was changed"))

  static let stop = Page(
    title: "Delete Nexetic Backup",
    blocks: [
      .lead(
        "This deletes the application in contoso.example, all consent given to it and all 240 "
          + "assignments."),
      .pairs([
        Pair("Application ID", "facd4a2d-cbd2-4095-bfa8-ac9c819f843e"),
        Pair("Behind them", "19 users, 3 groups of unknown size"),
        Pair("Way back", "restoring, for 30 days; afterwards assigning anew from the snapshot"),
      ]),
      .quote(
        "This action removes all user assignments. You'll need to reassign users afterward.",
        source: "the article, Option 2B"),
      .field(
        Field(
          id: "phrase", "To delete, type", value: "delete 24 c",
          expected: "delete 240 contoso.example", answerPrefix: "W5")),
      .menu(
        Menu(
          id: "way",
          [
            .init("Go back, delete nothing"),
            .init("Delete and go on", because: "the phrase is not typed yet"),
          ])),
    ],
    focus: "phrase", actions: [Action(.nextArea), Action(.back, "go back"), Action(.help)],
    header: header, journey: journey(stake: "240 assignments, all consent"), isStop: true)

  static let findings = Page(
    title: "Findings",
    blocks: [
      .lead("Consent is missing for everybody but the admin."),
      .gates([
        GateRow("Object", .open, because: "present and enabled", evidence: "seen 2 minutes ago"),
        GateRow(
          "Consent", .shut, because: "only admin@contoso.example consented, for themself",
          evidence: "told by the admin"),
        GateRow("Assignment", .open, because: "not required"),
        GateRow("User", .unknown, because: "nobody has tried since"),
        GateRow("Access role", .unknown, because: "asked at the end"),
      ]),
      .menu(
        Menu(
          [
            .init("Consent again", detail: "opens consent; costs nothing"),
            .init("Assign users", detail: "would not open consent"),
            .init("Remove and add again", because: "consenting again was not tried"),
          ], selected: 1)),
    ],
    actions: [Action(.goOn), Action(.choose), Action(.edit, "change an answer"), Action(.back)],
    header: header, journey: journey(undo: "everything, nothing was changed"))

  static let list = Page(
    title: "Which application?",
    blocks: [
      .lead("Take the one with the Application ID of Nexetic Backup."),
      .list(
        List(
          columns: ["Name", "Application ID", "Added"],
          rows: (0..<12).map { number in
            List.Row(
              [
                "Nexetic Backup \(number)", "facd4a2d-cbd2-4095-bfa8-ac9c819f\(8400 + number)",
                "2026-03-\(number + 1)",
              ], isAltered: number == 3)
          }, offset: 12, total: 4310, unfiltered: 12_000, selected: 14,
          filter: Field(id: "filter", "Search", value: "nexetic"),
          detail: "Nexetic Backup 2, facd4a2d-cbd2-4095-bfa8-ac9c819f8402, added on 3 March 2026")),
    ],
    focus: "list",
    actions: [Action(.goOn, "take it"), Action(.filter), Action(.sort), Action(.back)],
    header: header, journey: journey())

  static let checklist = Page(
    title: "Who is to be assigned?",
    blocks: [
      .checklist(
        Checklist(
          rows: ["Ada Example", "Bo Sample", "Charles Placeholder", "Großmann, Änne", "田中 花子"]
            .enumerated().map { index, name in
              Checklist.Row(
                [name, "person\(index)@contoso.example", "User"], isTicked: index.isMultiple(of: 2))
            }, total: 5, ticked: 4, hidden: 1, selected: 1,
          filter: Field(id: "filter", "Search", hint: nil)))
    ],
    focus: "checklist",
    actions: [Action(.toggle), Action(.tickAll), Action(.tickNone), Action(.goOn), Action(.back)],
    header: header, journey: journey())

  static let link = Page(
    title: "Consent by link",
    blocks: [
      .lead("Send this link to the admin; it must be opened while signed in as one."),
      .link(
        "https://login.microsoftonline.com/contoso.example/adminconsent?client_id=7"),
      .link(
        "https://login.microsoftonline.com/contoso.example/adminconsent?client_id="
          + "facd4a2d-cbd2-4095-bfa8-ac9c819f843e&redirect_uri=https%3A%2F%2Fnexetic.example"),
      .command([
        "Connect-MgGraph -Scopes Application.ReadWrite.All",
        "Get-MgServicePrincipal -Filter \"appId eq 'facd4a2d-cbd2-4095-bfa8-ac9c819f843e'\" "
          + "| Format-List Id, AppId, DisplayName",
      ]),
      .progress(Progress(done: 120, of: 240, "12 a second, about 10 seconds left, 3 retried")),
      .gap,
      .field(Field("Answer of the command, pasted", hint: "All of it, first line to last.")),
    ],
    actions: [Action(.goOn), Action(.back)], header: header,
    journey: journey(undo: "restore until 24 December"),
    notice: "Sent to your terminal's clipboard.")

  static let long = Page(
    title: "What consent means",
    blocks: [.lead("A long text, with a question under it.")]
      + (1...12).map {
        .text(
          "Paragraph \($0): an organization-wide grant covers what is asked, or this user's own "
            + "does; everything else is refused with an error that names the application.")
      } + [
        .menu(
          Menu((1...9).map { .init("Answer \($0)", detail: "leads to step \($0)") }, selected: 6))
      ],
    actions: [Action(.goOn), Action(.choose), Action(.pageDown), Action(.back)], header: header,
    journey: journey())

  static let all: [(name: String, page: Page)] = [
    ("step", step), ("stop", stop), ("findings", findings), ("list", list),
    ("checklist", checklist), ("link", link), ("long", long),
    (
      "help",
      Help.page(
        about: step,
        explanation: [
          "This step repeats the consent, so that it holds for the whole organization.",
          "Nothing is removed. If no box appears, say so: the next screen knows the kinds.",
        ],
        quotes: [
          .init(
            "Ensure the Consent on behalf of your organization checkbox is selected.",
            source: "the article, Option 2A")
        ])
    ),
  ]
}
