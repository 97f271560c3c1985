import Tracking

/// How places and the times at them are shown.
enum PlaceText {
    /// The short name of a place of ours; of any other what was told, which is hostile until shown safely.
    static func name(_ reference: PlaceReference, _ places: Places, _ language: Language) -> String {
        places.place(for: reference)?.shortName(language)
            ?? reference.text.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
    }

    /// The time by the clocks of the place, or of UTC; a day stays the day that was told.
    static func local(_ time: EventTime, at place: PlaceReference?, _ places: Places, utc: Bool) -> EventTime {
        guard time.precision != .day else { return time }
        if utc { return EventTime(time.instant, offsetMinutes: 0, basis: time.basis, precision: time.precision) }
        let zone = place.flatMap { places.place(for: $0)?.zone }
        return zone.flatMap { EventTime(time.instant, in: $0, basis: time.basis, precision: time.precision) } ?? time
    }
}
