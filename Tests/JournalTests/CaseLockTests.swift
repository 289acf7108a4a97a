import Entra
import Foundation
import Journal
import Remediation
import Testing

@Suite("A case's lock") struct CaseLockTests {
  let scratch = Scratch()

  @Test("refuses a second instance with the number of the first one's process")
  func second() throws {
    let store = try JournalStore(in: scratch.folder)
    let first = try CaseLock(Sample.id, in: store)
    let other = try JournalStore(in: scratch.folder)
    #expect(throws: JournalError.locked(pid: getpid())) { try CaseLock(Sample.id, in: other) }
    _ = try CaseLock(CaseID(bits: 1), in: other)
    withExtendedLifetime(first) {}
  }

  @Test("is let go of with its holder, and a number left behind holds nobody off")
  func released() throws {
    let store = try JournalStore(in: scratch.folder)
    for _ in 1...3 { _ = try CaseLock(Sample.id, in: store) }
    let file = scratch.folder.locks + "/" + Sample.id.description
    try Data("4194303\n".utf8).write(to: URL(filePath: file))
    let lock = try CaseLock(Sample.id, in: store)
    #expect(throws: JournalError.locked(pid: getpid())) { try CaseLock(Sample.id, in: store) }
    withExtendedLifetime(lock) {}
  }

  @Test("keeps a case from being deleted under an instance")
  func deletion() throws {
    let store = try JournalStore(in: scratch.folder)
    try Sample.fill(store)
    do {
      let lock = try CaseLock(Sample.id, in: store)
      #expect(throws: JournalError.locked(pid: getpid())) { try store.delete(Sample.id) }
      withExtendedLifetime(lock) {}
    }
    try store.delete(Sample.id)
    _ = try CaseLock(Sample.id, in: store)
  }

  @Test("is not needed in memory")
  func memory() throws {
    let store = try JournalStore.inMemory()
    let locks = [try CaseLock(Sample.id, in: store), try CaseLock(Sample.id, in: store)]
    #expect(locks.count == 2)
  }

  @Test("leaves two programs that append in turn one whole chain")
  func connections() async throws {
    let folder = scratch.folder
    let first = try Sample.fill(try JournalStore(in: folder)).journal
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 1...4 {
        group.addTask {
          let journal = try JournalStore(in: folder).journal(number: 1)
          for number in 1...50 {
            try journal.append(.note("\(writer).\(number)"), at: Sample.noon)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try first.entries().count == 212)
    #expect(try first.verify() == .intact(head: try first.head()))
  }

  @Test("is not needed to begin the same file at the same time")
  func beginning() async throws {
    let folder = scratch.folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...8 {
        group.addTask {
          let store = try JournalStore(in: folder)
          try Sample.fill(store, id: CaseID(bits: UInt128(number)))
        }
      }
      try await group.waitForAll()
    }
    #expect(try JournalStore(in: folder).summaries().count == 8)
  }
}
