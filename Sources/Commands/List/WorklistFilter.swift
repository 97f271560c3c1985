import Store
import Tracking

/// What somebody wants to see of a worklist.
struct WorklistFilter {
    var consignor: String?
    var country: String?
    var status: Milestone?
    var place: PlaceReference?
    /// At least so long without news; what has ended is not silent.
    var silence: Duration?
    var isOpen = false
    /// What it must still be in by the rules of the timeline, for a list that was made by claims.
    var carriers: [Subject] = []

    /// What needs no timeline.
    func allows(_ situation: Situation) -> Bool {
        if let consignor {
            guard situation.fact("consignor_ref")?.lowercased() == consignor.lowercased() else { return false }
        }
        if let country {
            guard WorklistRow.destination(situation)?.lowercased() == country.lowercased() else { return false }
        }
        return true
    }

    func allows(_ story: Story, at now: Instant, firstTold: Instant?, _ places: Places) -> Bool {
        if !carriers.isEmpty && !carriers.contains(where: story.isCarried) { return false }
        if let status, story.status?.milestone != status { return false }
        if let place, !isThere(story, place, places) { return false }
        if isOpen || silence != nil, story.hasEnded { return false }
        if let silence, story.silence(at: now, firstTold: firstTold).map({ $0 < silence }) ?? true { return false }
        return true
    }

    private func isThere(_ story: Story, _ place: PlaceReference, _ places: Places) -> Bool {
        guard let there = story.status?.place else { return false }
        if there == place { return true }
        return places.place(for: there)?.code == place.text
    }
}
