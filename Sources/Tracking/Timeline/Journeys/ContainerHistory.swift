/// What is known of one container's journeys, and which stretch of them a claim "was in this container" is about.
///
/// Papers give no times and boxes are used again, so the stretch is worked out from what the container did around the
/// departure that the claim is about.
struct ContainerHistory {
    /// A train the container is said to have left on.
    struct Departure {
        let run: TrainJourney
        let at: Instant
        let message: MessageID
        /// Whether more than a plan says so, and the train did not leave it behind.
        let confirmed: Bool
    }

    /// The moment a claim is about.
    struct Anchor {
        let at: Instant
        /// Whether it is a departure, and not merely when somebody wrote a paper.
        let departure: TrainJourney?
    }

    let events: [ReadEvent]
    let departures: [Departure]
    /// When the container was first said to have another seal than before.
    let newSeals: [Instant]

    /// Where nothing tells how a journey began, it began no earlier than this before its departure.
    static let longestBeforeDeparture: Int64 = 21
    /// No journey takes longer than this from its departure.
    static let longestJourney: Int64 = 60
    /// A box that left is out of China by then, unless it was detached on the way.
    private static let longestInsideChina: Int64 = 5
    /// Within so many days of the departure from China the last of its trains has begun.
    private static let longestRun: Int64 = 40
    /// How far a paper may come after the departure that it is about.
    private static let paperLateness: Int64 = 14

    /// The departure that a claim is about: the one that the same message names, else the nearest after the claim, or
    /// shortly before it where the box has not been emptied since; else when the claim begins or was received.
    ///
    /// - Parameter trains: those that other papers put the child on; a late paper is about one of them.
    func anchor(of link: Link, trains: Set<Subject> = []) -> Anchor {
        if link.from == nil, link.basis == .observed, let until = link.until { return anchor(endingAt: until) }
        let said = link.about
        // What was worked out came in no message, whatever the last one was that was known then.
        var same = departures.filter { $0.message == link.message && link.basis != .inferred }
        if same.isEmpty { same = departures.filter { trains.contains($0.run.train) } }
        if let named = same.min(by: { Self.isNearer($0, $1, to: said) }).map(start) {
            return Anchor(at: named.at, departure: named.run)
        }
        let near = departures.filter { candidate in
            candidate.at >= said
                ? candidate.at <= said.plus(days: Self.longestJourney)
                : candidate.at >= said.plus(days: -Self.paperLateness) && !wasEmptied(from: candidate.at, to: said)
        }
        if let nearest = near.min(by: { Self.isNearer($0, $1, to: said) }).map(start) {
            return Anchor(at: nearest.at, departure: nearest.run)
        }
        return Anchor(at: said, departure: nil)
    }

    /// A scan that ends a stay tells of the last departure before it.
    private func anchor(endingAt until: EventTime) -> Anchor {
        let before = departures.filter {
            $0.at <= until.latest && $0.at >= until.instant.plus(days: -Self.longestJourney)
        }
        guard let last = before.max(by: { ($0.at, $0.run.train.code) < ($1.at, $1.run.train.code) }) else {
            return Anchor(at: until.instant, departure: nil)
        }
        return Anchor(at: last.at, departure: last.run)
    }

    /// The stretch in which the container carried what the claim says.
    ///
    /// - Parameters:
    ///   - trains: those that other papers put the child on.
    ///   - unloading: where the child is to be unloaded; without it any strip ends its journey, but for a box that was
    ///     sealed anew.
    ///   - country: where the child goes.
    func inside(_ link: Link, trains: Set<Subject> = [], unloading: PlaceFacts?, country: String?) -> Span {
        let anchor = anchor(of: link, trains: trains)
        var span = Span(from: begin(before: anchor), to: end(after: anchor, unloading: unloading, country: country))
        if let from = link.from { span.from = max(span.from, from.instant) }
        if let until = link.until { span.to = min(span.to, until.latest) }
        return span
    }

    /// A train that began where another one ended goes on with its journey: the one that the journey began with.
    private func start(of departure: Departure) -> Departure {
        let before = departures.filter { earlier in
            earlier.at < departure.at && earlier.at >= departure.at.plus(days: -Self.longestRun)
                && !earlier.run.mayShareOrigin(with: departure.run) && !earlier.run.isFromBeyond
                && !wasEmptied(from: earlier.at, to: departure.at)
        }
        return before.max { ($0.at, $0.run.train.code) < ($1.at, $1.run.train.code) } ?? departure
    }

    private static func isNearer(_ left: Departure, _ right: Departure, to instant: Instant) -> Bool {
        let distances = (left.at.distance(from: instant), right.at.distance(from: instant))
        return distances.0 != distances.1
            ? distances.0 < distances.1
            : (left.at, left.run.train.code) < (right.at, right.run.train.code)
    }

    private func wasEmptied(from: Instant, to: Instant) -> Bool {
        events.contains { event in
            event.at > from && event.at <= to
                && (event.milestone == .stripped || event.milestone == .stuffed || event.event.load == .empty)
        }
    }
}

extension ContainerHistory {
    /// No earlier than the last empty gate-out or strip, nor than anything that shows the box on an earlier journey.
    private func begin(before anchor: Anchor) -> Instant {
        let former = earlierTrains(anchor)
        let home = anchor.departure.map(\.country).flatMap { $0.isEmpty ? nil : $0 } ?? "CN"
        let leaves = anchor.departure?.earliestDeparture ?? anchor.at
        let left = former.map(\.at).max()
        var begin: Instant?
        var isAway = false
        for event in events where event.at < anchor.at && event.at >= anchor.at.plus(days: -365) {
            let isAbroad = event.country.map { $0 != home } ?? false
            isAway = isAbroad || (isAway && !Self.beginsAnew(event)) || isFirst(event, after: left)
            let isEmptyGateOut = event.milestone == .gatedOut && event.event.load == .empty
            // All that a box does until it is filled again belongs to its way home, when it was away.
            let isReturning = isAway && event.at < leaves
            if isEmptyGateOut || event.milestone == .stripped || isReturning {
                begin = event.latest.after
            }
        }
        let known = begin ?? anchor.at.plus(days: -Self.longestBeforeDeparture)
        let earlierEnd = former.map { max($0.at, $0.run.end ?? $0.at).after }.max()
        return min(max(known, earlierEnd ?? known), anchor.at)
    }

    private static func beginsAnew(_ event: ReadEvent) -> Bool {
        guard event.place?.isBorder != true, event.event.load != .empty else { return false }
        return event.milestone == .stuffed || event.milestone == .gatedIn || event.milestone == .loaded
    }

    /// Whether the event is the first since the box left on a former journey, and not yet the next one's.
    private func isFirst(_ event: ReadEvent, after left: Instant?) -> Bool {
        guard let left, event.at > left, !Self.beginsAnew(event) else { return false }
        return !events.contains { $0.at > left && $0.at < event.at }
    }

    /// A departure from the same origin more than two days before was another journey.
    private func earlierTrains(_ anchor: Anchor) -> [Departure] {
        guard let run = anchor.departure else { return [] }
        return departures.filter { other in
            other.confirmed && other.run.train != run.train && other.at < anchor.at.plus(days: -2)
                && other.run.mayShareOrigin(with: run)
        }
    }
}

extension ContainerHistory {
    /// The earliest of all that ends a journey; a strip itself is still part of it.
    private func end(after anchor: Anchor, unloading: PlaceFacts?, country: String?) -> Instant {
        let limit = anchor.at.plus(days: Self.longestJourney)
        let byTrain = laterTrainsBegin(anchor)
        var journey = Journey(
            unloading: unloading, country: country, newSeals: newSeals, patience: patience(anchor),
            awayFrom: wasConfirmed(anchor) ? anchor.at.plus(days: Self.longestInsideChina) : nil)
        for event in events where event.at > anchor.at && event.at <= limit {
            if let end = journey.end(by: event) { return min(end, limit, byTrain) }
        }
        return min(limit, byTrain)
    }

    /// Until when a stuffing or an empty move may still belong to the beginning of the journey, while the box has not
    /// been seen to move: the plan may have been too early.
    private func patience(_ anchor: Anchor) -> Instant {
        anchor.at.plus(days: anchor.departure == nil ? Self.longestBeforeDeparture : 3)
    }

    /// A later departure from the same origin is another journey; unless the box may only have been rolled to it.
    private func laterTrainsBegin(_ anchor: Anchor) -> Instant {
        guard let run = anchor.departure else { return Instant(milliseconds: .max) }
        let wasConfirmed = wasConfirmed(anchor)
        let begins = departures.lazy.filter { other in
            other.run.train != run.train && other.at > anchor.at.plus(days: 2) && other.run.mayShareOrigin(with: run)
                && (wasConfirmed || other.at > anchor.at.plus(days: Self.longestBeforeDeparture)
                    || wentAbroad(from: anchor.at, to: other.at))
        }
        .map { later in
            // The box is made ready for its next train in the week before, but not before it can be back.
            let halfway = Instant(milliseconds: (anchor.at.milliseconds + later.at.milliseconds) / 2)
            return max(halfway, later.at.plus(days: -7).before)
        }
        return begins.min() ?? Instant(milliseconds: .max)
    }

    private func wasConfirmed(_ anchor: Anchor) -> Bool {
        departures.contains { $0.run.train == anchor.departure?.train && $0.confirmed }
    }

    private func wentAbroad(from: Instant, to: Instant) -> Bool {
        events.contains { $0.at > from && $0.at < to && $0.country != nil && $0.country != "CN" }
    }
}
