import Tracking

/// Everything a carrier will ever publish about one box, in the order it does.
///
/// What is visible at a moment is a prefix, so a listing and its pages are named by the length of that prefix.
struct Publications: Sendable {
    private let records: [CarrierRecord]

    init(_ records: [CarrierRecord]) {
        self.records = records.sorted { ($0.publishedAt, $0.id) < ($1.publishedAt, $1.id) }
    }

    /// How many records are out at an instant.
    func count(at instant: Instant) -> Int {
        var low = 0
        var high = records.count
        while low < high {
            let middle = (low + high) / 2
            if records[middle].publishedAt <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The newest version of each event among the first `count` records, in the order of first publication.
    func listing(first count: Int, in version: DCSAVersion) -> [CarrierRecord] {
        var position: [String: Int] = [:]
        var listing: [CarrierRecord] = []
        for record in records.prefix(count) where version == .v3 || !record.isOnlyInVersion3 {
            if let index = position[record.id] {
                listing[index] = record
            } else {
                position[record.id] = listing.count
                listing.append(record)
            }
        }
        return listing
    }
}
