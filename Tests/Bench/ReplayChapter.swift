import Foundation
import Intake
import Messages
import Store
import Tracking

/// Deriving an archive again beside taking the same messages in: one long manifest, and many short answers.
enum ReplayChapter {
    private static let parcels = 200_000
    private static let answers = 5_000
    /// Answers that one transaction takes, as a daemon that is busy does.
    private static let batch = 256

    static func figures(_ surroundings: Surroundings) async throws -> [Figure] {
        [try manifest(surroundings), try await tracing(surroundings)]
    }

    private static func manifest(_ surroundings: Surroundings) throws -> Figure {
        let file = surroundings.path("manifest.csv")
        _ = try ChildProcess.time(
            surroundings.program("caravan-simulator"),
            ["manifest", "--parcels", String(parcels), "--output", file])
        defer { surroundings.remove(file) }
        let body = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        return try figure("replay, manifest of 200 000 parcels", items: parcels, surroundings) { writer, library in
            guard let profile = library.profile(named: "manifest") else { return }
            _ = try FileIntake(writer: writer, room: ReadingRoom(), library: library)
                .take(body, name: "manifest.csv", profile: profile, receivedAt: received(0))
        }
    }

    private static func tracing(_ surroundings: Surroundings) async throws -> Figure {
        let bodies = (0..<answers).map(Answers.body)
        let items = answers * Answers.eventsPerAnswer
        return try figure("replay, \(answers) answers of DCSA", items: items, surroundings) { writer, library in
            guard let profile = library.profile(named: "dcsa") else { return }
            let reader = try MessageReader(profile: profile, places: .corridor)
            for start in stride(from: 0, to: bodies.count, by: batch) {
                let range = start..<min(start + batch, bodies.count)
                _ = try writer.acceptAndWait(try range.map { try delivery(bodies[$0], $0, reader) })
            }
        }
    }

    private static func delivery(_ body: [UInt8], _ index: Int, _ reader: MessageReader) throws -> Delivery {
        var report = Report()
        let summary = try reader.read(body, receivedAt: received(index), chunk: .max) { report.items += $0.items }
        let message = Message(
            channel: .poll, source: "line-a", profile: "dcsa", receivedAt: received(index),
            sha256: Fingerprint.sha256(body), body: summary.archive)
        return Delivery(parts: [.init(message: message, report: report)])
    }

    private static func received(_ index: Int) -> Instant {
        Instant(milliseconds: 1_795_176_000_000 + Int64(index))
    }

    private static func figure(
        _ what: String, items: Int, _ surroundings: Surroundings,
        ingest: (StoreWriter, ProfileLibrary) throws -> Void
    ) throws -> Figure {
        let library = try ProfileLibrary()
        var (ours, baseline): ([Double], [Double]) = ([], [])
        for _ in 0..<3 {
            let path = surroundings.path("replay.db")
            defer { surroundings.remove(path) }
            let writer = try StoreWriter(path: path)
            let begun = ContinuousClock.now
            try ingest(writer, library)
            let taken = ContinuousClock.now
            let result = try Replay(
                writer: writer, room: ReadingRoom(), library: library, person: "bench", now: received(1 << 30)
            ).run()
            ours.append(Double(items) / (ContinuousClock.now - taken).seconds)
            baseline.append(Double(items) / (taken - begun).seconds)
            guard result.reading.items == items, result.differences.isEmpty else {
                throw Bench.Failure(description: "\(result.reading.items) items, \(result.differences)")
            }
            try writer.close()
        }
        return Figure(
            what: what, ours: "\(ours.median.grouped) items/s", baseline: "\(baseline.median.grouped) items/s",
            measured: "\(ours.median.grouped)/s", target: "≥ 30 000/s", isMet: ours.median >= 30_000,
            notes: [
                "everything derived again and compared, nothing to correct; " + ours.spread { $0.grouped },
                "baseline: reading the same messages and taking them in; \((ours.median / baseline.median).fixed(2)) of it; "
                    + baseline.spread { $0.grouped },
            ])
    }
}
