/// A dossier put in order: its events read and sorted, and found by subject; its links found by child.
struct Knowledge {
    let dossier: Dossier
    let identity: Identity
    let earlierLife: EarlierLife?
    /// All events, in order; an event's number is its index here.
    let events: [ReadEvent]
    let names: NumberNames
    private let numbersOf: [Subject: [Int]]
    /// The links that nobody denies.
    private let linksOf: [Subject: [Link]]
    private let deniedOf: [Subject: [Denials.Denied]]
    /// The links that are only possible.
    private let candidatesOf: [Subject: [Link]]
    /// Whether anything at all was worked out, and not told.
    let hasInferred: Bool
    private let factsOf: [Subject: [String: Fact]]
    let trains: [Subject: TrainJourney]
    private let lookUp: PlaceLookup

    init(_ dossier: Dossier, places: (PlaceReference) -> Place?) {
        self.dossier = dossier
        let graph = AliasGraph(dossier.aliases)
        let lives = Lives(dossier, Identity(of: dossier.subject, in: graph))
        earlierLife = lives.earlier
        identity = lives.latest
        names = NumberNames(identity, in: graph, aliases: dossier.aliases)
        let texts =
            dossier.events.lazy.compactMap(\.place)
            + dossier.facts.lazy.filter { fact in Self.placeFacts.contains { $0.rawValue == fact.name } }.map {
                PlaceReference(text: $0.value)
            }
        lookUp = PlaceLookup(texts, places: places)
        events = Self.read(dossier.events, lookUp)
        numbersOf = Dictionary(grouping: events.indices) { [events] in events[$0].event.subject }
        let denials = Denials(Set(lives.links(dossier.links)).sorted(by: Link.precedes), names)
        linksOf = names.links(denials.inForce.filter { !$0.isCandidate })
        candidatesOf = names.links(denials.inForce.filter(\.isCandidate))
        hasInferred = denials.inForce.contains { $0.basis == .inferred }
        deniedOf = Dictionary(grouping: denials.denied) { [names] in names.name(of: $0.link.child) }
        factsOf = Self.latest(dossier.facts)
        var trains: [Subject: TrainJourney] = [:]
        for link in linksOf.values.joined() where link.parent.kind == .train && trains[link.parent] == nil {
            let numbers = names.spellings(of: link.parent).flatMap { [numbersOf] in numbersOf[$0] ?? [] }.sorted()
            trains[link.parent] = TrainJourney(link.parent, numbers: numbers, of: events)
        }
        self.trains = trains
    }

    /// The events told of a subject under any of its names, in order.
    func numbers(of subject: Subject) -> [Int] {
        let spellings = names.spellings(of: names.name(of: subject))
        guard spellings.count > 1 else { return numbersOf[subject] ?? [] }
        return spellings.flatMap { numbersOf[$0] ?? [] }.sorted()
    }

    /// The claims about what carried a subject, told of any of its names.
    func links(of child: Subject) -> [Link] { linksOf[names.name(of: child)] ?? [] }

    /// What may have carried a subject, where nothing sure enough is known.
    func candidates(of child: Subject) -> [Link] { candidatesOf[names.name(of: child)] ?? [] }

    /// What a person says is not so.
    func denied(of child: Subject) -> [Denials.Denied] { deniedOf[names.name(of: child)] ?? [] }

    /// The containers that are said to travel under a bill, or under a note that it continues.
    func containers(under bill: Subject) -> Set<Subject> {
        let children = linksOf.values.lazy.joined()
            .filter { $0.child.kind == .container && $0.parent.kind == .consignment && isPart($0.parent, of: bill) }
        return Set(children.map { names.name(of: $0.child) })
    }

    /// Whether a consignment is the bill, or goes on in it: a house bill under a master, a note that was reconsigned.
    func isPart(_ consignment: Subject, of bill: Subject) -> Bool {
        var seen: Set<Subject> = [consignment]
        var waiting = [consignment]
        while let next = waiting.popLast() {
            if next == bill { return true }
            guard next.kind == .consignment else { continue }
            for link in links(of: next) where link.parent.kind == .consignment && seen.insert(link.parent).inserted {
                waiting.append(link.parent)
            }
        }
        return false
    }

    /// The events that happened to a subject, in order.
    func actual(of subject: Subject) -> [ReadEvent] {
        numbers(of: subject).lazy.map { events[$0] }.filter(\.isActual)
    }

    /// The events told of the asked subject's own numbers, each with what that number is for.
    var ownNumbers: [(number: Int, membership: Membership)] {
        identity.ordered.flatMap { member in
            identity.members[member].map { membership in
                (numbersOf[member] ?? []).map { ($0, membership) }
            } ?? []
        }
    }

    /// The events that happened to the asked subject under any of its numbers except the last mile's and a return's.
    var ownScans: [ReadEvent] {
        ownNumbers.lazy.filter { number, membership in
            !membership.isLaterLeg && membership.speaksForSubject && membership.contains(events[number])
        }
        .map { events[$0.number] }.filter(\.isActual).sorted(by: ReadEvent.precedes)
    }

    /// What was told of a subject under a name, by the principal of its numbers first.
    func fact(_ name: TimelineFact, of subject: Subject) -> Fact? {
        names.spellings(of: names.name(of: subject)).lazy.compactMap { self.factsOf[$0]?[name.rawValue] }.first
    }

    /// The place where a journey in a container is to be unloaded: the first `unload`, else the first `destination`,
    /// told of the asked subject, of the child, or of the container.
    func unloading(child: Subject, container: Subject) -> PlaceFacts? {
        let told = identity.speaking + [child, container]
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

    /// The country the asked subject goes to, where told, by its code or its name; ISO 3166 alpha-2.
    var country: String? {
        identity.speaking.lazy.compactMap { self.fact(.country, of: $0)?.value }.first.flatMap { told in
            let capital = told.uppercased()
            return CountryCodes.contains(capital) ? capital : CountryNames.code(of: told)
        }
    }

    /// When a container was said to have another seal than was told before, or a first one by somebody who had told of
    /// the container without one. A paper that merely comes late tells no new seal.
    func newSeals(of container: Subject) -> [Instant] {
        guard fact(.seal, of: container) != nil else { return [] }
        let spellings = Set(names.spellings(of: container))
        let seals = dossier.facts.filter { $0.name == TimelineFact.seal.rawValue && spellings.contains($0.subject) }
        return seals.filter { seal in
            seals.contains { $0.value != seal.value && $0.recordedAt < seal.recordedAt }
                || numbers(of: container).contains { number in
                    let event = events[number].event
                    return event.source == seal.source && event.recordedAt < seal.recordedAt
                }
        }
        .map(\.recordedAt)
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
