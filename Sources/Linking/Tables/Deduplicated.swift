import Tracking

/// The input in the order of its numbers, each once.
struct Deduplicated {
    var parcels: [OpenParcel]
    var containers: [CandidateContainer]
    var conflicts: [LinkConflict] = []

    init(_ parcels: [OpenParcel], _ containers: [CandidateContainer]) {
        self.containers = containers
        let sorted = parcels.enumerated().sorted {
            Subject.precedes($0.element.subject, $1.element.subject)
                || ($0.element.subject == $1.element.subject && $0.offset < $1.offset)
        }
        self.parcels = []
        self.parcels.reserveCapacity(parcels.count)
        for parcel in sorted.map(\.element) {
            if let last = self.parcels.last, last.subject == parcel.subject {
                guard conflicts.last?.child != parcel.subject else { continue }
                conflicts.append(
                    LinkConflict(
                        kind: .twice, child: parcel.subject, parent: nil,
                        reason: "the parcel was given twice; what came first counts"))
            } else {
                self.parcels.append(parcel)
            }
        }
        var seen: Set<Subject> = []
        self.containers = containers.filter { seen.insert($0.subject).inserted }
    }
}
