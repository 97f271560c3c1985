import Foundation
import Tracking

/// Bits of one parcel's scans and destination for one container.
struct ScanScorer: Sendable {
    let parameters: LinkingParameters
    private let sealing: TimeScore
    private let bagSealing: TimeScore
    private let waiting: TimeScore
    private let departure: TimeScore
    private let border: TimeScore

    init(_ parameters: LinkingParameters) {
        self.parameters = parameters
        let window = parameters.windowHours
        sealing = TimeScore(parameters.sortedToSealed, window: window)
        bagSealing = TimeScore(parameters.bagToSealed, window: window)
        waiting = TimeScore(parameters.sortedToDeparture, window: window)
        departure = TimeScore(parameters.departureScan, window: window)
        border = TimeScore(parameters.borderScan, window: window)
    }

    /// From the last scan at the origin, or the median of a bag's, to the sealing, else to the departure.
    func sealing(_ origin: Stretch?, _ row: ContainerRow, ofBag: Bool) -> Double {
        guard let origin else { return 0 }
        if let sealed = row.sealed { return sealing(origin, sealed: sealed, ofBag: ofBag) }
        return row.departure.map { bits($0, after: origin, waiting) } ?? 0
    }

    func sealing(_ origin: Stretch, sealed: Stretch, ofBag: Bool) -> Double {
        bits(sealed, after: origin, ofBag ? bagSealing : sealing)
    }

    func departure(_ scan: Stretch?, _ row: ContainerRow) -> Double {
        guard let scan, let left = row.departure else { return 0 }
        return bits(scan, after: left, departure)
    }

    /// Beside the container's event of the same milestone and place, or of the milestone where no place was told.
    func border(_ scan: Crossing?, _ events: [Crossing]) -> Double {
        guard let scan,
            let event = events.first(where: {
                $0.milestone == scan.milestone && (scan.place < 0 || $0.place < 0 || $0.place == scan.place)
            })
        else { return 0 }
        return bits(scan.at, after: event.at, border)
    }

    func destination(_ parcel: ParcelReading, _ row: ContainerRow, _ table: ContainerTable) -> Double {
        if parcel.hub >= 0, row.hub >= 0 {
            return agreement(parcel.hub, row.hub, parameters.sameHub, table.hubShare)
        }
        guard parcel.country >= 0, row.country >= 0 else { return 0 }
        return agreement(parcel.country, row.country, parameters.sameCountry, table.countryShare)
    }

    func service(_ parcel: ParcelReading, _ row: ContainerRow, _ table: ContainerTable) -> Double {
        guard parcel.service >= 0, row.service >= 0 else { return 0 }
        return agreement(parcel.service, row.service, parameters.sameService, table.serviceShare)
    }

    /// Whether the parcel cannot be in the container by its own scans, whatever else agrees.
    func isImpossible(_ origin: Stretch?, end: Stretch?, _ row: ContainerRow) -> Bool {
        isSealedBefore(origin, row) || isOffTheTrain(origin, end: end, row)
    }

    /// Whether it was still being sorted when the container had been closed.
    func isSealedBefore(_ origin: Stretch?, _ row: ContainerRow) -> Bool {
        guard let origin, let sealed = row.sealed else { return false }
        return origin.start > sealed.end + parameters.slackHours
    }

    /// Whether it was at the origin after the departure, or behind the rails before the arrival.
    func isOffTheTrain(_ origin: Stretch?, end: Stretch?, _ row: ContainerRow) -> Bool {
        let slack = parameters.slackHours
        if let origin, let left = row.departure, origin.start > left.end + slack { return true }
        guard let end else { return false }
        if let arrival = row.arrival, end.end < arrival.start - slack { return true }
        guard let left = row.departure else { return false }
        return end.end < left.start + parameters.leastTransitHours - slack
    }

    // MARK: -

    private func bits(_ later: Stretch, after earlier: Stretch, _ score: TimeScore) -> Double {
        score.bits(from: later.start - earlier.end, during: later.width + earlier.width)
    }

    /// Term frequency takes the place of an average chance: agreeing on a rare hub says more (§2.1).
    private func agreement(_ one: Int, _ other: Int, _ m: Double, _ shares: [Double]) -> Double {
        let chance = one < shares.count ? shares[one] : 0.002
        return one == other ? log2(m / chance) : log2((1 - m) / (1 - chance))
    }
}
