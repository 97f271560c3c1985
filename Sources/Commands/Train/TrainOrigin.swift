import Tracking

/// Where and about when a train starts.
struct TrainOrigin {
    var place: PlaceReference?
    var planned: Instant?

    /// A container's own departure from there: from a day before the plan, for tables round, until two months after
    /// it, for a box is used again.
    func departure(_ container: Timeline, _ places: Places) -> TimelineEntry? {
        container.entries.first { entry in
            entry.milestone == .departed && entry.classifier == .actual && !entry.inherited && entry.load != .empty
                && isHere(entry.place, places) && isTime(entry.time.instant)
        }
    }

    private func isHere(_ other: PlaceReference?, _ places: Places) -> Bool {
        guard let place, other != place else { return true }
        guard let here = places.place(for: place), let other else { return false }
        return places.place(for: other)?.code == here.code
    }

    private func isTime(_ instant: Instant) -> Bool {
        guard let planned else { return true }
        return instant >= planned.advanced(by: .days(-1)) && instant <= planned.advanced(by: .days(60))
    }
}
