/// The lives of a parcel number: numbers are given out again, and an old delivery must not deliver the new parcel.
///
/// A postal number may be used again after twelve months (UPU S10), a logistics number after six (China customs' export
/// messages of 2022-05). A new life begins where something that begins a journey is told so long after an end.
struct Lives {
    let earlier: EarlierLife?
    /// The last instant of the earlier life.
    private let cut: Instant?
    private let identity: Identity
    /// The earliest train that each message names.
    private let trainsOf: [MessageID: Instant]

    /// News so many days after an end still belongs to it.
    private static let aftermath: Int64 = 60

    init(_ dossier: Dossier, _ identity: Identity) {
        self.identity = identity
        let ends = identity.principal.kind == .parcel ? Self.ends(dossier, identity) : []
        guard !ends.isEmpty else {
            (earlier, cut, trainsOf) = (nil, nil, [:])
            return
        }
        let trains = Self.trains(dossier)
        trainsOf = trains
        let births = Self.births(dossier, identity, trains)
        let pause: Int64 = identity.principal.scheme == UPUS10.scheme ? 360 : 180
        let last = ends.last { end in births.contains { $0 > end.time.latest.plus(days: pause) } }
        earlier = last.map { EarlierLife(milestone: $0.milestone, time: $0.time) }
        cut = last.map { $0.time.latest.plus(days: Self.aftermath) }
    }

    /// The numbers as they belong to the latest life.
    var latest: Identity {
        guard let cut else { return identity }
        return identity.bounded { membership in
            if membership.isLaterLeg, let since = membership.since, since <= cut {
                membership.until = min(membership.until ?? cut, cut)
            }
            membership.from = max(membership.from ?? cut, cut).after
        }
    }

    /// The claims of the latest life.
    func links(_ links: [Link]) -> [Link] {
        guard let cut else { return links }
        return links.filter { !identity.contains($0.child) || Self.said($0, trainsOf) > cut }
    }

    /// A last-mile number that was not yet the parcel's ended somebody else's journey.
    private static func ends(_ dossier: Dossier, _ identity: Identity) -> [Event] {
        dossier.events.filter { event in
            guard event.classifier == .actual, event.milestone.isEnd, let membership = identity.members[event.subject],
                membership.speaksForSubject
            else { return false }
            return !membership.isLaterLeg || membership.since.map { $0 <= event.time.latest } ?? false
        }
        .sorted { left, right in
            left.time.instant != right.time.instant
                ? left.time.instant < right.time.instant : left.milestone.order < right.milestone.order
        }
    }

    private static func births(_ dossier: Dossier, _ identity: Identity, _ trains: [MessageID: Instant]) -> [Instant] {
        let events = dossier.events.lazy.filter { event in
            event.classifier == .actual && identity.isFirstLeg(event.subject)
                && (event.milestone.stage == .origin || event.milestone.stage == .export)
        }
        let links = dossier.links.lazy.filter { identity.isFirstLeg($0.child) }
        return events.map(\.time.instant) + links.map { said($0, trains) }
    }

    /// When a claim is about: its own time, the train that its message names, else when it came.
    private static func said(_ link: Link, _ trains: [MessageID: Instant]) -> Instant {
        guard link.basis != .inferred else { return link.about }
        return link.from?.instant ?? trains[link.message] ?? link.recordedAt
    }

    private static func trains(_ dossier: Dossier) -> [MessageID: Instant] {
        var trains: [MessageID: Instant] = [:]
        for link in dossier.links where link.parent.kind == .train {
            guard let date = TrainJourney.date(of: link.parent.code)?.from else { continue }
            trains[link.message] = min(trains[link.message] ?? date, date)
        }
        return trains
    }
}
