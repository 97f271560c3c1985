import Tracking

/// Counts the weights of evidence from parcels whose containers are known by now.
///
/// All m are shares among true pairs; u needs no counting (see `TimeLevels` and the term frequencies). `temper` is not
/// counted but tried, by the log-loss of held-out answers.
public struct LinkingLearner: Sendable {
    public var labelled: [LabelledParcel]
    public var containers: [CandidateContainer]

    public init(_ labelled: [LabelledParcel], among containers: [CandidateContainer]) {
        self.labelled = labelled
        self.containers = containers
    }

    /// The parameters with every counted share replaced; judged ones stay.
    public func learned(from start: LinkingParameters) -> LinkingParameters {
        var result = start
        let pairs = pairs()
        result.sortedToSealed = levels(start.sortedToSealed, pairs.compactMap(sealingGap))
        result.sortedToDeparture = levels(start.sortedToDeparture, pairs.compactMap(departureGap))
        result.departureScan = levels(start.departureScan, pairs.compactMap(departureScan))
        result.borderScan = levels(start.borderScan, pairs.compactMap(borderScan))
        result.bagToSealed = levels(start.bagToSealed, bagGaps(pairs))
        let hubs = pairs.compactMap { pair in pair.parcel.hub.flatMap { hub in pair.box.hub.map { hub == $0 } } }
        if !hubs.isEmpty { result.sameHub = share(hubs) }
        countLists(pairs, &result)
        return result
    }

    // MARK: -

    private struct Pair {
        var parcel: OpenParcel
        var box: CandidateContainer
    }

    private func pairs() -> [Pair] {
        let boxes = Dictionary(containers.map { ($0.subject, $0) }) { first, _ in first }
        return labelled.compactMap { labelled in
            boxes[labelled.container].map { Pair(parcel: labelled.parcel, box: $0) }
        }
    }

    /// Shares with one observation added to each level, so that what was never seen is not impossible.
    private func levels(_ start: TimeLevels, _ gaps: [Double]) -> TimeLevels {
        guard gaps.count >= 100 else { return start }
        var counts = [Double](repeating: 1, count: start.shares.count)
        for gap in gaps {
            if let above = start.edges.firstIndex(where: { gap < Double($0) }), above > 0 { counts[above - 1] += 1 }
        }
        return TimeLevels(
            edges: start.edges, shares: counts.map { $0 / Double(gaps.count + start.shares.count) })
    }

    private func moment(_ parcel: OpenParcel, _ milestones: Set<Milestone>) -> Sighting? {
        parcel.sightings.first { milestones.contains($0.milestone) && $0.time.precision != .day }
    }

    private func hours(_ from: EventTime?, _ to: EventTime?) -> Double? {
        guard let from, let to, from.precision != .day, to.precision != .day else { return nil }
        return Double(to.instant.milliseconds - from.instant.milliseconds) / 3_600_000
    }

    private func sealingGap(_ pair: Pair) -> Double? {
        hours(moment(pair.parcel, [.sorted, .packed])?.time, pair.box.sealed)
    }

    private func departureGap(_ pair: Pair) -> Double? {
        hours(moment(pair.parcel, [.sorted, .packed])?.time, pair.box.departure)
    }

    private func departureScan(_ pair: Pair) -> Double? {
        hours(pair.box.departure, moment(pair.parcel, [.dispatched, .departed])?.time)
    }

    private func borderScan(_ pair: Pair) -> Double? {
        guard let scan = moment(pair.parcel, [.borderArrived, .borderDeparted, .gaugeChanged]),
            let event = pair.box.crossings.first(where: {
                $0.milestone == scan.milestone && (scan.place == nil || $0.place == scan.place)
            })
        else { return nil }
        return hours(event.time, scan.time)
    }

    /// From the median sorting of each bag to the sealing.
    private func bagGaps(_ pairs: [Pair]) -> [Double] {
        bags(pairs).compactMap { bag in
            let gaps = bag.compactMap(sealingGap).sorted()
            return gaps.count > 2 ? gaps[gaps.count / 2] : nil
        }
    }

    private func bags(_ pairs: [Pair]) -> [[Pair]] {
        let named = pairs.filter { $0.parcel.bag != nil }
        let grouped = Dictionary(grouping: named) { "\($0.parcel.bag ?? "")\u{0}\($0.box.subject)" }
        return grouped.sorted { $0.key < $1.key }.map(\.value)
    }

    private func countLists(_ pairs: [Pair], _ result: inout LinkingParameters) {
        let known = containers.reduce(into: Set<String>()) { $0.formUnion($1.customsLists) }
        var single: [Bool] = [], repeated: [Bool] = []
        for bag in bags(pairs) {
            let stated = Dictionary(grouping: bag.compactMap(\.parcel.customsList).filter(known.contains)) { $0 }
            for (list, bearers) in stated {
                let isElsewhere = !bag[0].box.customsLists.contains(list)
                if bearers.count == 1 { single.append(isElsewhere) } else { repeated.append(isElsewhere) }
            }
        }
        if single.count >= 100 { result.listElsewhere = share(single) }
        if repeated.count >= 100 { result.repeatedListElsewhere = share(repeated) }
        let told = pairs.filter { !$0.box.customsLists.isEmpty }.compactMap(\.parcel.customsList)
        if told.count >= 100 { result.listUnknown = share(told.map { !known.contains($0) }) }
    }

    private func share(_ hits: [Bool]) -> Double {
        min(0.999, max(0.001, Double(hits.count { $0 }) / Double(hits.count)))
    }
}
