import Store
import Tracking

/// What is known of one code that was asked about.
struct TrackAnswer {
    var found: Lookup.Found
    var timeline: Timeline?
    var freshness: Freshness
    /// For a train: what its containers do, which is never one dot.
    var departure: TrainAnswer?
    /// Since when messages have been kept at all; nil when there is none.
    var archiveBegins: Instant?

    var isKnown: Bool { found.stored != nil }

    init(_ code: String, session: ReadSession, places: Places) throws {
        found = try Lookup(session: session).find(code)
        archiveBegins = try session.firstMessageAt()
        guard let stored = found.stored else {
            freshness = Freshness(own: nil, carriers: [], inheritedFrom: nil)
            return
        }
        let dossier = try session.dossier(of: stored)
        guard session.knowledge.through == nil || dossier.saysSomething else {
            // A number that only a later message names was unknown then.
            found.stored = nil
            freshness = Freshness(own: nil, carriers: [], inheritedFrom: nil)
            return
        }
        let timeline = Timeline(dossier) { places.place(for: $0) }
        self.timeline = timeline
        freshness = try Freshness(of: stored, timeline, session)
        if stored.subject.kind == .train { departure = try TrainAnswer(stored, session: session, places: places) }
    }
}

extension Dossier {
    fileprivate var saysSomething: Bool {
        !(events.isEmpty && links.isEmpty && aliases.isEmpty && facts.isEmpty)
    }
}
