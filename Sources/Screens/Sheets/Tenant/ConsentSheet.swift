import Entra
import Remediation
import Wording

extension Sheet {
  /// What is granted for the organization now and what is wanted, side by side, API by API.
  static func consents(_ opened: Opened) -> Sheet {
    var sheet = Sheet(title: "Granted now, and wanted", back: .close)
    let rows = opened.reach?.reading?.consents ?? []
    sheet.blocks = [.lead(opened.reach?.consentSummary ?? ScreenWords.scopesUnknown)]
    for row in rows {
      sheet.blocks += [
        .gap, .text("\(row.api.safe):"),
        .pairs(row.scopes.map { Pair($0, row.state(of: $0)) }),
      ]
    }
    sheet.blocks += [.gap, .text(ScreenWords.mayDrop)]
    sheet.choices = [Choice("Back", .close)]
    sheet.explanation = [
      "Wanted is what the snapshot holds, else what anybody granted so far, else what the vendor says.",
      "A grant through Graph adds what is wanted and takes nothing away.",
    ]
    return sheet
  }
}

extension Reach {
  /// What is granted now against what is wanted, in one line; nil where neither is known.
  var consentSummary: String? {
    guard let rows = reading?.consents, !rows.isEmpty else { return nil }
    func count(_ scopes: (ConsentRow) -> Scopes) -> Int {
      rows.reduce(0) { $0 + scopes($1).values.count }
    }
    let adds = count { $0.granted.lacking($0.wanted) }
    let drops = count { $0.wanted.lacking($0.granted) }
    let parts = [
      "\(count(\.granted)) granted now", "\(count(\.wanted)) wanted",
      adds > 0 ? "\(adds) more than now" : nil, drops > 0 ? "\(drops) may be dropped" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: ", ") + "."
  }
}

extension ConsentRow {
  /// Every permission that is granted or wanted.
  fileprivate var scopes: [String] { granted.union(wanted).values.sorted() }

  /// One permission now and then, in two columns.
  fileprivate func state(of scope: String) -> String {
    switch (granted.values.contains(scope), wanted.values.contains(scope)) {
    case (true, true): "granted        wanted"
    case (true, false): "granted        not wanted: may be dropped"
    case (false, _): "not granted    wanted"
    }
  }
}

extension ScreenWords {
  static let scopesUnknown = "Which permissions the application needs is not known."
  static let mayDrop =
    "A consent in a browser grants what the application asks for now, and may drop what it no "
    + "longer asks for."
}
