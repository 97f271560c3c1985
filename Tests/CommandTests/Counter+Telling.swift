import Foundation
import Store
import Tracking

/// What a message says whose format is no matter here.
extension Counter {
    /// Takes what a source told, as a message of its own.
    @discardableResult
    func tell(_ items: [ReportedItem], source: String, at now: String) throws -> Receipt? {
        let body = Array("\(source) \(now) \(items)".utf8)
        // Only that bodies differ matters.
        var sum = [UInt8](repeating: 0, count: 32)
        for (index, byte) in body.enumerated() { sum[index % 32] = (sum[index % 32] &* 31) &+ byte }
        let message = Message(
            channel: .file, source: source, profile: source, receivedAt: try time(now).instant, sha256: sum, body: body)
        let writer = try StoreWriter(path: database)
        return try writer.acceptAndWait([Delivery(parts: [.init(message: message, report: Report(items: items))])])
            .first
    }

    /// Tells one event.
    func tell(
        _ milestone: Milestone, of subject: Subject, at time: String, place: String? = nil, country: String? = nil,
        load: Load? = nil, source: String, received: String? = nil
    ) throws {
        let event = ReportedEvent(
            subject: subject, milestone: milestone, rawCode: milestone.rawValue.uppercased(),
            time: try self.time(time),
            place: place.map(PlaceReference.init(text:)),
            country: country ?? place.flatMap { Places.corridor.place(code: $0)?.country }, load: load)
        try tell([ReportedItem(position: "1", events: [event])], source: source, at: received ?? "2026-12-31T00:00Z")
    }

    func tell(_ alias: Subject, _ role: AliasRole, of subject: Subject, source: String, at now: String) throws {
        let alias = ReportedAlias(subject: subject, alias: alias, role: role)
        try tell([ReportedItem(position: "1", aliases: [alias])], source: source, at: now)
    }

    /// Reads a time; a day without a clock is one in China.
    func time(_ text: String) throws -> EventTime {
        let zone = text.count == 10 ? "Asia/Shanghai" : nil
        return try TimeReader().read(text, zone: zone, place: nil, assumed: nil, reference: nil)
    }
}
