import Entra
import Remediation
import Testing

@testable import Wording

@Suite("Every case of every enum has its words")
struct WordsTests {
  @Test func textsAreThereShortAndPlain() throws {
    let every = EveryText(opened: try Cases.opened())
    for list in every.lists {
      for text in list.texts {
        #expect(!text.isEmpty, "\(list)")
        #expect(text.count <= list.limit, "\(list): \(text.count) in \"\(text)\"")
        #expect(!text.contains("  "), "\(list): \(text)")
        #expect(!text.contains("!"), "\(list): \(text)")
        #expect(!text.contains("\n"), "\(list): \(text)")
        #expect(text.first != " " && text.last != " ", "\(list): \(text)")
      }
    }
  }

  @Test func textsThatStandBesideOneAnotherDiffer() throws {
    let every = EveryText(opened: try Cases.opened())
    for list in every.lists where list.isDistinct {
      #expect(Set(list.texts).count == list.texts.count, "\(list)")
    }
  }

  @Test func whatIsReadOutFitsInTwoLines() throws {
    let words = Words()
    for order in EveryText.orders {
      for step in order.steps {
        let text = words.text(of: step, for: order)
        #expect(Self.lines(of: text.say) <= 2, "\(text.say)")
        #expect(Self.lines(of: text.expect) <= 2, "\(text.expect)")
        #expect(words.line(for: text.path).count <= 76, "\(text.path)")
      }
    }
    let opened = try Cases.opened()
    for prompt in Words.everyPrompt {
      let text = words.text(of: prompt, in: opened)
      #expect(Self.lines(of: text.say) <= 2, "\(text.say)")
      #expect(words.line(for: text.path).count <= 76, "\(text.path)")
    }
  }

  /// How many lines of 76 columns a text fills, broken at words.
  private static func lines(of text: String) -> Int {
    var (lines, column) = (1, 0)
    for word in text.split(separator: " ") {
      if column > 0, column + 1 + word.count > 76 { (lines, column) = (lines + 1, 0) }
      column += word.count + (column > 0 ? 1 : 0)
    }
    return lines
  }

  @Test func theWordsFollowTheProfile() {
    let other = ApplicationProfile(
      name: "Fabrikam Vault", appID: AppID(bits: 7), vendor: "Fabrikam", lookAlikes: [],
      ownerTenant: nil, expectedScopes: [], signInAddress: "https://vault.fabrikam.example",
      guardedFeature: "vault", roles: (shut: "None", open: "All"), roleArticle: "Roles")
    let words = Words(other)
    let order = Order.consent(.signIn)
    for step in GuideStep.allCases {
      let text = words.text(of: step, for: order)
      #expect(!(text.say + text.expect + text.tips.joined()).contains("Nexetic"), "\(step)")
    }
    #expect(words.signInPlace == "https://vault.fabrikam.example")
    #expect(words.title(of: Act.rbac) == "Raise the Fabrikam role")
  }
}

@Suite("W1's screen never shows the last block")
struct MaskTests {
  private let words = Words()
  private let block = ApplicationProfile.nexeticBackup.appID.lastBlock

  @Test func theIdentificationPromptHoldsNoLastBlock() throws {
    let opened = try Cases.opened()
    let text = words.text(of: .identification, in: opened)
    let quotes = text.quotes.map { words.quote($0, masked: true) }
    let warning = words.text(of: .w1, in: opened)
    let all =
      [text.ask, text.say, text.why, warning.title, warning.meaning, warning.answeredBy] + quotes
      + text.path + text.formerPath
    #expect(all.allSatisfy { !$0.contains(block) })
    #expect(text.quotes.contains(.applicationID))
  }

  @Test func theMaskKeepsTheOtherBlocks() {
    #expect(words.maskedApplicationID == "facd4a2d-cbd2-4095-bfa8-____________")
    #expect(words.quote(.applicationID).contains(block))
  }
}

@Suite("Every sentence of the article is said somewhere")
struct ArticleTests {
  @Test(arguments: Article.allCases)
  func sentenceHasAPlace(_ sentence: Article) {
    #expect(!Words().places(of: sentence).isEmpty)
  }

  @Test func aPlaceReallyQuotesIt() {
    let words = Words()
    #expect(words.places(of: .removesAssignments).contains(.warning(.w5)))
    #expect(words.places(of: .addUserGroup) == [.step(.addUserGroup)])
  }
}

@Suite("Paths are in the portal's own words")
struct PortalTests {
  /// The menu words of the portal, and what is no menu word but a name, a value or a button.
  private static let vocabulary: Set<String> = [
    "Entra ID", "Enterprise apps", "All applications", "Nexetic Backup", "Manage",
    "Users and groups", "Properties", "Security", "Permissions", "Activity", "Sign-in logs",
    "Consent and permissions", "User consent settings", "Roles & admins", "Add user/group",
    "Add Assignment", "None Selected", "Select", "Select a role", "Assign",
    "Grant admin consent for {tenant}", "Delete", "Yes", "Assignment required?", "Save",
    "Enabled for users to sign-in?", "Identity", "Applications", "Enterprise applications",
  ]

  @Test func everyPathUsesThem() throws {
    let words = Words()
    let opened = try Cases.opened()
    var paths = PortalPage.allCases.flatMap { [words.path(to: $0), words.formerPath(to: $0)] }
    for order in EveryText.orders {
      paths += order.steps.flatMap { step in
        let text = words.text(of: step, for: order)
        return [text.path, text.formerPath]
      }
    }
    paths += Words.everyPrompt.flatMap { prompt in
      let text = words.text(of: prompt, in: opened)
      return [text.path, text.formerPath]
    }
    for word in paths.joined() { #expect(Self.vocabulary.contains(word), "\(word)") }
  }

  @Test(arguments: PortalPage.allCases)
  func formerPathsBeginWithTheFormerMenu(_ page: PortalPage) {
    #expect(Words().path(to: page).first == "Entra ID")
    #expect(Words().formerPath(to: page).first == "Identity")
  }

  @Test func theLinkHasNoCheckboxToSpeakOf() {
    let text = Words().text(of: .openConsentLink, for: .consent(.link))
    #expect(text.say.contains("no box to tick"))
    #expect(!text.quotes.contains(.tickCheckbox))
  }
}
