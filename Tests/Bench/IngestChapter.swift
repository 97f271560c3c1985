import Foundation
import Store
import Tracking

/// Storing events through the writer beside SQLite's C interface with the same schema and the same rows.
enum IngestChapter {
    private static let perTransaction = 500
    private static let total = 100_000

    static func figures(_ surroundings: Surroundings) throws -> [Figure] {
        try [
            figure(
                "ingest, FULL, 500 a transaction", haveIDs: true, surroundings,
                "one row of event and one of source_event for each: the carrier gives ids"),
            figure("ingest, events without an id", haveIDs: false, surroundings, "one row of event for each"),
        ]
    }

    private static func figure(_ what: String, haveIDs: Bool, _ surroundings: Surroundings, _ note: String)
        throws -> Figure
    {
        let sample = SampleEvents(haveIDs: haveIDs)
        let items = (0..<total).map(sample.item)
        let bare = BareRows(items.flatMap(\.events))
        var ours: [Double] = []
        var baseline: [Double] = []
        for _ in 0..<5 {
            baseline.append(Double(total) / (try bareRound(bare, surroundings)))
            ours.append(Double(total) / (try ourRound(items, surroundings)))
        }
        return .share(
            what, ours: ours.median, baseline: baseline.median, unit: "events/s", atLeast: 0.6,
            notes: [
                note + "; \(ours.spread { $0.grouped })",
                "baseline: bare C interface, ids of words and subjects known beforehand, texts bound in place; "
                    + baseline.spread { $0.grouped },
            ])
    }

    private static func message(_ index: Int) -> Message {
        let body = Array("transaction \(index)".utf8)
        return Message(
            channel: .poll, source: "line-a", profile: "dcsa",
            receivedAt: Instant(milliseconds: 1_700_000_000_000 + Int64(index)),
            sha256: Fingerprint.sha256(body), body: body)
    }

    private static func ourRound(_ items: [ReportedItem], _ surroundings: Surroundings) throws -> Double {
        let path = surroundings.path("ingest.db")
        defer { surroundings.remove(path) }
        let writer = try StoreWriter(path: path)
        let deliveries = stride(from: 0, to: items.count, by: perTransaction).map { start in
            Delivery(parts: [
                Delivery.Part(
                    message: message(start), report: Report(items: Array(items[start..<start + perTransaction])))
            ])
        }
        let start = ContinuousClock.now
        for delivery in deliveries { _ = try writer.acceptAndWait([delivery]) }
        let seconds = (ContinuousClock.now - start).seconds
        try writer.close()
        try check(path, items.count)
        return seconds
    }

    private static func bareRound(_ bare: BareRows, _ surroundings: Surroundings) throws -> Double {
        let path = surroundings.path("bare.db")
        defer { surroundings.remove(path) }
        let store = try BareStore(path: path, words: bare.words)
        let messages = stride(from: 0, to: bare.rows.count, by: perTransaction).map(message)
        let start = ContinuousClock.now
        for (index, message) in messages.enumerated() {
            let first = index * perTransaction
            try store.take(
                bare.rows[first..<first + perTransaction], sha256: message.sha256, body: message.body,
                size: message.body.count)
        }
        let seconds = (ContinuousClock.now - start).seconds
        try check(path, bare.rows.count)
        return seconds
    }

    /// Both sides have stored the same number of rows.
    private static func check(_ path: String, _ count: Int) throws {
        let stored = try OpenDatabase(path: path).number("SELECT count(*) FROM event")
        guard stored == count else { throw Bench.Failure(description: "\(stored) rows of \(count)") }
    }
}
