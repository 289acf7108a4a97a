// Measures a built regrant beside dialog and whiptail: `make bench`.
import Glibc

guard CommandLine.arguments.count == 2 else {
  print("usage: Bench PATH-OF-REGRANT")
  exit(64)
}
let folder = "/tmp/regrant-bench-\(getpid())"
guard mkdir(folder, 0o700) == 0 else {
  print("no folder \(folder): \(String(cString: strerror(errno)))")
  exit(73)
}

let others = [Candidate.dialog(), Candidate.whiptail()].compactMap(\.self)
if others.count < 2 { print("dialog or whiptail is missing: some limits have no measure.") }
print("Measuring; this takes some three minutes...")
var comparison = Comparison(
  candidates: others + [.regrant(at: CommandLine.arguments[1], keeping: folder)])
comparison.measure()
print(comparison)
for trouble in comparison.troubles { print("\nNot measured: \(trouble)") }
exit(comparison.rows.allSatisfy(\.isKept) ? 0 : 1)
