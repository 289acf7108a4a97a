// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// `Entra` and `Remediation` hold the seal: nothing in them may step outside the type system.
let sealed: [SwiftSetting] = strict + [.strictMemorySafety()]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPCompression: Target.Dependency = .product(
  name: "NIOHTTPCompression", package: "swift-nio-extras")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let hummingbirdCore: Target.Dependency = .product(
  name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")

/// A floor of the house: a target that may use only what its line in `Docs/architecture.md` names.
func floor(
  _ name: String, on dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one module, or of the whole.
func tests(_ name: String, of dependencies: [Target.Dependency], excluding: [String] = []) -> Target
{
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: excluding,
    swiftSettings: strict)
}

let package = Package(
  name: "regrant",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "regrant", targets: ["regrant"]),
    .library(name: "Entra", targets: ["Entra"]),
    .library(name: "Cells", targets: ["Cells"]),
    .library(name: "Terminal", targets: ["Terminal"]),
    .library(name: "Remediation", targets: ["Remediation"]),
    .library(name: "Wording", targets: ["Wording"]),
    .library(name: "Graph", targets: ["Graph"]),
    .library(name: "Journal", targets: ["Journal"]),
    .library(name: "Screens", targets: ["Screens"]),
    .library(name: "Execution", targets: ["Execution"]),
    .library(name: "Walk", targets: ["Walk"]),
    .library(name: "Simulator", targets: ["Simulator"]),
    .library(name: "SimulatorServer", targets: ["SimulatorServer"]),
    .library(name: "Training", targets: ["Training"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    // Floor 0
    floor("Entra", settings: sealed),
    floor("Cells"),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    // Floor 1
    floor("Remediation", on: ["Entra"], settings: sealed),
    floor("Terminal", on: ["CNcurses", "Cells"]),
    floor("Simulator", on: ["Entra", httpTypes]),
    // Floor 2
    floor("Wording", on: ["Remediation", "Entra"]),
    floor(
      "Graph",
      on: [
        "Remediation", "Entra", httpTypes, httpClient, nioCore, nioHTTP1, nioHTTPCompression,
        nioPosix, nioSSL, subprocess,
      ]),
    // Floor 3
    floor("Journal", on: ["Wording", "Remediation", "Entra", grdb, crypto]),
    floor("Screens", on: ["Wording", "Remediation", "Entra", "Cells"]),
    // Floor 4
    floor("Execution", on: ["Journal", "Graph", "Wording", "Remediation", "Entra"]),
    floor("Training", on: ["Simulator", "Graph", "Entra", httpTypes]),
    // Floor 5
    floor(
      "SimulatorServer",
      on: [
        "Simulator", "Entra", httpTypes, hummingbird, hummingbirdCore, hummingbirdTLS, nioCore,
        nioSSL, logging,
        crypto,
      ]),
    floor(
      "Walk",
      on: [
        "Execution", "Training", "Journal", "Screens", "Terminal", "Wording", "Graph",
        "Remediation", "Entra",
        "Cells",
      ]),
    // Floor 6
    .executableTarget(
      name: "regrant",
      dependencies: [
        "Walk", "SimulatorServer", "Execution", "Training", "Journal", "Screens", "Terminal",
        "Wording", "Graph", "Remediation", "Simulator", "Entra", "Cells", argumentParser,
      ],
      swiftSettings: strict),

    // What tests and measurements stand on
    .systemLibrary(name: "CVterm", path: "Tests/CVterm"),
    .target(
      name: "PseudoTerminal", dependencies: ["CVterm"], path: "Tests/PseudoTerminal",
      swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "Cells"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .target(
      name: "Goldens", dependencies: ["Cells"], path: "Tests/Goldens", swiftSettings: strict),
    .executableTarget(
      name: "Pictures",
      dependencies: ["Screens", "Wording", "Remediation", "Entra", "Cells", "Goldens"],
      path: "Tests/Pictures", swiftSettings: strict),
    .executableTarget(
      name: "Bench", dependencies: ["PseudoTerminal"], path: "Tests/Bench", swiftSettings: strict),

    tests("EntraTests", of: ["Entra"]),
    tests("CellsTests", of: ["Cells", "CVterm"]),
    tests("SimulatorTests", of: ["Simulator", "Entra", httpTypes], excluding: ["Fixtures"]),
    tests("TerminalTests", of: ["Terminal", "Cells", "PseudoTerminal", "TerminalProbe"]),
    tests("RemediationTests", of: ["Remediation", "Entra"]),
    tests("WordingTests", of: ["Wording", "Remediation", "Entra"]),
    tests("JournalTests", of: ["Journal", "Wording", "Remediation", "Entra", grdb]),
    tests(
      "ScreensTests", of: ["Screens", "Wording", "Remediation", "Entra", "Cells", "Goldens"],
      excluding: ["Goldens"]),
    tests("GraphTests", of: ["Graph", "Remediation", "Entra", httpTypes]),
    tests("TrainingTests", of: ["Training", "Simulator", "Graph", "Entra", httpTypes]),
    tests(
      "ExecutionTests",
      of: [
        "Execution", "Training", "Journal", "Graph", "Wording", "Remediation", "Simulator", "Entra",
      ]),
    tests(
      "SimulatorServerTests", of: ["SimulatorServer", "Simulator", "Graph", "Entra", httpTypes]),
    tests(
      "WalkTests",
      of: [
        "Walk", "Execution", "Training", "Screens", "Journal", "Wording", "Graph", "Remediation",
        "Entra", "Cells", "Goldens",
      ]),
    tests("EndToEndTests", of: ["PseudoTerminal"]),
    tests(
      "HouseTests",
      of: [
        "Pictures", "Screens", "Wording", "Graph", "Remediation", "Entra", "Cells", "Goldens",
      ]),
  ]
)
