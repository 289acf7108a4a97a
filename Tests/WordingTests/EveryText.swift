import Entra
import Remediation

@testable import Wording

/// Every sentence that a case of an enum has, by the list in which it must be distinct.
struct EveryText {
  let words = Words()
  let opened: Case

  /// A list of texts that stand beside one another.
  struct List: CustomStringConvertible {
    let description: String
    let texts: [String]
    var limit = 100
    var isDistinct = true
  }

  static let objects = ApplicationObject.allCases
  static let roleSets = Question.roleChoices

  static let observations: [Observation] =
    Question.object.choices + Question.absence.choices + [.object(.unknown)]
    + [.object(.readdedForGood), .person, .adminChanged, .contentChanged, .restoreWindowClosed]
    + [.deletionSettled] + Question.consent.choices + Question.requirement.choices
    + Question.formerRequirement.choices
    + Question.assignment(person: 0).choices + Question.assignment(person: 2).choices
    + Question.account(person: 0).choices + Question.account(person: 2).choices
    + Question.nexeticRole.choices + Question.roles.choices

  static let orders: [Order] =
    [
      .enableServicePrincipal, .restoreServicePrincipal, .deleteServicePrincipal(snapshot: 1),
      .addServicePrincipal, .requireAssignment, .assignPrincipals(3), .assignSnapshot(240),
    ] + ConsentRoute.allCases.map(Order.consent)

  static let outcomes: [Outcome] =
    [.done, .alreadyDone, .partly(3), .notYet, .notDone] + Obstacle.allCases.map(Outcome.refused)
    + [.appeared(.noPrompt)]

  static let refusals: [Refusal] =
    Guard.allCases.map(Refusal.guarded) + objects.map(Refusal.objectState)
    + Act.allCases.map(Refusal.roleForbids)
    + [
      .outOfPlace, .misfit, .wrongApplication(found: nil), .wrongPhrase, .irreversible, .closed,
      .unknownCommand, .deleteNotResumable, .tooMany, .scopesUnknown,
    ]

  static let mishaps: [Mishap] = [
    .caseHeld(process: 7), .journalNewer, .journalDamaged(entry: 3), .rulesChanged(entry: 3),
    .diskFull, .folderReadOnly, .journalBusy, .notAJournal, .journalFailed,
    .tooLarge(megabytes: 10), .notText, .empty,
  ]

  var lists: [List] { labels + sentences + steps + troubles }

  private var labels: [List] {
    [
      List(description: "gates", texts: Gate.allCases.map(words.name(of:)), limit: 14),
      List(description: "judgements", texts: Judgement.allCases.map(words.name(of:)), limit: 10),
      List(description: "acts", texts: Act.allCases.map(words.title(of:)), limit: 50),
      List(description: "acts' buttons", texts: Act.allCases.map(words.goOn(with:)), limit: 24),
      List(description: "routes", texts: ConsentRoute.allCases.map(words.name(of:)), limit: 50),
      List(description: "statuses", texts: RouteStatus.allCases.map(words.name(of:)), limit: 60),
      List(description: "appearances", texts: Appearance.allCases.map(words.name(of:)), limit: 60),
      List(description: "symptoms", texts: Symptom.allCases.map(words.name(of:)), limit: 60),
      List(description: "observations", texts: Self.observations.map(words.label(of:)), limit: 70),
      List(description: "roles", texts: DirectoryRole.allCases.map(words.name(of:)), limit: 40),
      List(description: "needs", texts: AccessNeed.allCases.map(words.label(of:)), limit: 60),
      List(description: "closings", texts: Closing.allCases.map(words.label(of:)), limit: 20),
      List(
        description: "verifications", texts: Verification.allCases.map(words.label(of:)), limit: 50),
      List(description: "settlements", texts: Settlement.allCases.map(words.label(of:)), limit: 60),
      List(description: "modes", texts: Mode.allCases.map(words.name(of:)), limit: 10),
      List(description: "phases", texts: Phase.allCases.map(words.name(of:)), limit: 26),
      List(description: "waits", texts: Phase.allCases.map(words.waitsFor), limit: 60),
      List(description: "warnings", texts: Warning.allCases.map(words.title(of:)), limit: 50),
      List(description: "steps", texts: GuideStep.allCases.map(words.title(of:)), limit: 40),
      List(description: "deviations", texts: Deviation.allCases.map(words.label(of:)), limit: 60),
      List(
        description: "prompts", texts: Words.everyPrompt.map(words.title(of:)), limit: 50,
        isDistinct: false),
      List(description: "orders", texts: Self.orders.map(words.name(of:)), limit: 60),
      List(description: "outcomes", texts: Self.outcomes.map(words.name(of:)), limit: 70),
      List(
        description: "losses", texts: LossParts(rawValue: 127).each.map(words.name(of:)), limit: 40),
    ]
  }

  private var sentences: [List] {
    let acts = Act.allCases.map(words.text(of:))
    return [
      List(description: "gates' meanings", texts: Gate.allCases.map(words.meaning(of:))),
      List(
        description: "gates' owners", texts: Gate.allCases.map(words.owner(of:)),
        isDistinct: false),
      List(
        description: "gates' sentences",
        texts: Gate.allCases.flatMap { gate in
          Judgement.allCases.map { words.sentence(for: gate, $0) }
        }),
      List(description: "objects", texts: Self.objects.map { words.because($0) }),
      List(description: "opens", texts: acts.map(\.opens)),
      List(description: "costs", texts: acts.map(\.costs), isDistinct: false),
      List(description: "leaves", texts: acts.map(\.leaves), isDistinct: false),
      List(description: "undo", texts: acts.map(\.undo), isDistinct: false),
      List(description: "unless", texts: Act.allCases.map(words.unless)),
      List(description: "routes", texts: ConsentRoute.allCases.map(words.explanation(of:))),
      List(
        description: "appearances' meanings", texts: Appearance.allCases.map(words.meaning(of:)),
        isDistinct: false),
      List(description: "hints", texts: Symptom.allCases.map(words.hint(for:))),
      List(description: "kinds", texts: SignInError.Kind.allCases.map(words.meaning(of:))),
      List(description: "closings", texts: Closing.allCases.map(words.meaning(of:))),
      List(description: "verifications", texts: Verification.allCases.map(words.meaning(of:))),
      List(description: "modes", texts: Mode.allCases.map(words.meaning(of:))),
      List(description: "caveats", texts: SignInCaveat.allCases.map(words.sentence(for:))),
      List(description: "reasons", texts: Plan.Reason.allCases.map { words.because($0) }),
      List(
        description: "powers", texts: Self.roleSets.map(words.powers(of:)), limit: 152,
        isDistinct: false),
      List(description: "advice", texts: Deviation.allCases.map(words.advice(on:)), limit: 100),
      List(
        description: "warnings' meanings",
        texts: Warning.allCases.map { words.text(of: $0, in: opened).meaning }, limit: 152,
        isDistinct: false),
      List(
        description: "warnings' answers",
        texts: Warning.allCases.map { words.text(of: $0, in: opened).answeredBy }),
    ]
  }

  private var steps: [List] {
    let texts = Self.orders.flatMap { order in
      order.steps.map { words.text(of: $0, for: order) }
    }
    let prompts = Words.everyPrompt.map { words.text(of: $0, in: opened) }
    return [
      List(description: "sayings", texts: texts.map(\.say), limit: 152, isDistinct: false),
      List(description: "expected", texts: texts.map(\.expect), limit: 152, isDistinct: false),
      List(description: "done", texts: texts.map(\.done), limit: 50, isDistinct: false),
      List(
        description: "tips", texts: GuideStep.allCases.flatMap(words.tips), limit: 152,
        isDistinct: false),
      List(description: "asks", texts: prompts.map(\.ask), limit: 76),
      List(
        description: "prompts' sayings", texts: prompts.map(\.say), limit: 152,
        isDistinct: false),
      List(description: "prompts' whys", texts: prompts.map(\.why), limit: 100, isDistinct: false),
    ]
  }

  private var troubles: [List] {
    let denials =
      Self.refusals.map(words.denial(of:))
      + WriteCommand.Impossible.allCases.map(words.denial(of:))
    let troubles =
      Obstacle.allCases.map(words.trouble(with:)) + Self.mishaps.map(words.trouble(with:))
      + SignInObstacle.allCases.map(words.trouble(with:))
    return [
      List(description: "guards' whys", texts: Guard.allCases.map { words.denial(by: $0).why }),
      List(description: "whys", texts: denials.map(\.why), limit: 120, isDistinct: false),
      List(description: "remedies", texts: denials.map(\.remedy), limit: 140, isDistinct: false),
      List(description: "happened", texts: troubles.map(\.happened)),
      List(description: "meanings", texts: troubles.map(\.meaning), isDistinct: false),
      List(description: "next", texts: troubles.map(\.next)),
    ]
  }
}
