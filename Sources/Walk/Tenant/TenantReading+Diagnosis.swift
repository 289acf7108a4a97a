import Entra
import Execution
import Remediation
import Screens
import Wording

extension TenantReading {
  /// A diagnosis as screens show it.
  init(_ diagnosis: Diagnosis, _ words: Words) {
    self.init(at: Moment(milliseconds: diagnosis.readAt))
    if let application = diagnosis.application {
      applications = [
        ApplicationRow(
          name: application.name, appID: application.appID, objectID: application.id)
      ]
    }
  }
}
