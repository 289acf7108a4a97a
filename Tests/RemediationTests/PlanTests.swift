import Entra
import Testing

@testable import Remediation

/// A made-up tenant, and what a case that looked at everything knows of it.
struct Situation {
  let tenant: MadeUpTenant
  let facts: Facts
  let past: Plan.Past

  /// All of them.
  static let all: [Situation] = {
    var all: [Situation] = []
    for bits in 0..<(1 << 6) {
      func bit(_ index: Int) -> Bool { bits & (1 << index) != 0 }
      let contents = MadeUpTenant.Contents(
        hasConsent: bit(0), isRequired: bit(1), isAssigned: bit(2), areOthersAssigned: true)
      all += there(contents, isDisabled: bit(3), isStuck: bit(4))
      all += replaced(contents, isAdded: bit(3), isRestorable: bit(4), isSettled: bit(5))
      if !bit(3), !bit(4) { all += missing(contents, isSettled: bit(5)) }
    }
    return all
  }()

  /// It is there, as it always was; ways of consenting were tried in vain where they are stuck.
  private static func there(
    _ contents: MadeUpTenant.Contents, isDisabled: Bool, isStuck: Bool
  ) -> [Situation] {
    if isStuck, isDisabled || contents.hasConsent { return [] }
    var tenant = MadeUpTenant(
      object: isDisabled ? .disabled : .present, contents: contents,
      shouldRequire: contents.isRequired, shouldAssignOthers: true)
    tenant.isConsentStuck = isStuck
    var past = Plan.Past()
    past.isEveryRouteVain = isStuck
    return [
      Situation(
        tenant: tenant, facts: Facts(isDisabled ? .disabled : .present, contents), past: past)
    ]
  }

  /// This case deleted it and holds a snapshot; it may have been added again, and some put back.
  private static func replaced(
    _ before: MadeUpTenant.Contents, isAdded: Bool, isRestorable: Bool, isSettled: Bool
  ) -> [Situation] {
    if isAdded, !isSettled { return [] }
    var past = Plan.Past()
    past.isRestoringOver = true
    let progress: [MadeUpTenant.Contents] =
      isAdded
      ? (0..<8).map { bits in
        MadeUpTenant.Contents(
          hasConsent: bits & 1 != 0, isRequired: before.isRequired && bits & 2 != 0,
          isAssigned: bits & 4 != 0, areOthersAssigned: bits & 4 != 0)
      }
      : [.empty]
    return progress.compactMap { now in
      // "Assignment required" is back before consent is: anything else is no way of ours.
      if now.hasConsent, before.isRequired, !now.isRequired { return nil }
      var tenant = MadeUpTenant(
        object: isAdded ? .present : .missing, contents: now, shouldRequire: before.isRequired,
        shouldAssignOthers: true)
      tenant.isSettled = isSettled
      var past = past
      past.owes = now.areOthersAssigned ? [] : .assignments
      if before.isRequired, !now.isRequired { past.owes.insert(.requirement) }
      let object: ApplicationObject =
        isAdded
        ? (isRestorable ? .readded : .readdedForGood) : (isRestorable ? .deleted : .gone)
      return Situation(
        tenant: tenant, facts: Facts(object, now, isReaddAwaited: !isSettled), past: past)
    }
  }

  /// It isn't there, and this case didn't delete it.
  private static func missing(
    _ old: MadeUpTenant.Contents, isSettled: Bool
  ) -> [Situation] {
    var restorable = MadeUpTenant(
      object: .missing, bin: old, contents: .empty, shouldRequire: old.isRequired,
      shouldAssignOthers: true)
    restorable.isSettled = isSettled
    var gone = MadeUpTenant(
      object: .missing, contents: .empty, shouldRequire: false, shouldAssignOthers: false)
    gone.isSettled = isSettled
    var vain = Plan.Past()
    vain.isRestoringOver = true
    let awaited = !isSettled
    return [
      Situation(
        tenant: restorable, facts: Facts(.deleted, .empty, isReaddAwaited: awaited),
        past: Plan.Past()),
      Situation(
        tenant: gone, facts: Facts(.deleted, .empty, isReaddAwaited: awaited), past: vain),
      Situation(
        tenant: gone, facts: Facts(.gone, .empty, isReaddAwaited: awaited), past: Plan.Past()),
      Situation(
        tenant: gone, facts: Facts(.neverInstalled, .empty, isReaddAwaited: awaited),
        past: Plan.Past()),
    ]
  }
}

extension Facts {
  /// What there is to know of an object that holds this; of a missing one, nothing.
  init(
    _ object: ApplicationObject, _ contents: MadeUpTenant.Contents, isReaddAwaited: Bool = false
  ) {
    self.init()
    self.object = object
    self.isReaddAwaited = isReaddAwaited
    guard object.isPresent else { return }
    consent = contents.hasConsent ? .open : .shut
    isAssignmentRequired = contents.isRequired
    people[0].assignment = contents.isAssigned ? .open : .shut
  }

  /// Every way in which parts of what is known could be unknown.
  var blurred: [Facts] {
    (1..<8).map { bits in
      var facts = self
      if bits & 1 != 0 { facts.consent = .unknown }
      if bits & 2 != 0 { facts.isAssignmentRequired = nil }
      if bits & 4 != 0 { facts.people[0].assignment = .unknown }
      return facts
    }
  }
}

@Suite("A plan") struct PlanTests {
  @Test("makes every made-up tenant well, and no gentler one does")
  func gentlest() throws {
    #expect(Situation.all.count > 100, "\(Situation.all.count)")
    for situation in Situation.all {
      let plan = Plan(situation.facts, after: situation.past).acts
      // What a deleted one holds is seen when it is back: the plan goes on from there.
      let acts = Self.followed(plan, in: situation)
      let harshness = Harshness(of: acts, on: situation.tenant)
      let least = Harshness.least(on: situation.tenant, length: 5)
      #expect(harshness == least, "\(acts) on \(situation.tenant): \(situation.facts.object)")
      #expect(harshness != nil, "\(acts) on \(situation.tenant)")
    }
  }

  private static func followed(_ plan: [Act], in situation: Situation) -> [Act] {
    guard let end = plan.firstIndex(of: .restore) else { return plan }
    let begun = Array(plan[...end])
    var tenant = situation.tenant
    for act in begun { _ = tenant.apply(act) }
    return begun + Plan(Facts(.present, tenant.contents)).acts
  }

  @Test("has nothing to do on a tenant that is well")
  func nothingToDo() {
    let well = Situation.all.filter(\.tenant.isWell)
    #expect(well.count > 10)
    for situation in well {
      #expect(Plan(situation.facts, after: situation.past).acts.isEmpty, "\(situation.tenant)")
    }
  }

  @Test("takes nothing harmful on where something is unknown")
  func unknown() {
    for situation in Situation.all {
      for facts in situation.facts.blurred {
        let plan = Plan(facts, after: situation.past)
        #expect(!plan.acts.contains(.swapBack))
        if facts.consent != .shut { #expect(!plan.acts.contains(.replace), "\(facts)") }
        if facts.object.isUsable, facts.consent == .unknown {
          #expect(plan.acts.contains(.ask), "\(facts)")
        }
      }
    }
  }

  @Test("consents, which harms nobody, where nobody can say how consent stands")
  func unknowableConsent() {
    var past = Plan.Past()
    past.isConsentUnknowable = true
    var facts = Facts(.present, .init(isRequired: false))
    facts.consent = .unknown
    #expect(Plan(facts, after: past).acts == [.reconsent])
  }

  @Test("never proposes what it rules out")
  func prohibitions() {
    for situation in Situation.all {
      for facts in [situation.facts] + situation.facts.blurred {
        let plan = Plan(facts, after: situation.past)
        // These two are ruled out each by itself: it takes both.
        let alone: Set<Plan.Reason> = [.consentMissing, .assignmentMissing]
        for prohibition in plan.never where !alone.contains(prohibition.because) {
          #expect(!plan.acts.contains(prohibition.act), "\(prohibition) \(facts)")
        }
        if !plan.acts.contains(.replace) { #expect(plan.never.contains { $0.act == .replace }) }
      }
    }
  }

  @Test("asks the vendor, and nobody else, about what the vendor disabled")
  func vendor() {
    var facts = Facts()
    facts.object = .disabledByVendor
    #expect(Plan(facts).acts == [.elsewhere])
  }

  @Test("leaves account and Nexetic's role to whom they belong")
  func notOurs() {
    var facts = Facts(.present, .init(hasConsent: true))
    facts.people[0].account = .shut
    facts.nexeticRole = .shut
    #expect(Plan(facts).acts == [.elsewhere, .rbac])
  }
}
