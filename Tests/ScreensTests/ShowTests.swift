import Cells
import Remediation
import Screens
import Testing

@Suite("show") struct ShowTests {
  @Test func show() {
    var p = Player()
    func dump(_ p: Player) {
      print("+" + String(repeating: "-", count: 80))
      for row in 0..<p.size.rows { print("|" + p.frame.text(row: row)) }
    }
    dump(p)
    p.press(.enter); dump(p)
    p.choose("Need admin"); dump(p)
    p.choose("Yes"); dump(p)
    p.choose("Not"); dump(p)
    p.choose("No"); dump(p)
    p.choose("Consent"); dump(p)
    p.choose("Global"); dump(p)
    p.press(.enter); dump(p)
    p.press(.enter); dump(p)
    p.press(.character("c")); dump(p)
    p.press(.enter); dump(p)
    p.press(.character("3")); dump(p)
    p.press(.enter); dump(p)
    print(p.view.notice ?? "", p.opened?.matter.prompt as Any)
  }
}
