public import Entra
public import Remediation

/// What an error text comes to: which gate, what first, what not, and what would make it wrong.
///
/// Plain values; JSON is made of them elsewhere, text and Markdown beside.
public struct Explanation: Sendable, Hashable {
  /// The codes, and what each means.
  public let readings: [Reading]
  /// The five gates.
  public let findings: [JudgedGate]
  /// What to do, in order.
  public let acts: [Step]
  /// What not to do.
  public let never: [Step]
  /// Which application it is about; nil where the text names none.
  public let application: Application?
  /// What would make all this wrong.
  public let unless: [String]

  /// A code and its meaning.
  public struct Reading: Sendable, Hashable {
    /// `AADSTS50105`, or a page without a code.
    public let name: String
    /// What it means.
    public let meaning: String
  }

  /// An act and why it is proposed or ruled out.
  public struct Step: Sendable, Hashable {
    /// Which act.
    public let act: Act
    /// What it is called.
    public let title: String
    /// Why, or why not.
    public let because: String
  }

  /// Which application a text names.
  public struct Application: Sendable, Hashable {
    /// Its ID, where the text gives one.
    public let id: AppID?
    /// Whether it is the profile's.
    public let isOurs: Bool
    /// What that means, in a sentence.
    public let meaning: String
  }

  /// What was read in a text: the part of it that an explanation rests on.
  public struct Evidence: Sendable, Hashable {
    /// The codes, in their order.
    public var errors: [SignInError]
    /// The kinds of all that was read, pages without a code included; the codes' own by default.
    public var kinds: [SignInError.Kind]
    /// Whether it shows the vendor's own "No Access".
    public var showsNoAccess: Bool
    /// The symptom that was chosen from the list, where one was.
    public var symptom: Symptom?
    /// Which application it is about.
    public var subject: Subject

    /// Which application a text is about.
    public enum Subject: Sendable, Hashable {
      /// The profile's.
      case ours
      /// Another, by its ID.
      case other(AppID)
      /// One easily taken for it, by its name.
      case lookAlike(String)
      /// None is named.
      case unstated
    }

    /// Evidence by its parts.
    public init(
      errors: [SignInError] = [], kinds: [SignInError.Kind] = [], showsNoAccess: Bool = false,
      symptom: Symptom? = nil, subject: Subject = .unstated
    ) {
      (self.errors, self.showsNoAccess) = (errors, showsNoAccess)
      self.kinds = kinds.isEmpty ? errors.map(\.kind) : kinds
      (self.symptom, self.subject) = (symptom, subject)
    }

    /// The symptoms it stands for, each once, those that say most last.
    public var symptoms: [Symptom] {
      var symptoms = kinds.map { Self.symptom(of: $0) }
      if showsNoAccess { symptoms.append(.noAccessInNexetic) }
      if let symptom { symptoms.append(symptom) }
      return Symptom.allCases.filter(symptoms.contains)
    }

    /// What a code is about here: the words beside it may have decided otherwise than its number.
    func kind(of error: SignInError) -> SignInError.Kind {
      kinds.contains(error.kind) ? error.kind : kinds.first ?? error.kind
    }

    /// Whether all of it is about what none of our gates opens: the vendor's, or another service.
    var isVendors: Bool {
      !kinds.isEmpty && Set(kinds).isSubset(of: [.vendorFault, .resourceMissing]) && symptom == nil
    }

    private static func symptom(of kind: SignInError.Kind) -> Symptom {
      let example = SignInError.known.first { $0.kind == kind }
      return example.map(Symptom.init) ?? .other
    }
  }
}

extension Words {
  /// What a text comes to, as the machine judges it.
  public func explanation(of evidence: Explanation.Evidence) -> Explanation {
    let opened = opened(on: evidence)
    let facts = opened.facts
    let plan = opened.plan
    let acts = isAboutOurs(evidence) ? acts(of: plan, evidence) : [.ask]
    return Explanation(
      readings: readings(of: evidence),
      findings: judged(facts),
      acts: acts.map {
        Explanation.Step(
          act: $0, title: title(of: $0), because: because($0, on: evidence, in: opened))
      },
      never: plan.never.map {
        Explanation.Step(act: $0.act, title: never($0), because: because($0.because))
      },
      application: application(of: evidence.subject),
      unless: acts.map(unless) + unlessSubject(evidence.subject))
  }

  private func because(_ act: Act, on evidence: Explanation.Evidence, in opened: Case) -> String {
    if act == .ask { return missing(in: opened) }
    if act == .elsewhere, evidence.isVendors, let kind = evidence.kinds.first {
      return meaning(of: kind)
    }
    return opens(act)
  }

  /// The answer that is missing, and where the admin looks for it.
  func missing(in opened: Case) -> String {
    guard case .question(let question) = opened.prompt else { return opens(.ask) }
    let text = text(of: question)
    return text.path.isEmpty ? text.ask : "\(text.ask) See \(line(for: text.path))."
  }

  /// A case that has heard it all; what is about another application is not heard.
  private func opened(on evidence: Explanation.Evidence) -> Case {
    var opened = Case(id: CaseID(bits: 0), mode: .guide, profile: profile)
    guard isAboutOurs(evidence) else { return opened }
    for symptom in evidence.symptoms {
      // A new case takes every symptom in; what it refused would leave a gate unknown.
      do { _ = try opened.handle(.reported(symptom)) } catch { continue }
    }
    return opened
  }

  private func isAboutOurs(_ evidence: Explanation.Evidence) -> Bool {
    switch evidence.subject {
    case .ours, .unstated: true
    case .other, .lookAlike: false
    }
  }

  /// The plan's acts; what only the vendor can mend is nothing to ask the customer about.
  private func acts(of plan: Plan, _ evidence: Explanation.Evidence) -> [Act] {
    if evidence.isVendors { return [.elsewhere] }
    var acts = plan.acts
    if evidence.symptoms.contains(.accountBlocked), !acts.contains(.elsewhere) {
      acts.insert(.elsewhere, at: 0)
    }
    return acts
  }

  private func readings(of evidence: Explanation.Evidence) -> [Explanation.Reading] {
    var readings = evidence.errors.map {
      Explanation.Reading(name: $0.name, meaning: meaning(of: evidence.kind(of: $0)))
    }
    let told = Set(evidence.errors.map { evidence.kind(of: $0) })
    for kind in evidence.kinds where !told.contains(kind) {
      readings.append(.init(name: "A page without a code", meaning: meaning(of: kind)))
    }
    if evidence.showsNoAccess {
      readings.append(
        .init(name: shutRole, meaning: "Signing in worked. \(feature) has roles of its own."))
    }
    return readings
  }

  private func application(of subject: Explanation.Evidence.Subject) -> Explanation.Application? {
    switch subject {
    case .ours:
      .init(id: profile.appID, isOurs: true, meaning: "This is \(app), the sign-in application.")
    case .other(let id):
      .init(id: id, isOurs: false, meaning: "This is another application, not \(app).")
    case .lookAlike(let name):
      .init(id: nil, isOurs: false, meaning: "This is \(name): it only runs backups.")
    case .unstated: nil
    }
  }

  private func unlessSubject(_ subject: Explanation.Evidence.Subject) -> [String] {
    switch subject {
    case .ours: ["The text is old, or from another tenant."]
    case .other, .lookAlike: ["The text was pasted by mistake: ask for the one about \(app)."]
    case .unstated: ["The text is about another application: it names none."]
    }
  }
}
