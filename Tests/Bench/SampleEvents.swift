import Foundation
import Tracking

/// Events to store, in the shape that reading an answer gives them.
struct SampleEvents {
    /// Whether each carries an id of the carrier's own, as DCSA's do; a manifest's and a person's do not.
    let haveIDs: Bool

    private static let codes: [(String, Milestone)] = [
        ("EQUIPMENT.GTIN", .gatedIn), ("EQUIPMENT.LOAD", .loaded), ("TRANSPORT.DEPA", .departed),
        ("TRANSPORT.ARRI", .arrived), ("EQUIPMENT.DISC", .discharged),
    ]
    private static let places = ["URH", "ALK", "DTY", "MLA", "DUI"].map(PlaceReference.init(text:))

    /// Twenty events for each container, one container after the other.
    func event(_ index: Int) -> ReportedEvent {
        let container = index / 20
        let (code, milestone) = Self.codes[index % 5]
        let at = 1_760_000_000_000 + Int64(index % 20) * 21_600_000 + Int64(container % 1000) * 60_000
        return ReportedEvent(
            subject: Subject(.container, .iso6346, Answers.container(container)), milestone: milestone, rawCode: code,
            time: EventTime(Instant(milliseconds: at), offsetMinutes: 480), place: Self.places[index % 20 / 4],
            country: "CN", load: .laden, text: "RAIL", sourceID: haveIDs ? Self.id(index) : nil,
            version: haveIDs ? "2026-10-01T00:00:00.000Z" : nil)
    }

    func item(_ index: Int) -> ReportedItem {
        ReportedItem(position: "$[\(index % 500)]", events: [event(index)])
    }

    /// Spread over the whole range, as ids of carriers are.
    private static func id(_ index: Int) -> String {
        let mixed = UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15
        return String(format: "%08x-%04x-4000-8000-%012x", Int(mixed >> 32), Int(mixed >> 16 & 0xFFFF), index)
    }
}
