import Crypto
import Foundation
import Store
import TestSupport
import Tracking

/// Parcels on customs lists, in containers, over the border: as manifests and customs messages tell it.
struct CustomsWorld {
    static let box = Subject(.container, Scheme(rawValue: "iso6346"), "MRKU9465770")
    static let bill = Subject(.consignment, .number, "BILL-1")

    private let writer: StoreWriter
    private var told = 0

    init(path: String) throws {
        writer = try StoreWriter(path: path)
    }

    static func parcel(_ number: Int) -> Subject { Subject(.parcel, .number, "P\(number)") }
    static func list(_ number: Int) -> Subject { Subject(.declaration, .number, "COP\(number)", issuer: "broker") }

    static func time(_ text: String) throws -> EventTime {
        try TimeReader().read(text, zone: "Asia/Shanghai", place: nil, assumed: nil, reference: nil)
    }

    /// Sends one message of a source, received at a time.
    mutating func tell(_ source: String, at: String = "2026-10-01T00:00Z", _ items: [ReportedItem]) throws {
        told += 1
        let body = Array("message \(told)".utf8)
        let message = Message(
            channel: .file, source: source, profile: source, asked: [], receivedAt: try Self.time(at).instant,
            sha256: Array(SHA256.hash(data: body)), body: body)
        _ = try writer.acceptAndWait([Delivery(parts: [.init(message: message, report: Report(items: items))])])
    }

    static func item(
        events: [ReportedEvent] = [], links: [ReportedLink] = [], aliases: [ReportedAlias] = [],
        facts: [ReportedFact] = []
    ) -> ReportedItem {
        ReportedItem(position: "line 1", events: events, links: links, aliases: aliases, facts: facts)
    }

    /// What a list (603) says of its parcel.
    static func declared(
        _ number: Int, list: Int? = nil, at: String, mode: String? = "9610", country: String? = "DE",
        port: String? = "9404", consignor: String? = "ACME", weight: String? = "0.5", pieces: String? = "2",
        values: [(String, String?)] = [("10.10", "USD")]
    ) throws -> ReportedItem {
        let parcel = parcel(number)
        let paper = Self.list(list ?? number)
        let stated = [
            ("mode", mode), ("country", country), ("port", port), ("consignor_ref", consignor), ("weight_kg", weight),
            ("pieces", pieces),
        ]
        return item(
            events: [
                ReportedEvent(
                    subject: paper, milestone: .exportDeclared, rawCode: "603.1", time: try time(at),
                    sourceID: "603|\(paper.code)")
            ],
            links: [ReportedLink(child: parcel, parent: paper)],
            facts: stated.compactMap { name, value in value.map { ReportedFact(subject: parcel, name: name, value: $0) }
            }
                + values.map { ReportedFact(subject: parcel, name: "value", value: $0.0, unit: $0.1) })
    }

    /// What a receipt (604) says of a list.
    static func receipt(_ list: Int, _ milestone: Milestone, code: String, at: String) throws -> ReportedItem {
        item(events: [
            ReportedEvent(subject: Self.list(list), milestone: milestone, rawCode: code, time: try time(at))
        ])
    }

    /// What a departure message (509) says of a parcel.
    static func left(_ number: Int, at: String) throws -> ReportedItem {
        item(events: [
            ReportedEvent(
                subject: parcel(number), milestone: .borderDeparted, rawCode: "509", time: try time(at), country: "CN",
                sourceID: "509|\(number)")
        ])
    }

    static func boxed(_ number: Int) -> ReportedItem { item(links: [ReportedLink(child: parcel(number), parent: box)]) }

    /// A carrier's word that the container left China.
    static func boxLeft(at: String) throws -> ReportedItem {
        let time = try time(at)
        return item(events: [
            ReportedEvent(
                subject: box, milestone: .departed, rawCode: "DEPA", time: time, place: PlaceReference(text: "ALK"),
                load: .laden)
        ])
    }
}
