import Cells
import Entra
import Testing

@testable import Screens

@Suite("The header") struct HeaderTests {
  private static let card = Reach.card

  private func header(_ kind: Page.Tenant.Kind, customer: String?, columns: Int) -> String {
    var page = Page(title: "Findings", blocks: [.text("Text")])
    page.header = Page.Header(
      caseName: "case 7", customer: customer, mode: "Connect", tenant: Reach.madeUp(kind).shown)
    return Layout(page, size: Size(columns: columns, rows: 24)).frame.text(row: 0)
  }

  @Test("says by a word whose tenant it is, in every width", arguments: Page.Tenant.Kind.allCases)
  func marked(_ kind: Page.Tenant.Kind) {
    for columns in 60...200 {
      for customer in [nil, "Contoso", String(repeating: "Long name ", count: 30)] {
        let header = header(kind, customer: customer, columns: columns)
        for other in Page.Tenant.Kind.allCases {
          #expect(header.contains(Labels.mark(other)) == (other == kind), "\(columns): \(header)")
        }
        #expect(header.contains("06189e54"), "\(columns): \(header)")
      }
    }
  }

  @Test("names the tenant as fully as the width allows")
  func fuller() {
    let narrow = header(.practice, customer: nil, columns: 80)
    #expect(narrow.contains("contoso.example"))
    let wide = header(.live, customer: "Contoso", columns: 120)
    for part in ["Contoso Oy", "contoso.example", Self.card.id.description] {
      #expect(wide.contains(part), "\(wide)")
    }
  }

  @Test("never hides the tenant behind a long name of its own", arguments: 60...140)
  func longName(_ columns: Int) {
    var page = Page(title: "Findings", blocks: [.text("Text")])
    page.header.tenant = Page.Tenant(
      kind: .live, name: String(repeating: "N", count: 300),
      domain: String(repeating: "d", count: 60) + ".example", id: Self.card.id.description)
    let row = Layout(page, size: Size(columns: columns, rows: 24)).frame.text(row: 0)
    #expect(row.contains("LIVE TENANT"))
    #expect(row.contains("06189e54"))
  }
}
