import Store
import Tracking

/// What is to be written of the numbers asked: events that happened and links that hold, each once.
///
/// Of a number these are its own events, those of whatever carried it while it carried it, and the claims on the way up
/// as they were told. Not written are what is expected or planned, what was inferred, what a person denies, and claims that
/// a weightier one contradicts; `leftOut` says how much that is.
struct ExportContent {
    private(set) var events: [EventKey: Event] = [:]
    private(set) var links: [LinkKey: Link] = [:]
    /// Codes that were found, and those that were not, as typed.
    private(set) var known: [String] = []
    private(set) var unknown: [String] = []
    private var expectations: Set<EventKey> = []
    private var claims: Set<LinkKey> = []

    /// A claim by what it says and who says it.
    struct LinkKey: Hashable {
        var child: Subject
        var parent: Subject
        var source: String
        var basis: LinkBasis?
        var from: EventTime?
        var until: EventTime?

        init(_ link: Link) {
            (child, parent, source) = (link.child, link.parent, link.source)
            (basis, from, until) = (link.basis, link.from, link.until)
        }
    }

    var isEmpty: Bool { events.isEmpty && links.isEmpty }

    /// A sentence about what is known and not written; nil where that is nothing.
    var leftOut: String? {
        let parts = [
            (expectations.count, "expectation"), (claims.count, "planned, guessed or contradicted link"),
        ].filter { $0.0 > 0 }.map { count, word in "\(count) \(word)\(count == 1 ? "" : "s")" }
        return parts.isEmpty ? nil : "not written: " + parts.joined(separator: ", ") + "; EPCIS tells what happened"
    }

    mutating func add(_ code: String, session: ReadSession, places: Places) throws {
        guard let stored = try Lookup(session: session).find(code).stored else {
            unknown.append(code)
            return
        }
        let dossier = try session.dossier(of: stored)
        known.append(code)
        let timeline = Timeline(dossier) { places.place(for: $0) }
        let told = Dictionary(dossier.events.map { ($0.key, $0) }) { first, _ in first }
        for entry in timeline.entries where entry.shown || !entry.inherited {
            for key in entry.reports {
                guard entry.classifier == .actual, let event = told[key], event.classifier == .actual else {
                    expectations.insert(key)
                    continue
                }
                events[key] = event
            }
        }
        for link in timeline.links {
            let key = LinkKey(link.link)
            if Self.isWritten(link) { links[key] = link.link } else { claims.insert(key) }
        }
    }

    private static func isWritten(_ link: TimelineLink) -> Bool {
        guard link.confirmed, !link.denied, link.outrankedBy == nil else { return false }
        return link.link.basis != .inferred && link.link.basis != .planned
    }
}
