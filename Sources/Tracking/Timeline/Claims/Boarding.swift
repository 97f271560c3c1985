/// Which of the trains a child is listed on it is really aboard, and from when until when.
struct Boarding {
    private let runs: [TrainJourney]
    private let events: [ReadEvent]
    /// When each train reached the child's own unloading station, where it runs on from there.
    private let unloaded: [Subject: Instant]
    private let isContainer: Bool
    private let borneOut: Set<Subject>
    /// Trains that left without it.
    let rolledFrom: Set<Subject>

    /// A train's own loading news begins this many days before it leaves.
    private static let loadingDays: Int64 = 7
    /// How long after a departure an event of the child can still speak for that train.
    private static let evidenceDays: Int64 = 21

    /// - Parameter container: of a consignment, the one container that is asked about; nil for all that are known.
    init(child: Subject, container: Subject? = nil, links: [Link], knowledge: Knowledge) {
        let trains = Set(links.lazy.map(\.parent).filter { $0.kind == .train })
        runs = trains.compactMap { knowledge.trains[$0] }.filter { $0.departure != nil }
            .sorted {
                ($0.departure ?? .init(milliseconds: 0), $0.train.code)
                    < ($1.departure ?? .init(milliseconds: 0), $1.train.code)
            }
        events = runs.isEmpty ? [] : Self.news(of: child, container, knowledge)
        unloaded = Self.unloaded(from: runs, at: knowledge.unloading(child: child, container: child), knowledge)
        isContainer = [.container, .wagon, .consignment].contains(child.kind)
        let rolled = Self.rolled(events, runs).union(Self.missed(events, runs, isContainer: isContainer))
        rolledFrom = rolled
        var borneOut: Set<Subject> = []
        for event in events {
            if let run = Self.evidence(of: event, runs, isContainer: isContainer), !rolled.contains(run.train) {
                borneOut.insert(run.train)
            }
        }
        self.borneOut = borneOut
    }

    /// Whether the child's own events show that it left on the train.
    func isBorneOut(_ train: Subject) -> Bool { borneOut.contains(train) }

    /// When the child left each train for good by being detached on the way.
    var leftOnTheWay: [Subject: Instant] {
        var result: [Subject: Instant] = [:]
        for run in runs {
            if let last = detachments(from: run).last, last.to == Span.always.to { result[run.train] = last.from }
        }
        return result
    }

    /// When the child was on the train: from its loading to its end, or to the child's own discharge or unloading
    /// station, without the time it was detached.
    func spans(in train: Subject) -> [Span] {
        guard let run = runs.first(where: { $0.train == train }), let departure = run.departure,
            let earliest = run.earliestDeparture
        else { return [] }
        var whole = Span(
            from: earliest.plus(days: -Self.loadingDays),
            to: max(run.end ?? departure, departure).plus(days: ContainerHistory.longestJourney))
        for event in events where event.at >= earliest && event.milestone == .discharged {
            whole.to = min(whole.to, event.latest)
        }
        if let unloaded = unloaded[train] { whole.to = min(whole.to, unloaded) }
        return detachments(from: run).reduce([whole]) { spans, gap in
            spans.flatMap { span in
                [
                    Span(from: span.from, to: min(span.to, gap.from.before)),
                    Span(from: max(span.from, gap.to), to: span.to),
                ].filter { !$0.isEmpty }
            }
        }
    }
}

extension Boarding {
    /// What happened to the child itself, and for a bill to the containers on the way that travel under it.
    private static func news(of child: Subject, _ container: Subject?, _ knowledge: Knowledge) -> [ReadEvent] {
        guard child.kind == .consignment else { return knowledge.actual(of: child) }
        let all = [child] + (container.map { [$0] } ?? knowledge.containers(under: child))
        return all.flatMap(knowledge.actual).sorted(by: ReadEvent.precedes)
    }

    private static func unloaded(from runs: [TrainJourney], at place: PlaceFacts?, _ knowledge: Knowledge)
        -> [Subject: Instant]
    {
        guard let place else { return [:] }
        var result: [Subject: Instant] = [:]
        for run in runs where !(run.origin?.isNear(place) ?? false) {
            let there = run.numbers.lazy.map { knowledge.events[$0] }
                .first { $0.isActual && $0.place?.code == place.code }
            guard let there else { continue }
            let goesOn = there.milestone == .departed || there.milestone == .borderDeparted
            result[run.train] = goesOn ? there.at.before : there.at
        }
        return result
    }

    /// A rolled box left with another train than the nearest.
    private static func rolled(_ events: [ReadEvent], _ runs: [TrainJourney]) -> Set<Subject> {
        var result: Set<Subject> = []
        for event in events where event.milestone == .rolled {
            let nearest = runs.filter {
                ($0.departure ?? event.at).distance(from: event.at) <= 5 * Instant.dayMilliseconds
            }
            .min {
                ($0.departure ?? event.at).distance(from: event.at)
                    < ($1.departure ?? event.at).distance(from: event.at)
            }
            if let nearest { result.insert(nearest.train) }
        }
        return result
    }

    /// A box whose own departure from the origin came after that of the train: it left with another one.
    private static func missed(_ events: [ReadEvent], _ runs: [TrainJourney], isContainer: Bool) -> Set<Subject> {
        guard isContainer else { return [] }
        let departures = events.filter { $0.milestone == .departed && $0.event.load != .empty }
        let missed = runs.filter { run in
            guard let departure = run.departure, let earliest = run.earliestDeparture else { return false }
            let own = departures.first { event in
                event.latest >= earliest.plus(days: -1) && event.at <= earliest.plus(days: evidenceDays)
                    && run.origin.map { origin in event.place.map(origin.isNear) ?? false }
                        ?? (event.place?.country == run.country && event.place?.isBorder == false)
            }
            // Half a day for clocks that differ and tables that round.
            guard let own, own.at > departure.plus(hours: 12) else { return false }
            // Seen on the way in between it did leave, came back, and this is its next departure.
            return !events.contains { $0.at < own.at && isSeenOnTheWay($0, of: run) }
        }
        return Set(missed.map(\.train))
    }

    private static func isSeenOnTheWay(_ event: ReadEvent, of run: TrainJourney) -> Bool {
        switch event.milestone {
        case .passed, .arrived, .discharged, .borderArrived, .borderDeparted, .gaugeChanged:
            followed(event, [run]) != nil
        default: false
        }
    }

    /// The train that an event of the child speaks for.
    private static func evidence(of event: ReadEvent, _ runs: [TrainJourney], isContainer: Bool) -> TrainJourney? {
        switch event.milestone {
        case .loaded where isContainer, .departed where isContainer:
            if let run = boarded(event, runs) { return run }
            return event.milestone == .departed ? followed(event, runs) : nil
        case .passed, .arrived, .discharged, .attached, .borderArrived, .borderDeparted, .gaugeChanged:
            return followed(event, runs)
        default:
            return nil
        }
    }

    /// Loaded or departed at the origin: the train that leaves next, or about then.
    private static func boarded(_ event: ReadEvent, _ runs: [TrainJourney]) -> TrainJourney? {
        guard event.event.load != .empty else { return nil }
        let days: Int64 = event.milestone == .loaded ? 7 : 1
        return runs.first { run in
            guard let departure = run.departure, let earliest = run.earliestDeparture, let place = event.place
            else { return false }
            let isThere = run.origin.map { $0.isNear(place) } ?? (place.country == run.country && !place.isBorder)
            // Half a day for clocks that differ and tables that round.
            let latest = event.milestone == .loaded ? departure : departure.plus(hours: 12)
            return isThere && event.at <= latest && event.latest >= earliest.plus(days: -days)
        }
    }

    /// An event on the way: the last train that had left before it.
    private static func followed(_ event: ReadEvent, _ runs: [TrainJourney]) -> TrainJourney? {
        runs.last { run in
            guard let earliest = run.earliestDeparture else { return false }
            return event.latest >= earliest && event.at <= earliest.plus(days: evidenceDays)
                && isOnTheWay(event, of: run)
        }
    }

    private static func isOnTheWay(_ event: ReadEvent, of run: TrainJourney) -> Bool {
        switch event.milestone {
        case .borderArrived, .borderDeparted, .gaugeChanged: return true
        default: break
        }
        guard let place = event.place else { return false }
        // Trucks depart too: inside the country of origin only a station further along the line tells.
        if place.country != run.country || place.isBorder { return true }
        guard let kilometres = place.kilometres, let start = run.origin?.kilometres else { return false }
        return kilometres > start
    }

    /// When the child did not run with the train: from rolled or detached on until attached again.
    private func detachments(from run: TrainJourney) -> [Span] {
        guard let earliest = run.earliestDeparture else { return [] }
        var gaps: [Span] = []
        var since: Instant? = rolledFrom.contains(run.train) ? rolledSince(run, earliest) : nil
        for event in events {
            if event.milestone == .detached && event.latest >= earliest && since == nil { since = event.at }
            if event.milestone == .attached, let start = since, event.at >= start, !joinsAnother(than: run, event) {
                gaps.append(Span(from: start, to: event.at))
                since = nil
            }
        }
        if let since { gaps.append(Span(from: since, to: Span.always.to)) }
        return gaps
    }

    private func rolledSince(_ run: TrainJourney, _ departure: Instant) -> Instant {
        let told = events.last { event in
            event.milestone == .rolled && event.at.distance(from: departure) <= 6 * Instant.dayMilliseconds
        }
        return min(told?.at ?? departure, departure)
    }

    /// What was attached may have joined a later train that it is listed on.
    private func joinsAnother(than run: TrainJourney, _ event: ReadEvent) -> Bool {
        runs.contains { other in
            guard other.train != run.train, let departure = other.departure, let own = run.departure else {
                return false
            }
            return departure > own && departure <= event.at.plus(days: 2)
        }
    }
}
