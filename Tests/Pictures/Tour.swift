import Cells
import Entra
import Goldens
import Remediation
import Screens
import Wording

/// The screens that the documents show, each as it is reached by keys.
enum Tour {
  /// A screen, by the name of its picture.
  struct Stop {
    let name: String
    let page: Page
    let golden: String

    init(_ name: String, _ visitor: Visitor) {
      (self.name, page, golden) = (name, visitor.page, Golden.text(of: visitor.frame))
    }

    /// The picture's file in `Docs/pictures`.
    var file: String { "\(name).svg" }
    /// The picture.
    var svg: String { Picture(golden: golden).svg }
  }

  /// Every stop, in the order of the walk.
  static func stops() throws -> [Stop] {
    var visitor = Visitor()
    var stops = [Stop("home", visitor)]
    try visitor.choose("New case")
    try visitor.choose("\"Need admin approval\"")
    stops.append(Stop("question", visitor))
    try visitor.choose("No, assignment is not required")
    stops.append(Stop("findings", visitor))
    var connected = visitor
    connected.reach(tenant)
    stops.append(Stop("tenant", connected))
    try visitor.choose("Consent again")
    if PlainLayout(visitor.page).lines.contains(where: { $0.contains("Which role") }) {
      try visitor.choose("Global Administrator")
    }
    try visitor.choose("Sign in and tick")
    try visitor.press(.character("c"))
    stops.append(Stop("step", visitor))
    connected = visitor
    var watched = tenant
    watched.doing = Doing(
      .watching(.consent(.signIn)), since: Moment(seconds: Visitor.now.seconds - 95))
    connected.reach(watched)
    stops.append(Stop("watching", connected))
    var helped = visitor
    try helped.press(.enter, .enter)
    stops.append(Stop("verification", helped))
    stops.append(Stop("stop", try stopped(visitor)))
    return stops
  }

  /// A tenant that was read four minutes ago.
  private static let tenant: Reach = {
    var reading = TenantReading(at: Moment(seconds: Visitor.now.seconds - 240))
    reading.reasons = [
      .consent: .init(
        .shut, "Nothing for the organization: kim@contoso.example did not tick the box.")
    ]
    var reach = Reach(
      TenantCard(
        name: ForeignText("Contoso"), domain: DomainName("contoso.example"),
        id: TenantID(bits: 7), account: ForeignText("kim@contoso.example")))
    reach.reading = reading
    return reach
  }()

  /// From the sign-in that did nothing to the phrase that deletes.
  private static func stopped(_ start: Visitor) throws -> Visitor {
    var visitor = start
    try visitor.choose("It looks different")
    try visitor.choose("No prompt")
    try visitor.choose("Yes, that is")
    try visitor.choose("Consent again")
    try visitor.choose("The admin-consent link")
    try visitor.press(.character("c"), .enter)
    try visitor.choose("It still fails: need admin")
    try visitor.choose("It still fails: waited")
    try visitor.choose("Consent again")
    try visitor.choose("A way can't")
    try visitor.choose("\"Grant admin consent\"")
    try visitor.type("the button is greyed out")
    try visitor.press(.enter, .escape)
    try visitor.choose("Remove and re-add")
    try visitor.type("ac9c819f843e")
    try visitor.press(.enter)
    try visitor.choose("Paste what it printed")
    try visitor.press(.paste("{}"), .enter)
    try visitor.type("contoso.example")
    try visitor.press(.enter)
    try visitor.type("delete 240 con")
    return visitor
  }
}
