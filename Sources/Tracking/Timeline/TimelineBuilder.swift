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
        var inherited = found.paths.keys.sorted()
        let blocking = blocking(inherited, found)
        let listedOn = blocking.flatMap { withhold($0, from: &inherited, found) }
        cutUnexplained(&inherited)
        let opening = lastMileOpening(inherited)
        if let cut = ownEnd(opening) { inherited.removeAll { knowledge.events[$0].at > cut } }
        let lines = ownLines(opening) + carriersLines(inherited, found, blocking)
        let expected = found.expected.sorted { ($0.value, $1.key.code) > ($1.value, $0.key.code) }.map(\.key)
        let delivered = carrierDelivered(inherited, found)
        return assemble(
            lines, links: ascent.links, expected: expected, delivered: delivered,
            listedOn: listedOn)
    }

    /// Boxes and wagons have no end of their own that would cut them off from their trains.
    private var hasAnEnd: Bool { StatusRule(for: knowledge.dossier.subject.kind).holdsEnds }
}

extension TimelineBuilder {
    /// The word of customs that keeps the subject back.
    private func blocking(_ inherited: [Int], _ found: Ascent.Found) -> ReadEvent? {
        guard hasAnEnd else { return nil }
        let papers = inherited.filter { found.paths[$0]?.isOwnPaper ?? false }.map { knowledge.events[$0] }
        return PaperState(own: knowledge.ownScans, papers: papers).blocking
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
        let subject = knowledge.dossier.subject
        conflicts.insert(
            Conflict(
                .heldThoughListed, [subject, departure.event.subject],
                messages: [blocking.event.message, departure.event.message],
                reason:
                    "\(subject) is \(blocking.milestone.rawValue), though listed on \(departure.event.subject), which left"
            ))
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
                reason: "\(scan.event.subject) was scanned at \(here) while \(carrier.event.subject) was at \(there)"))
    }

    /// When the subject's own news shows that it is in no container any more.
    private func ownEnd(_ opening: Instant?) -> Instant? {
        guard hasAnEnd else { return nil }
        return ownNumbers.lazy.filter { number, membership in
            let event = knowledge.events[number]
            guard event.isActual, counts(event, membership, opening) else { return false }
            return event.milestone.endsCarriage || event.milestone == .stripped
                || (event.milestone.beginsLastMile && event.country.map { $0 != "CN" } ?? (membership.isLaterLeg))
        }
        .map { knowledge.events[$0.0].latest }.min()
    }

    private var ownNumbers: [(Int, Identity.Membership)] {
        knowledge.identity.ordered.flatMap { member in
            knowledge.identity.members[member].map { membership in
                knowledge.numbers(of: member).map { ($0, membership) }
            } ?? []
        }
    }

    private func counts(_ event: ReadEvent, _ membership: Identity.Membership, _ opening: Instant?) -> Bool {
        if let from = membership.from, event.latest < from { return false }
        guard membership.role == .lastMile else { return true }
        return opening.map { event.latest >= $0 } ?? false
    }
}

extension TimelineBuilder {
    private mutating func lastMileOpening(_ inherited: [Int]) -> Instant? {
        guard knowledge.identity.hasLastMile else { return nil }
        let lastMile = ownNumbers.filter { $0.1.role == .lastMile }.map { knowledge.events[$0.0] }
        let carriers = inherited.map { knowledge.events[$0] }
        let container = carriers.first { $0.event.subject.kind == .container }?.event.subject
        let subject = knowledge.dossier.subject
        let opening = LastMileOpening(
            inherited: carriers, own: knowledge.ownScans, lastMile: lastMile,
            unloading: knowledge.unloading(child: subject, container: container ?? subject),
            country: knowledge.country)
        noteEarly(lastMile, carriers, opening.instant)
        return opening.instant
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

    private func ownLines(_ opening: Instant?) -> [Line] {
        ownNumbers.map { number, membership in
            let event = knowledge.events[number]
            let counts = counts(event, membership, opening)
            // What goes back to its sender is not delivered, whoever signs for it.
            let isReturnsOwn =
                membership.role == .return
                && (event.milestone.beginsLastMile
                    || [.outForDelivery, .deliveryFailed, .readyForPickup, .delivered].contains(event.milestone))
            return Line(
                number: number, read: event, path: nil,
                decides: counts && event.milestone != .unmapped && !isReturnsOwn, shown: counts,
                isLaterLeg: membership.isLaterLeg || membership.role == .lineHaul)
        }
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
    private func assemble(
        _ lines: [Line], links: [TimelineLink], expected: [Subject], delivered: TimelineEntry?,
        listedOn: Subject?
    ) -> Timeline {
        let ordered = TimelineOrder.sorted(Happening.group(lines.sorted { $0.number < $1.number }))
        let entries = ordered.map { TimelineEntry($0.line, of: $0.happening) }
        let rule = StatusRule(for: knowledge.dossier.subject.kind)
        let shown = ordered.map(\.line)
        let own = rule.deciding(shown) { !$0.isInherited }.map { entries[$0] }
        let status = rule.deciding(shown).map { index in
            TimelineStatus(
                entry: entries[index], own: own, expected: expected.first, listedOn: listedOn,
                carrierDelivered: shown[index].isInherited ? delivered : nil)
        }
        let dossier = knowledge.dossier
        return Timeline(
            subject: dossier.subject, status: status, entries: entries,
            links: links.sorted { Link.precedes($0.link, $1.link) }, expected: expected, carrierDelivered: delivered,
            conflicts: conflicts.sorted(by: Conflict.precedes),
            aliases: Set(dossier.aliases).sorted(by: Alias.precedes),
            facts: Set(dossier.facts).sorted(by: Fact.precedes))
    }
}

extension TimelineEntry {
    init(_ line: Line, of happening: Happening) {
        let event = line.read.event
        self.init(
            milestone: line.read.milestone, rawCode: event.rawCode, classifier: event.classifier, time: event.time,
            place: event.place, country: line.read.country, side: line.read.side, subject: event.subject,
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
