import Store
import Tracking

/// Goes through the subjects of a kind and hands out the rows that somebody asked for, as they are found.
struct Worklist {
    /// What came of it.
    struct Count {
        var shown = 0
        /// Rows that fit, shown or not.
        var found = 0
        /// Whether counting stopped before the end, so that there may be more.
        var isOpenEnded = false
    }

    let session: ReadSession
    let places: Places
    let now: Instant
    var kind = SubjectKind.parcel
    /// Containers, trains, bags, consignments, orders; nil for everything there is.
    var scopes: [StoredSubject]?
    var filter = WorklistFilter()
    var limit: Int?

    /// Once the limit is reached, so many more are looked at only to say how many there are.
    private static let counted = 250_000

    /// - Parameter show: returns false when nobody reads any more.
    func rows(_ show: (WorklistRow) throws -> Bool) throws -> Count {
        let book = StoryBook(session, places)
        var count = Count()
        var looked = 0
        try forEach { stored in
            looked += 1
            let situation = try session.situation(of: stored, keeping: WorklistRow.facts.contains)
            guard situation.isKnown, filter.allows(situation) else { return true }
            let story = try book.story(of: situation)
            let firstTold = try session.receivedAt(situation.firstMessage)
            guard filter.allows(story, at: now, firstTold: firstTold, places) else { return true }
            count.found += 1
            guard limit.map({ count.shown < $0 }) ?? true else {
                count.isOpenEnded = looked >= Self.counted
                return !count.isOpenEnded
            }
            count.shown += 1
            return try show(WorklistRow(situation, story, session))
        }
        return count
    }

    private func forEach(_ body: (StoredSubject) throws -> Bool) throws {
        guard let scopes else { return try session.forEach(kind, body) }
        try session.forEach(kind, in: scopes, body)
    }
}
