/// Puts a timeline together: what is the subject's own, what reaches it from its carriers, what of that is believed,
/// and what it comes to.
struct TimelineBuilder {
    private let knowledge: Knowledge
    private var conflicts: Set<Conflict> = []

    init(_ dossier: Dossier, places: (PlaceReference) -> Place?) {
        knowledge = Knowledge(dossier, places: places)
    }

    consuming func timeline() -> Timeline {
        var ascent = Ascent(knowledge)
        let found = ascent.climb()
        conflicts = ascent.conflicts
        noteDoubtful()
        var inherited = found.paths.keys.sorted()
        let blocking = blocking(inherited, found)
        let listedOn = blocking.flatMap { withhold($0, from: &inherited, found) }
        cutUnexplained(&inherited)
        let opening = lastMileOpening(inherited, ascent.links)
        let own = OwnNews(knowledge, opening: opening, rule: StatusRule(for: subject.kind))
        if hasAnEnd, let cut = own.endOfCarriage { inherited.removeAll { knowledge.events[$0].at > cut } }
        let lines = own.lines + carriersLines(inherited, found, blocking)
        let expected = found.expected.sorted { ($0.value, $1.key.code) > ($1.value, $0.key.code) }.map(\.key)
        let delivered = carrierDelivered(inherited, found)
        var timeline = assemble(lines, links: ascent.links, expected: expected)
        timeline.carrierDelivered = delivered
        timeline.lastMileOpensAt = opening
        timeline.status?.listedOn = listedOn
        if let status = timeline.status, status.inherited { timeline.status?.carrierDelivered = delivered }
        timeline.pieces = own.pieces
        timeline.split = ascent.split
        timeline.earlierLife = knowledge.earlierLife
        timeline.candidates = ascent.candidates
        timeline.beliefs = ascent.beliefs
        timeline.sharedAs = knowledge.identity.sharedAs
        return timeline
    }

    private var subject: Subject { knowledge.identity.principal }

    /// Boxes and wagons have no end of their own that would cut them off from their trains.
    private var hasAnEnd: Bool { StatusRule(for: subject.kind).holdsEnds }
}

extension TimelineBuilder {
    /// The word of customs that keeps the subject back.
    private func blocking(_ inherited: [Int], _ found: Ascent.Found) -> ReadEvent? {
        guard hasAnEnd else { return nil }
        let papers = inherited.filter { found.paths[$0]?.isOwnPaper ?? false }.map { knowledge.events[$0] }
        return PaperState(own: knowledge.ownScans, papers: papers, names: knowledge.names).blocking
    }

    /// Keeps from a subject that customs holds back what would say that it left.
    ///
    /// - Returns: what it is listed on all the same.
    private mutating func withhold(_ blocking: ReadEvent, from inherited: inout [Int], _ found: Ascent.Found)
        -> Subject?
    {
        let left = inherited.first { number in
            let event = knowledge.events[number]
            return event.isActual && event.milestone.showsMovement && event.event.subject.kind != .declaration
        }
        guard let left else { return nil }
        let departure = knowledge.events[left]
        inherited.removeAll { number in
            let event = knowledge.events[number]
            guard found.paths[number]?.isOwnPaper == false else { return false }
            return event.at >= departure.at || (event.milestone.tellsOfLeaving && event.latest >= departure.at)
        }
        conflicts.insert(
            Conflict(
                .heldThoughListed, [subject, departure.event.subject],
                messages: [blocking.event.message, departure.event.message],
                reason:
                    "\(subject) is \(blocking.milestone.rawValue), though listed on \(departure.event.subject), which left",
                sides: [Conflict.Side(blocking), Conflict.Side(departure)]))
        return departure.event.subject
    }

    /// A scan that the carriers cannot explain takes the subject out of them.
    private mutating func cutUnexplained(_ inherited: inout [Int]) {
        let carriers = ScanCheck(carriers: inherited.map { knowledge.events[$0] })
        guard hasAnEnd, let contradiction = carriers.firstContradiction(in: knowledge.ownScans) else { return }
        note(contradiction, as: .unexplainedScan)
        inherited.removeAll { knowledge.events[$0].at >= contradiction.scan.at }
    }

    private mutating func note(_ contradiction: ScanCheck.Contradiction, as kind: Conflict.Kind) {
        let (scan, carrier) = (contradiction.scan, contradiction.carrier)
        let here = scan.event.place?.text ?? scan.country ?? "?"
        let there = carrier.event.place?.text ?? carrier.country ?? "?"
        conflicts.insert(
            Conflict(
                kind, [scan.event.subject, carrier.event.subject],
                messages: [scan.event.message, carrier.event.message],
                reason: "\(scan.event.subject) was scanned at \(here) while \(carrier.event.subject) was at \(there)",
                sides: [Conflict.Side(scan), Conflict.Side(carrier)]))
    }

    /// A line-haul number is of one thing; where several claim it, nobody knows whose it is.
    private mutating func noteDoubtful() {
        for doubt in knowledge.identity.doubtful {
            let names = doubt.owners.map(\.description).joined(separator: " and ")
            conflicts.insert(
                Conflict(
                    .doubtfulNumber, [doubt.number] + doubt.owners, messages: doubt.messages,
                    reason: "\(doubt.number) is said to be a number of \(names) at once",
                    sides: doubt.claims.map(Conflict.Side.init)))
        }
    }
}

extension TimelineBuilder {
    private mutating func lastMileOpening(_ inherited: [Int], _ links: [TimelineLink]) -> Instant? {
        guard knowledge.identity.hasLaterLeg else { return nil }
        let lastMile = knowledge.ownNumbers.filter { number, membership in
            membership.role == .lastMile && membership.contains(knowledge.events[number])
        }
        .map { knowledge.events[$0.number] }
        let carriers = inherited.map { knowledge.events[$0] }
        let container = carriers.first { $0.event.subject.kind == .container }?.event.subject
        let opening = LastMileOpening(
            LastMileOpening.Way(
                inherited: carriers, own: knowledge.ownScans, lastMile: lastMile,
                unloading: knowledge.unloading(child: subject, container: container ?? subject),
                country: knowledge.country, begins: begins(links)))
        noteEarly(lastMile, carriers, opening.instant)
        return opening.instant
    }

    /// The earliest departure that the papers speak of, else the earliest paper; nil where nothing carries the subject.
    private func begins(_ links: [TimelineLink]) -> LastMileOpening.Begin? {
        let reader = ClaimReader(knowledge: knowledge)
        var departures: [Instant] = []
        var papers: [Instant] = []
        for link in links where link.holds && link.outrankedBy == nil {
            let said = link.link.from?.instant ?? link.link.recordedAt
            switch link.link.parent.kind {
            case .container:
                let anchor = reader.history(of: link.link.parent).anchor(of: link.link)
                if anchor.departure != nil { departures.append(anchor.at) } else { papers.append(said) }
            case .train where link.link.child.kind != .container && link.link.child.kind != .wagon:
                if let left = knowledge.trains[link.link.parent]?.earliestDeparture { departures.append(left) }
            case .wagon, .vehicle: papers.append(said)
            default: break
            }
        }
        if let departure = departures.min() { return .departure(departure) }
        return papers.min().map { .paper($0) }
    }

    /// A last-mile carrier that handled the parcel while its box was elsewhere holds another parcel, or the list is
    /// wrong.
    private mutating func noteEarly(_ lastMile: [ReadEvent], _ carriers: [ReadEvent], _ opening: Instant?) {
        guard let departed = carriers.first(where: { $0.isActual && $0.milestone.showsMovement }) else { return }
        let start = opening ?? Instant(milliseconds: .max)
        let early = lastMile.sorted(by: ReadEvent.precedes).first { event in
            event.isActual && event.milestone.isPhysical && event.at >= departed.at && event.latest < start
        }
        guard let scan = early,
            let carrier = carriers.last(where: { $0.isActual && $0.at <= scan.at && $0.country != nil })
        else { return }
        note(ScanCheck.Contradiction(scan: scan, carrier: carrier), as: .earlyLastMile)
    }

    private func carriersLines(_ inherited: [Int], _ found: Ascent.Found, _ blocking: ReadEvent?) -> [Line] {
        let withdrawals = withdrawals(inherited, found)
        return inherited.compactMap { number in
            guard let path = found.paths[number] else { return nil }
            let event = knowledge.events[number]
            let inheritance = event.milestone.inheritance
            guard inheritance != .never else { return nil }
            // A paper the subject itself stands on speaks of the subject, not of what carries it.
            // What was said of a list before it was withdrawn does not hold any more.
            let isWithdrawn = withdrawals[event.event.subject].map { event.at <= $0 } ?? false
            let isOwnPapers = path.isOwnPaper && event.milestone.isCustomsPaper && !isWithdrawn
            // Nor does what customs holds go on with the box that it is listed in.
            let isHeldBack = blocking.map { event.latest >= $0.at } ?? false
            return Line(
                number: number, read: event, path: path,
                decides: isOwnPapers || (inheritance == .deciding && !isHeldBack), shown: true,
                isLaterLeg: false)
        }
    }

    /// When each of the papers that the subject stands on was last withdrawn.
    private func withdrawals(_ inherited: [Int], _ found: Ascent.Found) -> [Subject: Instant] {
        let cancelled = inherited.filter { found.paths[$0]?.isOwnPaper ?? false }.map { knowledge.events[$0] }
            .filter { $0.isActual && $0.milestone == .cancelled }
        return Dictionary(cancelled.map { ($0.event.subject, $0.at) }, uniquingKeysWith: max)
    }

    private func carrierDelivered(_ inherited: [Int], _ found: Ascent.Found) -> TimelineEntry? {
        let number = inherited.last { number in
            let event = knowledge.events[number]
            return event.isActual && event.milestone == .delivered && event.event.subject.kind != .declaration
        }
        guard let number, let path = found.paths[number] else { return nil }
        let line = Line(
            number: number, read: knowledge.events[number], path: path, decides: false, shown: true,
            isLaterLeg: false)
        return TimelineEntry(line, of: Happening(line))
    }
}

extension TimelineBuilder {
    private func assemble(_ lines: [Line], links: [TimelineLink], expected: [Subject]) -> Timeline {
        let ordered = TimelineOrder.sorted(Happening.group(lines.sorted { $0.number < $1.number }))
        let entries = ordered.map { TimelineEntry($0.line, of: $0.happening) }
        let rule = StatusRule(for: subject.kind)
        let shown = ordered.map(\.line)
        let own = rule.deciding(shown) { !$0.isInherited }.map { entries[$0] }
        let status = rule.deciding(shown).map { index in
            TimelineStatus(
                entry: entries[index], milestone: shown[index].standing, own: own, expected: expected.first)
        }
        let dossier = knowledge.dossier
        return Timeline(
            subject: subject, status: status, entries: entries,
            links: links.sorted { Link.precedes($0.link, $1.link) }, expected: expected,
            conflicts: conflicts.sorted(by: Conflict.precedes), numbers: knowledge.identity.numbers(dossier.aliases),
            standsFor: knowledge.identity.standsFor,
            aliases: Set(dossier.aliases.filter(isOwn)).sorted(by: Alias.precedes),
            facts: Set(dossier.facts).sorted(by: Fact.precedes))
    }

    private func isOwn(_ alias: Alias) -> Bool {
        knowledge.identity.contains(alias.subject) && knowledge.identity.contains(alias.alias)
    }
}

extension TimelineEntry {
    init(_ line: Line, of happening: Happening) {
        let event = line.read.event
        // Who tells best may tell no place; then it is where the others of the same happening say.
        let placed = event.place == nil ? happening.placed?.read ?? line.read : line.read
        self.init(
            milestone: line.read.milestone, rawCode: event.rawCode, classifier: event.classifier, time: event.time,
            place: placed.event.place, country: line.read.country ?? placed.country,
            side: line.read.side ?? placed.side, subject: event.subject,
            inherited: line.isInherited, decides: line.decides && line.read.isActual, shown: line.shown,
            load: event.load, text: event.text, sources: Set(happening.lines.map(\.read.event.source)).sorted(),
            messages: Set(happening.lines.map(\.read.event.message)).sorted(), reports: Self.keys(line, happening),
            recordedAt: event.recordedAt, basis: line.path?.basis, probability: line.path?.probability ?? 1)
    }

    private static func keys(_ line: Line, _ happening: Happening) -> [EventKey] {
        let others = happening.lines.filter { $0.number != line.number }.sorted { $0.number < $1.number }
        return ([line] + others).map(\.read.event.key)
    }
}

extension Fact {
    static func precedes(_ left: Fact, _ right: Fact) -> Bool {
        if left.message != right.message { return left.message < right.message }
        if left.subject != right.subject { return left.subject.precedes(right.subject) }
        let texts = (
            [left.name, left.value, left.unit ?? "", left.source],
            [right.name, right.value, right.unit ?? "", right.source]
        )
        if texts.0 != texts.1 { return texts.0.lexicographicallyPrecedes(texts.1) }
        return left.recordedAt < right.recordedAt
    }
}
