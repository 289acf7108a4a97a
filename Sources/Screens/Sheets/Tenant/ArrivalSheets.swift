import Entra
import Remediation
import Wording

extension Sheet {
  /// On the way into a tenant.
  static func arrival(_ arrival: Arrival) -> Sheet {
    var sheet: Sheet
    switch arrival.stage {
    case .practice(let lines): sheet = practice(lines)
    case .before(let doorway): sheet = before(doorway)
    case .signingIn(let code): sheet = signingIn(code, arrival)
    case .failed(let trouble): sheet = failed(trouble)
    case .found(let tenant): sheet = found(tenant)
    }
    if case .signingIn = arrival.stage {
      sheet.back = .request(.arrive(.cancel))
      sheet.backLabel = "cancel"
    } else {
      sheet.back = .request(.home)
    }
    return sheet
  }

  private static func practice(_ lines: [PracticeLine]) -> Sheet {
    var sheet = Sheet(title: "Practise")
    sheet.blocks = [
      .lead("Which situation? Each is a made-up tenant: nothing real is touched.")
    ]
    sheet.choices = lines.map { Choice($0.name, $0.summary, .request(.arrive(.practice($0.name)))) }
    sheet.explanation = [
      "The tenant is in memory; it answers as Microsoft Graph would.",
      "\"default\" is where the article begins: only the first admin gets in.",
    ]
    return sheet
  }

  private static func before(_ doorway: Doorway) -> Sheet {
    var sheet = Sheet(title: "Sign in to the customer's tenant")
    sheet.blocks = [.lead("By \(doorway.way).")] + doorway.caveats.map(Block.text) + [.gap]
    sheet.choices = [
      Choice("Begin", .request(.arrive(.signIn))), Choice("Not now", .request(.home)),
    ]
    sheet.explanation = [
      "Tokens stay in memory and go to Microsoft alone.",
      "regrant connect --help tells the other ways to sign in.",
    ]
    return sheet
  }

  private static func signingIn(_ code: CodeLine?, _ arrival: Arrival) -> Sheet {
    var sheet = Sheet(title: "Signing in")
    guard let code else {
      sheet.blocks = [.lead("Asking Microsoft..."), .gap, .text("Esc cancels.")]
      return sheet
    }
    sheet.blocks = [
      .lead("Open this page and type the code:"), .gap, .link(code.address.safe), .gap,
      .lead("    \(spaced(code.code.safe))"), .gap,
      .text(
        "Sign in there with the account that acts in the tenant. Good until \(code.until.clock) UTC."
      ),
      .text("Waiting. y copies the code; p shows it alone. Esc cancels."),
    ]
    sheet.plain = code.code.safe
    sheet.explanation = ["Only whoever asked for this code should type it; pass it to nobody else."]
    return sheet
  }

  /// The code with air in it, so that it can be read out.
  private static func spaced(_ code: String) -> String {
    code.count > 6 ? code.map(String.init).joined(separator: " ") : code
  }

  private static func failed(_ trouble: Trouble) -> Sheet {
    var sheet = Sheet(title: "Not signed in")
    sheet.blocks = [.lead(trouble.happened), .text(trouble.meaning), .text(trouble.next), .gap]
    sheet.choices = [
      Choice("Try again", .request(.arrive(.signIn))),
      Choice("Guide the admin in the portal instead", .request(.begin(nil))),
      Choice("Back to the cases", .request(.home)),
    ]
    return sheet
  }

  private static func found(_ tenant: TenantCard) -> Sheet {
    var sheet = Sheet(title: ScreenWords.title(of: tenant.kind))
    sheet.blocks = [
      .lead(ScreenWords.meaning(of: tenant.kind)),
      .pairs(tenant.pairs + [Pair("Signed in", tenant.account?.safe ?? "an application")]), .gap,
    ]
    sheet.choices = [
      Choice(
        tenant.kind == .live ? "Yes, this is the customer's tenant" : "Begin",
        "Regrant reads; it changes nothing before you carry it out.", .request(.arrive(.confirm))),
      Choice("No, leave it", .request(.home)),
    ]
    sheet.explanation = ["Everything that follows happens in this tenant and in no other."]
    return sheet
  }
}

extension ScreenWords {
  static func title(of kind: Page.Tenant.Kind) -> String {
    switch kind {
    case .live: "Is this the customer's tenant?"
    case .practice: "The practice tenant"
    case .simulator: "A simulator's tenant"
    }
  }

  static func meaning(of kind: Page.Tenant.Kind) -> String {
    switch kind {
    case .live: "A live tenant: what is changed here is changed for the customer."
    case .practice: "Made up, inside this program: no customer is touched."
    case .simulator: "Made up, served on this machine: no customer is touched."
    }
  }
}
