import Foundation

/// Draws the documents' pictures: `Pictures Docs/pictures`.
@main enum Pictures {
  static func main() throws {
    guard let folder = CommandLine.arguments.dropFirst().first else {
      FileHandle.standardError.write(Data("Into which folder? Docs/pictures\n".utf8))
      exit(64)
    }
    let place = URL(filePath: folder)
    for stop in try Tour.stops() {
      let file = place.appending(path: stop.file)
      try Data(stop.svg.utf8).write(to: file, options: .atomic)
      FileHandle.standardOutput.write(Data("\(file.relativePath)\n".utf8))
    }
  }
}
