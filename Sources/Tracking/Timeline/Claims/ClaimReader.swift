/// Reads the links of a dossier as claims: effective basis, confirmation, and the stretch of time each holds for.
struct ClaimReader {
    let knowledge: Knowledge
    /// Where a consignment is looked at as far as one of its containers is concerned: that one.
    var container: Subject?

    /// The claims about one child's carriers, with those that compete settled.
    func claims(of child: Subject) -> [Claim] {
        let links = knowledge.links(of: child)
        // What is denied, or only possible, stays visible, and competes with nothing.
        let aside =
            knowledge.denied(of: child).map { denied in
                Claim(
                    link: denied.link, basis: effectiveBasis(denied.link), isConfirmed: true, spans: [],
                    outrankedBy: denied.link.isDenial ? nil : denied.by, isDenied: true)
            } + knowledge.candidates(of: child).map { Claim(link: $0, basis: .inferred, isConfirmed: true, spans: []) }
        guard !links.isEmpty else { return aside }
        let trains = Boarding(child: child, container: container, links: links, knowledge: knowledge)
        let claims = links.map { link in
            let basis = effectiveBasis(link)
            return Claim(
                link: link, basis: basis,
                isConfirmed: basis != .planned || trains.isBorneOut(link.parent),
                spans: spans(of: link, trains: trains, siblings: links), about: about(link))
        }
        let followed = Succession.settled(claims, trains: knowledge.trains)
        return Competition.settled(followed, trains: knowledge.trains, boarding: trains) + aside
    }

    /// A paper about a train plans when it came before the departure; every other paper declares.
    private func effectiveBasis(_ link: Link) -> LinkBasis {
        if let basis = link.basis { return basis }
        guard link.parent.kind == .train else { return .declared }
        guard let departure = knowledge.trains[link.parent]?.departure else { return .planned }
        return link.recordedAt < departure ? .planned : .declared
    }

    /// The claims that a container travels under a consignment, read the other way round: that what the consignment
    /// covers is in the container.
    func claims(that consignment: Subject, in container: Subject) -> [Claim] {
        knowledge.links(of: container).filter { knowledge.isPart($0.parent, of: consignment) }.map { link in
            var turned = link
            (turned.child, turned.parent) = (consignment, container)
            let place = knowledge.unloading(child: consignment, container: container)
            let span = history(of: container).inside(
                turned, trains: trains(of: consignment), unloading: place, country: knowledge.country)
            return Claim(
                link: turned, basis: effectiveBasis(link), isConfirmed: true, spans: span.isEmpty ? [] : [span])
        }
    }

    private func spans(of link: Link, trains: Boarding, siblings: [Link]) -> [Span] {
        let spans: [Span] =
            switch link.parent.kind {
            case .container:
                [
                    history(of: link.parent).inside(
                        link, trains: self.trains(of: link.child), unloading: unloading(link),
                        country: knowledge.country)
                ]
            case .train: trains.spans(in: link.parent)
            case .wagon: [section(of: link, siblings)]
            case .bag: [bagSpan(link)]
            case .vehicle: [around(link, before: 7, after: 14)]
            case .consignment, .parcel: [around(link, before: 90, after: 120)]
            case .declaration: [.always]
            }
        return spans.map { bounded($0, by: link, siblings) }.filter { !$0.isEmpty }
    }

    /// The trains that a child or its bills are listed on.
    private func trains(of child: Subject) -> Set<Subject> {
        let parents = knowledge.links(of: child).map(\.parent)
        let bills = parents.filter { $0.kind == .consignment }.flatMap { knowledge.links(of: $0) }.map(\.parent)
        return Set((parents + bills).filter { $0.kind == .train })
    }

    private func about(_ link: Link) -> Instant {
        switch link.parent.kind {
        case .container: history(of: link.parent).anchor(of: link, trains: trains(of: link.child)).at
        case .wagon: wagonAnchor(link)
        case .train: knowledge.trains[link.parent]?.earliestDeparture ?? link.recordedAt
        default: link.from?.instant ?? link.recordedAt
        }
    }

    /// Never before the claim says, never after it, nor after another claim of the same weight says that it ended.
    private func bounded(_ span: Span, by link: Link, _ siblings: [Link]) -> Span {
        var span = span
        if let from = link.from { span.from = max(span.from, from.instant) }
        if let until = link.until {
            span.to = min(span.to, until.latest)
            span.from = link.from == nil ? max(span.from, begin(of: link, endingAt: until, siblings)) : span.from
        }
        span.to = min(span.to, emptied(link))
        guard link.until == nil else { return span }
        for other in siblings where other.parent == link.parent && other.until != nil {
            let isAfter = link.from.map { from in other.until.map { from.instant <= $0.latest } ?? false } ?? true
            if isAfter, let until = other.until, effectiveBasis(other).rank >= effectiveBasis(link).rank {
                span.to = min(span.to, until.latest)
            }
        }
        return span
    }

    /// Where a claim tells only how a stay ended: the last time that a claim of the same weight says it began, or that an
    /// earlier stay was over.
    private func begin(of link: Link, endingAt until: EventTime, _ siblings: [Link]) -> Instant {
        let told = siblings.lazy.filter {
            $0.parent == link.parent && effectiveBasis($0).rank >= effectiveBasis(link).rank
        }
        let begins = told.compactMap { $0.from?.instant }.filter { $0 <= until.latest }
        let ends = told.compactMap { $0.until?.latest }.filter { $0 < until.instant }.map(\.after)
        return max(begins.max() ?? .init(milliseconds: .min), ends.max() ?? .init(milliseconds: .min))
    }

    /// A wagon or truck from which everything was taken carries nothing more; containers and bags have rules of their own.
    private func emptied(_ link: Link) -> Instant {
        guard [.wagon, .vehicle, .parcel].contains(link.parent.kind), let from = link.from else {
            return Instant(milliseconds: .max)
        }
        return knowledge.actual(of: link.parent).first { $0.milestone == .stripped && $0.at > from.instant }?.latest
            ?? Instant(milliseconds: .max)
    }

    private func unloading(_ link: Link) -> PlaceFacts? {
        knowledge.unloading(child: link.child, container: link.parent)
    }

    /// Bag numbers are used for one dispatch; a strip of the bag puts its parcels out.
    private func bagSpan(_ link: Link) -> Span {
        var span = around(link, before: 90, after: 120)
        let opened = knowledge.actual(of: link.parent).first { $0.milestone == .stripped && $0.at > span.from }
        if let opened { span.to = min(span.to, opened.latest) }
        return span
    }

    private func around(_ link: Link, before: Int64, after: Int64) -> Span {
        let said = link.about
        return Span(from: said.plus(days: -before), to: (link.until?.latest ?? said).plus(days: after))
    }
}

extension ClaimReader {
    /// A container's own events, and the trains that it or its consignment is listed on.
    func history(of container: Subject) -> ContainerHistory {
        let bills = knowledge.links(of: container).lazy.map(\.parent).filter { $0.kind == .consignment }
        let listed = [container] + Set(bills).sorted { $0.precedes($1) }
        return ContainerHistory(
            events: knowledge.actual(of: container),
            departures: listed.flatMap { departures(of: $0, container) } + departures(ofWagonsUnder: container),
            newSeals: knowledge.newSeals(of: container))
    }

    private func departures(of child: Subject, _ container: Subject) -> [ContainerHistory.Departure] {
        let links = knowledge.links(of: child)
        let trains = Boarding(child: child, container: container, links: links, knowledge: knowledge)
        let left = trains.rolledFrom.union(trains.leftOnTheWay.keys)
        return links.compactMap { link in
            guard link.parent.kind == .train, let run = knowledge.trains[link.parent], let at = run.departure
            else { return nil }
            let confirmed = effectiveBasis(link) != .planned || trains.isBorneOut(link.parent)
            return .init(
                run: run, at: at, message: link.message,
                confirmed: confirmed && !left.contains(link.parent))
        }
    }

    private func section(of link: Link, _ siblings: [Link]) -> Span {
        let others = siblings.filter { $0.parent.kind == .wagon && $0.parent != link.parent }
        return GaugeSections(of: knowledge.actual(of: link.child)).section(
            of: link.parent, around: wagonAnchor(link), others: others.map { ($0.parent, wagonAnchor($0)) })
    }

    /// The trains of the wagons that a container stood on, each on its section of the way.
    private func departures(ofWagonsUnder container: Subject) -> [ContainerHistory.Departure] {
        let links = knowledge.links(of: container)
        return links.filter { $0.parent.kind == .wagon }.flatMap { link in
            let section = section(of: link, links)
            return departures(of: link.parent, container).filter { section.contains($0.at) }
        }
    }

    /// The departure that the same message names, else when the claim begins or was received.
    private func wagonAnchor(_ link: Link) -> Instant {
        if let from = link.from { return from.instant }
        let named = (knowledge.links(of: link.child) + knowledge.links(of: link.parent)).lazy
            .filter { $0.message == link.message && $0.parent.kind == .train }
            .compactMap { knowledge.trains[$0.parent]?.departure }.min()
        return named ?? link.recordedAt
    }
}
