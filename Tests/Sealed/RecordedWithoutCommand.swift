// error: missing argument for parameter #1 in call
import Entra
import Graph

/// What a snapshot holds is no order to put it back.
func putsBack(
  _ entries: RecordedEntries, on id: ObjectID, by writer: GraphWriter
) async throws(WriteRefusal) -> [EntryOutcome] {
  try await writer.perform(with: .recorded(entries, to: Particulars.Target(id)))
}
