import Store
import TestSupport
import Testing
import Tracking

/// Any order, duplication and batching of the same messages gives the same digest.
struct OrderTests {
    @Test(arguments: 0..<60)
    func anyOrderDuplicationAndBatchingGivesTheSameDigest(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let messages = Self.messages(&random)
        let first = try Shelf()
        for message in messages { try first.take(message.0, message.1) }

        let second = try Shelf()
        var shuffled = messages + messages.filter { _ in Bool.random(using: &random) }
        shuffled.shuffle(using: &random)
        while !shuffled.isEmpty {
            let batch = shuffled.prefix(Int.random(in: 1...5, using: &random))
            shuffled.removeFirst(batch.count)
            _ = try second.writer.acceptAndWait(
                batch.map {
                    Delivery(parts: [.init(message: $0.0, report: Report(items: $0.1))])
                })
        }
        #expect(try first.digest() == second.digest())
    }

    @Test func ingestingEverythingAgainAddsNoRow() throws {
        var random = SeededGenerator(seed: 99)
        let messages = Self.messages(&random)
        let shelf = try Shelf()
        for message in messages { try shelf.take(message.0, message.1) }
        let before = try Self.rows(shelf)
        for message in messages { try shelf.take(message.0, message.1) }
        #expect(try Self.rows(shelf) == before)
    }

    private static func rows(_ shelf: Shelf) throws -> [Int] {
        try StoreReader(path: shelf.path).read { session in
            let status = try session.status(now: Sample.instant(0))
            return [status.messages, status.events, status.links, status.subjects.values.reduce(0, +)]
        }
    }

    /// Events that move, are reworded, taken back and told by two sources; facts and links that change.
    private static func messages(_ random: inout SeededGenerator) -> [(Message, [ReportedItem])] {
        (0..<25).map { index in
            let source = ["line-a", "line-b"].randomElement(using: &random) ?? "line-a"
            let items = (0..<Int.random(in: 0...4, using: &random)).map { _ in item(&random) }
            let message = Sample.message("\(index) \(items)", source: source, at: Sample.instant(index))
            return (message, items)
        }
    }

    private static func item(_ random: inout SeededGenerator) -> ReportedItem {
        let id = Bool.random(using: &random) ? "e\(Int.random(in: 0...3, using: &random))" : nil
        let event = Sample.event(
            Int.random(in: 0...3, using: &random), code: ["A", "B"].randomElement(using: &random) ?? "A",
            subject: [Sample.container, Sample.train].randomElement(using: &random) ?? Sample.container, id: id,
            version: Bool.random(using: &random) ? "\(Int.random(in: 1...3, using: &random))" : nil,
            retracted: id != nil && Int.random(in: 0..<6, using: &random) == 0)
        let fact = ReportedFact(
            subject: Sample.parcel, name: "weight_kg",
            value: "\(Int.random(in: 1...3, using: &random))")
        let until =
            Bool.random(using: &random)
            ? EventTime(Sample.instant(Int.random(in: 0...2, using: &random)), offsetMinutes: 0) : nil
        let link = ReportedLink(
            child: Sample.parcel, parent: Sample.container, until: until,
            retracted: Int.random(in: 0..<4, using: &random) == 0)
        return Sample.item(
            [event], links: Bool.random(using: &random) ? [link] : [],
            facts: Bool.random(using: &random) ? [fact] : [])
    }
}
