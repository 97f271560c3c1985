/// Whether the subject's own scans fit where its carriers were.
struct ScanCheck {
    /// A scan that the carriers' position cannot explain, with the carrier's event that contradicts it.
    struct Contradiction {
        let scan: ReadEvent
        let carrier: ReadEvent
    }

    /// What carried the subject, in order of time, with a known country.
    private let carriers: [ReadEvent]

    /// Faster than any train or truck runs through, in kilometres per hour.
    private static let fastest: Int64 = 80
    /// Kilometres by which the figures of two places may be off.
    private static let slack = 300

    init(carriers: [ReadEvent]) {
        self.carriers = carriers.filter { event in
            guard event.isActual, event.country != nil else { return false }
            switch event.event.subject.kind {
            case .container, .wagon, .train, .vehicle: return true
            default: return false
            }
        }
    }

    /// The first scan that cannot be where the carriers were.
    func firstContradiction(in scans: [ReadEvent]) -> Contradiction? {
        for scan in scans where scan.isActual && scan.milestone.isPhysical {
            if let carrier = contradicting(scan) { return Contradiction(scan: scan, carrier: carrier) }
        }
        return nil
    }

    private func contradicting(_ scan: ReadEvent) -> ReadEvent? {
        guard let country = scan.country else { return nil }
        let before = carriers.last { $0.at <= scan.latest }
        let after = carriers.first { $0.at > scan.latest }
        if before?.country == country || after?.country == country { return nil }
        // Out of the box at the end of its way, a parcel goes where it likes.
        if let before, before.milestone == .gatedOut || before.milestone == .stripped { return nil }
        if let before, let after, before.country == after.country { return before }
        if let before, !Self.canReach(before, scan) { return before }
        if let after, !Self.canReach(scan, after) { return after }
        return nil
    }

    private static func canReach(_ first: ReadEvent, _ second: ReadEvent) -> Bool {
        guard let here = first.place?.kilometres, let there = second.place?.kilometres else { return true }
        let hours = max(0, second.latest.milliseconds - first.at.milliseconds) / 3_600_000
        return Int64(abs(there - here)) <= hours * fastest + Int64(slack)
    }
}
