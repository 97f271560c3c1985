import Crypto
import Foundation
import Store
import TestSupport
import Tracking

/// Small values to build stores from.
enum Sample {
    static let container = Subject(.container, Scheme(rawValue: "iso6346"), "MRKU9465770")
    static let parcel = Subject(.parcel, Scheme(rawValue: "yunexpress"), "YT2415800000000001")
    static let train = Subject(.train, .train, "X8157@2026-11-20")

    static func instant(_ hours: Int) -> Instant {
        Instant(seconds: 1_763_600_000 + Int64(hours) * 3600)
    }

    static func message(
        _ body: String, source: String = "line-a", channel: Message.Channel = .poll,
        at: Instant = instant(0)
    ) -> Message {
        let bytes = Array(body.utf8)
        return Message(
            channel: channel, source: source, profile: "dcsa", asked: [], receivedAt: at,
            sha256: Array(SHA256.hash(data: bytes)), body: bytes)
    }

    static func event(
        _ hours: Int, code: String = "EQUIPMENT.LOAD", milestone: Milestone = .loaded,
        subject: Subject = container, id: String? = nil, version: String? = nil, retracted: Bool = false,
        text: String? = nil
    ) -> ReportedEvent {
        ReportedEvent(
            subject: subject, milestone: milestone, rawCode: code,
            time: EventTime(instant(hours), offsetMinutes: 480), place: PlaceReference(text: "URH"), text: text,
            sourceID: id, version: version, retracted: retracted)
    }

    static func item(
        _ events: [ReportedEvent] = [], links: [ReportedLink] = [], aliases: [ReportedAlias] = [],
        facts: [ReportedFact] = [], problems: [RowProblem] = []
    ) -> ReportedItem {
        ReportedItem(
            position: "$[0]", events: events, links: links, aliases: aliases, facts: facts, problems: problems)
    }
}

/// A store in a folder of its own.
struct Shelf {
    let folder: TemporaryFolder
    let path: String
    let writer: StoreWriter

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("caravan.db")
        writer = try StoreWriter(path: path)
    }

    @discardableResult
    func take(_ message: Message, _ items: [ReportedItem]) throws -> Receipt {
        let part = Delivery.Part(message: message, report: Report(items: items))
        return try writer.acceptAndWait([Delivery(parts: [part])])[0]
    }

    func events(of subject: Subject = Sample.container, asOf: Instant? = nil) throws -> [Event] {
        try StoreReader(path: path).read(asOf: asOf) { session in
            guard let stored = try session.stored(subject) else { return [] }
            return try session.dossier(of: stored).events
        }
    }

    func digest() throws -> String {
        try StoreReader(path: path).read { try $0.digest() }
    }
}
