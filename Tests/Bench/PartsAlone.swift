import Foundation
import Messages
import Store
import Tracking

/// Where the time of an answer goes: reading alone and storing alone, each on one thread.
enum PartsAlone {
    private static let count = 1500

    static func note(_ surroundings: Surroundings) throws -> String {
        let bodies = (0..<count).map(Answers.body)
        var deliveries: [Delivery] = []
        let reading = try rate { deliveries = try read(bodies) }
        let path = surroundings.path("parts.db")
        defer { surroundings.remove(path) }
        let writer = try StoreWriter(path: path)
        let storing = try rate {
            for start in stride(from: 0, to: count, by: 250) {
                _ = try writer.acceptAndWait(Array(deliveries[start..<start + 250]))
            }
        }
        try writer.close()
        return "of this, one thread alone reads \(reading.grouped) answers/s, and the writer stores \(storing.grouped)"
    }

    private static func rate(_ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return Double(count) / (ContinuousClock.now - start).seconds
    }

    private static func read(_ bodies: [[UInt8]]) throws -> [Delivery] {
        guard let profile = try ProfileLibrary().profile(named: "dcsa") else { return [] }
        let reader = try MessageReader(profile: profile, places: .corridor)
        let now = Instant(milliseconds: 1_763_000_000_000)
        return try bodies.enumerated().map { index, body in
            let asked = Subject(.container, .iso6346, Answers.container(index))
            var report = Report()
            let summary = try reader.read(body, asked: [asked], receivedAt: now, chunk: .max) {
                report.items += $0.items
            }
            let message = Message(
                channel: .poll, source: "line-a", profile: "dcsa", asked: [asked], receivedAt: now,
                sha256: Fingerprint.sha256(body), body: summary.archive)
            return Delivery(parts: [Delivery.Part(message: message, report: report)])
        }
    }
}
