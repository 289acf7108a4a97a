import Entra
import Remediation
import Wording

/// The JSON of an explanation; its keys are documented in `Docs/commands.md` and stay.
struct ExplanationFile: Encodable {
  let readings: [Reading]
  let findings: [JudgedGate]
  let acts: [String]
  let reasons: [Reason]
  let never: [Reason]
  let application: Application
  let unless: [String]
  let escalation: Escalated

  struct Reading: Encodable {
    let name: String
    let meaning: String
  }

  struct Reason: Encodable {
    let act: String
    let because: String
  }

  /// Which application; both null where the text names none.
  struct Application: Encodable {
    let id: String?
    let ours: Bool?

    enum CodingKeys: CodingKey { case id, ours }

    func encode(to encoder: any Encoder) throws {
      // A key that is null is there: whoever reads it need not ask first.
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(id, forKey: .id)
      try container.encode(ours, forKey: .ours)
    }
  }

  /// What the vendor's support asks for; null where the text does not say it.
  struct Escalated: Encodable {
    let correlationId: String?
    let timestamp: String?
    let tenant: String?

    enum CodingKeys: CodingKey { case correlationId, timestamp, tenant }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(correlationId, forKey: .correlationId)
      try container.encode(timestamp, forKey: .timestamp)
      try container.encode(tenant, forKey: .tenant)
    }
  }

  init(_ explanation: Explanation, _ escalation: Escalation) {
    readings = explanation.readings.map { Reading(name: $0.name, meaning: $0.meaning) }
    findings = explanation.findings
    acts = explanation.acts.map(\.act.rawValue)
    reasons = explanation.acts.map { Reason(act: $0.act.rawValue, because: $0.because) }
    never = explanation.never.map { Reason(act: $0.act.rawValue, because: $0.because) }
    application = Application(
      id: explanation.application?.id?.description, ours: explanation.application?.isOurs)
    unless = explanation.unless
    self.escalation = Escalated(
      correlationId: escalation.correlationID,
      timestamp: escalation.timestamp.map { ForeignText($0).safe },
      tenant: escalation.tenant.map(\.description))
  }
}
