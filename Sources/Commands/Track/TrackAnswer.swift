import Store
import Tracking

/// What is known of one code that was asked about.
struct TrackAnswer {
    var found: Lookup.Found
    var timeline: Timeline?
    var freshness: Freshness
    /// For a train: what its containers do, which is never one dot.
    var departure: TrainAnswer?
    /// What shares the number that was asked, each with where it stands.
    var standsFor: [Sharer] = []
    /// The messages behind the answer, where they are wanted.
    var raw: [RawMessage]?
    /// Since when messages have been kept at all; nil when there is none.
    var archiveBegins: Instant?

    /// One of several subjects that go by the number that was asked.
    struct Sharer {
        var subject: Subject
        var status: TimelineStatus?
    }

    /// What the number that was asked is for; nil for a principal number.
    var askedAs: AliasRole? {
        if let shared = timeline?.sharedAs { return shared }
        return found.asked.flatMap { asked in timeline?.numbers.first { $0.subject == asked.subject }?.role }
    }

    var isKnown: Bool { found.stored != nil }

    init(_ code: String, session: ReadSession, places: Places) throws {
        found = try Lookup(session: session).find(code)
        archiveBegins = try session.firstMessageAt()
        guard let stored = found.stored else {
            freshness = Freshness()
            return
        }
        let timeline = Timeline(try session.dossier(of: stored)) { places.place(for: $0) }
        self.timeline = timeline
        freshness = try Freshness(of: stored, timeline, session)
        standsFor = try timeline.standsFor.compactMap { sharer in
            guard let sharer = try session.stored(sharer) else { return nil }
            let timeline = Timeline(try session.dossier(of: sharer)) { places.place(for: $0) }
            return Sharer(subject: sharer.subject, status: timeline.status)
        }
        if stored.subject.kind == .train { departure = try TrainAnswer(stored, session: session, places: places) }
    }
}
