import Testing

@Suite("The arrows of the house")
struct ArrowTests {
  private let repository = Repository.current

  @Test("hold in every source")
  func imports() {
    let objections = repository.swiftFiles(under: "Sources").flatMap {
      Arrows.objections(in: $0)
    }
    #expect(objections.isEmpty, "\(objections.listed)")
  }

  @Test("point downwards only")
  func downwards() {
    let objections = Arrows.objections(to: Arrows.house)
    #expect(objections.isEmpty, "\(objections.listed)")
  }

  @Test("are those of Package.swift, which gives every import")
  func manifest() throws {
    let manifest = try #require(repository.text(of: "Package.swift"))
    let objections =
      Arrows.objections(toManifest: manifest)
      + repository.swiftFiles(under: "Sources").flatMap {
        Arrows.objections(in: $0, manifest: manifest)
      }
    #expect(objections.isEmpty, "\(objections.listed)")
  }

  @Test(
    "are broken by an import of any form",
    arguments: [
      "import Foundation", "public import Foundation", "@testable import Foundation",
      "  internal import struct Foundation.Date", "@_exported public import Foundation",
      "@preconcurrency import Foundation", "import Entra; import Foundation",
      "/* a reason */ import Foundation",
    ])
  func forms(_ line: String) {
    let file = SourceFile(path: "Sources/Remediation/Case.swift", text: "import Entra\n" + line)
    #expect(
      Arrows.objections(in: file).map(\.description)
        == ["Sources/Remediation/Case.swift:2: Remediation may not import Foundation"])
  }

  @Test(
    "are not broken by words about imports",
    arguments: [
      "// import Foundation", "let text = \"\\n import Foundation\"",
      "/*\nimport Foundation\n*/", "\"\"\"\nimport Foundation\n\"\"\"",
      "let imported = important(Foundation.self)",
    ])
  func words(_ text: String) {
    let file = SourceFile(path: "Sources/Entra/Cloud.swift", text: text)
    #expect(Arrows.objections(in: file).isEmpty)
  }

  @Test("know every module")
  func unknownModule() {
    let file = SourceFile(path: "Sources/Cellar/Wine.swift", text: "")
    #expect(Arrows.objections(in: file).count == 1)
  }

  @Test("may not point up or across")
  func upwards() {
    let house = [
      Arrows.Room(name: "Attic", floor: 2, imports: ["Cellar"]),
      Arrows.Room(name: "Cellar", floor: 0, imports: ["Attic", "Coal"]),
      Arrows.Room(name: "Coal", floor: 0, imports: ["Glibc"]),
    ]
    #expect(
      Arrows.objections(to: house).map(\.description)
        == ["Cellar: Attic is not on a lower floor", "Cellar: Coal is not on a lower floor"])
  }

  @Test("are compared with the manifest's targets")
  func madeUpManifest() {
    let manifest = """
      let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
      let targets = [
        floor("Cellar", on: ["Coal", grdb], settings: strict),
        // floor("Roof", on: []),
        .target(name: "Coal", dependencies: [.product(name: "Fire", package: "fire"), "Wood"],
          path: "Sources/Coal"),
        floor("Wood"),
      ]
      """
    let house = [
      Arrows.Room(name: "Cellar", floor: 2, imports: ["Coal"]),
      Arrows.Room(name: "Coal", floor: 1, imports: ["Wood"]),
      Arrows.Room(name: "Wood", floor: 0, imports: []),
      Arrows.Room(name: "Roof", floor: 3, imports: []),
    ]
    #expect(
      Arrows.objections(toManifest: manifest, house: house).map(\.why) == [
        "Cellar may not depend on GRDB", "Coal may not depend on Fire", "Roof is not a target",
      ])
    let file = SourceFile(path: "Sources/Wood/Oak.swift", text: "import Coal\nimport Glibc")
    #expect(
      Arrows.objections(in: file, manifest: manifest).map(\.why)
        == ["Package.swift does not give Coal"])
  }
}
