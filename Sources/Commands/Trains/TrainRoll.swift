import Store
import Tracking

/// Every departure that is known, with where its containers are.
struct TrainRoll {
    /// One departure.
    struct Item {
        var answer: TrainAnswer
        /// Where it is bound, where its papers say so; several for a train that is divided on the way.
        var destinations: [String]
        /// The last thing that happened to any of its containers, or to itself.
        var lastNews: TimelineEntry?
    }

    let session: ReadSession
    let places: Places
    /// Nil for everywhere.
    let origin: Place?
    let since: Instant?

    /// The latest first.
    func departures() throws -> [Item] {
        var items: [Item] = []
        try session.forEach(.train) { stored in
            if let since, let day = TrainAnswer.date(of: stored.subject), day.latest < since.advanced(by: .days(-3)) {
                return true
            }
            let answer = try TrainAnswer(stored, session: session, places: places)
            if answer.isKnown, isHere(answer), isTime(answer) { items.append(try item(answer, stored)) }
            return true
        }
        return items.sorted { left, right in
            let (first, second) = (Self.order(left.answer), Self.order(right.answer))
            return first == second ? left.answer.train.code < right.answer.train.code : first > second
        }
    }

    /// A train of unknown origin is not left out: unknown stays visible.
    private func isHere(_ answer: TrainAnswer) -> Bool {
        guard let origin, let place = answer.departure?.place else { return true }
        guard let found = places.place(for: place) else { return false }
        // The yards of one city are one place of departure.
        return found.code == origin.code || (found.country == origin.country && found.isNear(origin))
    }

    private func isTime(_ answer: TrainAnswer) -> Bool {
        guard let since else { return true }
        return (answer.departure?.time ?? TrainAnswer.date(of: answer.train)).map { $0.latest >= since } ?? true
    }

    private static func order(_ answer: TrainAnswer) -> Instant {
        answer.departure?.time.instant ?? TrainAnswer.date(of: answer.train)?.instant ?? Instant(milliseconds: .min)
    }

    private func item(_ answer: TrainAnswer, _ stored: StoredSubject) throws -> Item {
        let told = answer.timeline.facts.filter { $0.subject == stored.subject && $0.name == "destination" }
        var names = Set(told.map(\.value))
        let ends = (answer.timeline.entries + answer.boxes.flatMap(\.plannedEnds)).filter {
            $0.milestone == .arrived && $0.classifier != .actual
        }
        if names.isEmpty { names = Set(ends.compactMap { $0.place?.text }) }
        if names.isEmpty { names = Set(try answer.boxes.compactMap(destination)) }
        return Item(answer: answer, destinations: names.sorted(), lastNews: answer.lastNews)
    }
}

extension TrainRoll {
    /// Where the parcels of a box are to be unloaded, by one of them: a box is unloaded in one place.
    private func destination(_ box: TrainAnswer.Box) throws -> String? {
        guard let stored = try session.stored(box.subject), let parcel = try session.anyParcel(in: stored)
        else { return nil }
        let facts = try session.facts(of: parcel)
        let told = ["unload", "destination"].lazy.compactMap { name in facts.first { $0.name == name }?.value }.first
        return told.map { places.resolve(scheme: nil, value: $0, country: nil).text }
    }
}

extension Place {
    /// Whether both are yards of one city: no more than some twenty kilometres apart.
    fileprivate func isNear(_ other: Place) -> Bool {
        guard let latitude, let longitude, let there = other.latitude, let far = other.longitude else { return false }
        return abs(latitude - there) <= 0.2 && abs(longitude - far) <= 0.25
    }
}
