import Entra
import Remediation

/// A tenant of two people and one grant, simple enough to try everything on it.
struct MadeUpTenant: Hashable {
  enum Object: Hashable, CaseIterable { case present, disabled, missing, unreachable }

  var object: Object
  /// Whether somebody's own objects lie in the recycle bin: what restoring brings back.
  var bin: Contents?
  var contents: Contents
  /// Whether a deletion has settled: before, creating answers 650051.
  var isSettled = true
  /// Whether gentler ways of consenting report success and open nothing.
  var isConsentStuck = false
  /// "Assignment required" as the customer had it.
  var shouldRequire: Bool
  /// Whether somebody else was assigned and must be again.
  var shouldAssignOthers: Bool
  /// Whether somebody could get in for a moment who could not before.
  var wasOpenToAll = false

  /// What one service principal holds.
  struct Contents: Hashable {
    var hasConsent = false
    var isRequired = false
    var isAssigned = false
    var areOthersAssigned = false
    static let empty = Contents()
  }

  /// Whether the user gets in.
  var admits: Bool {
    object == .present && contents.hasConsent && (!contents.isRequired || contents.isAssigned)
  }

  /// Whether everything is as it should be: the user gets in, and nothing that was there is gone.
  var isWell: Bool {
    admits && contents.isRequired == shouldRequire
      && (!shouldAssignOthers || contents.areOthersAssigned) && !wasOpenToAll
  }

  /// How many things an act changes here; nil where it can't be done.
  mutating func apply(_ act: Act) -> Int? {
    var changes = 1
    switch act {
    case .wait:
      guard !isSettled else { return nil }
      isSettled = true
    case .enable:
      guard object == .disabled else { return nil }
      object = .present
    case .restore:
      guard object == .missing, let old = bin else { return nil }
      (object, contents, bin) = (.present, old, nil)
    case .readd:
      guard create() else { return nil }
    case .require:
      guard object == .present else { return nil }
      contents.isRequired = true
    case .reconsent:
      // Consenting to what is missing creates it: that is adding it, too.
      if object == .missing {
        guard create() else { return nil }
        changes = 2
      }
      guard object == .present else { return nil }
      if !isConsentStuck { contents.hasConsent = true }
    case .assign:
      guard object == .present else { return nil }
      (contents.isAssigned, contents.areOthersAssigned) = (true, shouldAssignOthers)
    case .replace:
      guard object == .present, isSettled else { return nil }
      contents = Contents(hasConsent: true, isRequired: contents.isRequired)
      isConsentStuck = false
    case .swapBack:
      guard object == .present, let old = bin else { return nil }
      (contents, bin) = (old, nil)
    case .elsewhere, .rbac, .ask: return nil
    }
    if object == .present, contents.hasConsent, shouldRequire, !contents.isRequired {
      wasOpenToAll = true
    }
    return changes
  }

  /// A new, empty one, unless an old one could be brought back.
  private mutating func create() -> Bool {
    guard object == .missing, bin == nil, isSettled else { return false }
    (object, contents) = (.present, .empty)
    return true
  }
}

/// How much a list of acts asks of a tenant: the harshest act, then how many things change.
struct Harshness: Hashable, Comparable {
  let harshest: Int
  let changes: Int

  static let acts = Act.allCases.filter { $0.changesTenant || $0 == .wait }

  static func < (one: Self, other: Self) -> Bool {
    (one.harshest, one.changes) < (other.harshest, other.changes)
  }

  /// How much `acts` ask of `tenant`; nil when they don't make it well.
  init?(of acts: [Act], on tenant: MadeUpTenant) {
    var tenant = tenant
    var changes = 0
    for act in acts {
      guard let made = tenant.apply(act) else { return nil }
      changes += made
    }
    guard tenant.isWell else { return nil }
    self.init(harshest: acts.compactMap(Self.acts.firstIndex).max() ?? -1, changes: changes)
  }

  private init(harshest: Int, changes: Int) { (self.harshest, self.changes) = (harshest, changes) }

  /// The gentlest of all lists of at most `length` acts that make `tenant` well, if there is one.
  ///
  /// Lists that lead to the same tenant are followed once; none is left out.
  static func least(on tenant: MadeUpTenant, length: Int) -> Harshness? {
    for harshest in -1..<acts.count {
      var reached = [tenant: 0]
      var best: Int?
      for _ in 0...length {
        for (tenant, changes) in reached where tenant.isWell {
          best = min(best ?? changes, changes)
        }
        var next = reached
        for (tenant, changes) in reached {
          for act in acts.prefix(harshest + 1) {
            var after = tenant
            guard let made = after.apply(act) else { continue }
            next[after] = min(next[after] ?? .max, changes + made)
          }
        }
        reached = next
      }
      if let best { return Harshness(harshest: harshest, changes: best) }
    }
    return nil
  }
}
