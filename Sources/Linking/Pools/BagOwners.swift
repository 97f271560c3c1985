import Tracking

/// Which bags are judged as a whole, so that a link of the bag speaks for all that is in it.
///
/// A bag whose parcels are of several consignors, or of several journeys, is judged in parts that may differ; and where
/// the scans of one parcel do not fit its bag, a link of the bag would carry that parcel along.
struct BagOwners: Sendable {
    private var parts: [Subject: Int] = [:]

    init(_ pools: [Pool], _ parcels: [OpenParcel]) {
        for pool in pools {
            for bag in Set(pool.members.compactMap { parcels[$0].bagSubject }) { parts[bag, default: 0] += 1 }
        }
    }

    /// The bag of most of the pool's parcels; nil where it is none, or is judged elsewhere too.
    func subject(of pool: Pool, _ parcels: [OpenParcel]) -> Subject? {
        guard !pool.isApart, pool.members.count > 1 else { return nil }
        var counts: [Subject: Int] = [:]
        for bag in pool.members.compactMap({ parcels[$0].bagSubject }) { counts[bag, default: 0] += 1 }
        let most = counts.max { ($0.value, $1.key.description) < ($1.value, $0.key.description) }
        return most.flatMap { 2 * $0.value > pool.members.count && parts[$0.key] == 1 ? $0.key : nil }
    }
}
