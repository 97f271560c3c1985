import Foundation
import Store
import Tracking

/// Looking one container up, each time in a new process, among a million events.
enum LookupChapter {
    private static let events = 1_000_000
    private static let starts = 40

    static func figures(_ surroundings: Surroundings) throws -> [Figure] {
        let path = surroundings.path("lookup.db")
        defer { surroundings.remove(path) }
        try fill(path)
        var ours: [Double] = []
        var empty: [Double] = []
        for turn in 0..<starts {
            empty.append(try ChildProcess.time(surroundings.program("caravan-bench-empty"), []) * 1000)
            let code = Answers.container(turn * 7919 % (events / 20))
            ours.append(
                try ChildProcess.time(
                    surroundings.program("caravan"),
                    ["track", code, "--database", path]) * 1000)
        }
        let share = ours.median / empty.median
        return [
            Figure(
                what: "caravan track, a new process", ours: "\(ours.median.fixed(1)) ms",
                baseline: "\(empty.median.fixed(1)) ms", measured: "\(ours.median.fixed(1)) ms", target: "≤ 12 ms",
                isMet: ours.median <= 12,
                notes: ["1 000 000 events; the file is in the page cache; " + ours.spread { "\($0.fixed(1)) ms" }]),
            Figure(
                what: "the same beside an empty program", ours: "\(ours.median.fixed(1)) ms",
                baseline: "\(empty.median.fixed(1)) ms", measured: share.fixed(2), target: "≤ 1.50",
                isMet: share <= 1.5,
                notes: [
                    "baseline: a program that links the same libraries and does nothing; "
                        + empty.spread { "\($0.fixed(1)) ms" }
                ]),
        ]
    }

    private static func fill(_ path: String) throws {
        let writer = try StoreWriter(path: path)
        let sample = SampleEvents(haveIDs: true)
        let stretch = 10_000
        for start in stride(from: 0, to: events, by: stretch) {
            let body = Array("stretch \(start)".utf8)
            let message = Message(
                channel: .poll, source: "line-a", profile: "dcsa",
                receivedAt: Instant(milliseconds: 1_763_000_000_000 + Int64(start)),
                sha256: Fingerprint.sha256(body), body: body)
            let report = Report(items: (start..<start + stretch).map(sample.item))
            _ = try writer.acceptAndWait([Delivery(parts: [Delivery.Part(message: message, report: report)])])
        }
        try writer.close()
    }
}
