import Tracking

/// The input in the order of its numbers, each once.
struct Deduplicated {
    var parcels: [OpenParcel]
    var containers: [CandidateContainer]
    var conflicts: [LinkConflict] = []

    init(_ parcels: [OpenParcel], _ containers: [CandidateContainer]) {
        var seen: Set<Subject> = []
        self.containers = containers.filter { seen.insert($0.subject).inserted }
        guard !zip(parcels, parcels.dropFirst()).allSatisfy({ Subject.precedes($0.subject, $1.subject) }) else {
            self.parcels = parcels
            return
        }
        let sorted = parcels.indices.sorted {
            Subject.precedes(parcels[$0].subject, parcels[$1].subject)
                || (parcels[$0].subject == parcels[$1].subject && $0 < $1)
        }
        self.parcels = []
        self.parcels.reserveCapacity(parcels.count)
        for index in sorted {
            let parcel = parcels[index]
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
    }
}
