/// A dossier put in order: its events read and sorted, and found by subject; its links found by child.
struct Knowledge {
    let dossier: Dossier
    let identity: Identity
    /// All events, in order; an event's number is its index here.
    let events: [ReadEvent]
    private let numbersOf: [Subject: [Int]]
    /// The links that nobody denies.
    let links: [Link]
    private let linksOf: [Subject: [Link]]
    private let deniedOf: [Subject: [Denials.Denied]]
    private let factsOf: [Subject: [String: Fact]]
    let trains: [Subject: TrainJourney]
    private let lookUp: PlaceLookup

    init(_ dossier: Dossier, places: (PlaceReference) -> Place?) {
        self.dossier = dossier
        identity = Identity(of: dossier.subject, aliases: dossier.aliases)
        let texts =
            dossier.events.lazy.compactMap(\.place)
            + dossier.facts.lazy.filter { fact in Self.placeFacts.contains { $0.rawValue == fact.name } }.map {
                PlaceReference(text: $0.value)
            }
        lookUp = PlaceLookup(texts, places: places)
        events = Self.read(dossier.events, lookUp)
        numbersOf = Dictionary(grouping: events.indices) { [events] in events[$0].event.subject }
        let denials = Denials(Set(dossier.links).sorted(by: Link.precedes))
        links = denials.inForce
        linksOf = Dictionary(grouping: denials.inForce, by: \.child)
        deniedOf = Dictionary(grouping: denials.denied, by: \.link.child)
        factsOf = Self.latest(dossier.facts)
        var trains: [Subject: TrainJourney] = [:]
        for link in links where link.parent.kind == .train && trains[link.parent] == nil {
            trains[link.parent] = TrainJourney(link.parent, numbers: numbersOf[link.parent] ?? [], of: events)
        }
        self.trains = trains
    }

    func numbers(of subject: Subject) -> [Int] { numbersOf[subject] ?? [] }
    func links(of child: Subject) -> [Link] { linksOf[child] ?? [] }
    func denied(of child: Subject) -> [Denials.Denied] { deniedOf[child] ?? [] }

    /// The events that happened to a subject, in order.
    func actual(of subject: Subject) -> [ReadEvent] {
        numbers(of: subject).lazy.map { events[$0] }.filter(\.isActual)
    }

    /// The events that happened to the asked subject under any of its numbers except the last mile's and a return's.
    var ownScans: [ReadEvent] {
        identity.members.lazy.filter { !$0.value.isLaterLeg }.flatMap { actual(of: $0.key) }
            .sorted(by: ReadEvent.precedes)
    }

    /// What was told of a subject under a name.
    func fact(_ name: TimelineFact, of subject: Subject) -> Fact? { factsOf[subject]?[name.rawValue] }

    /// The place where a journey in a container is to be unloaded: the first `unload`, else the first `destination`,
    /// told of the asked subject, of the child, or of the container.
    func unloading(child: Subject, container: Subject) -> PlaceFacts? {
        let told = identity.ordered + [child, container]
        for name in Self.placeFacts {
            for subject in told {
                if let value = fact(name, of: subject)?.value,
                    let place = lookUp[PlaceReference(text: value)]
                {
                    return place
                }
            }
        }
        return nil
    }

    /// The country the asked subject goes to, where told.
    var country: String? {
        identity.ordered.lazy.compactMap { self.fact(.country, of: $0)?.value }.first
    }

    private static let placeFacts: [TimelineFact] = [.unload, .destination]

    private static func latest(_ facts: [Fact]) -> [Subject: [String: Fact]] {
        var result: [Subject: [String: Fact]] = [:]
        for fact in facts {
            let known = result[fact.subject]?[fact.name]
            if known.map({ ($0.message, $0.source, $0.value) < (fact.message, fact.source, fact.value) }) ?? true {
                result[fact.subject, default: [:]][fact.name] = fact
            }
        }
        return result
    }
}

extension Knowledge {
    /// A load at a break of gauge is a gauge change when the container was discharged there, or on the other side of
    /// the border, in the fourteen days before.
    private static func read(_ events: [Event], _ lookUp: PlaceLookup) -> [ReadEvent] {
        var read = events.map { ReadEvent($0, place: $0.place.flatMap { lookUp[$0] }) }
        var discharges: [Subject: [ReadEvent]] = [:]
        for event in read where event.milestone == .discharged && event.event.subject.kind == .container {
            discharges[event.event.subject, default: []].append(event)
        }
        for index in read.indices where read[index].milestone == .loaded {
            let before = discharges[read[index].event.subject] ?? []
            if before.contains(where: { isGaugeChange(read[index], after: $0) }) {
                read[index] = ReadEvent(read[index].event, place: read[index].place, readAs: .gaugeChanged)
            }
        }
        read.sort(by: ReadEvent.precedes)
        return withoutRepetitions(read)
    }

    private static func isGaugeChange(_ load: ReadEvent, after discharge: ReadEvent) -> Bool {
        guard let here = load.place, here.breaksGauge, let there = discharge.place, there.breaksGauge,
            load.event.classifier == discharge.event.classifier, load.event.load != .empty
        else { return false }
        return here.isNear(there) && discharge.at <= load.latest && load.at <= discharge.latest.plus(days: 14)
    }

    private static func withoutRepetitions(_ sorted: [ReadEvent]) -> [ReadEvent] {
        var result: [ReadEvent] = []
        result.reserveCapacity(sorted.count)
        for event in sorted {
            if let last = result.last, last.at == event.at, last.event == event.event { continue }
            result.append(event)
        }
        return result
    }
}
