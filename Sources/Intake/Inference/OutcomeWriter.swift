import Linking
import Store
import Tracking

/// Writes what was worked out, stretch by stretch as it is made, so that it is never held at once.
struct OutcomeWriter {
    /// Children whose links are written in one go.
    private static let stretch = 4_000

    private let writer: StoreWriter
    private let basis: InferenceBasis
    private let evidence: GatheredEvidence
    /// Who was not named so far.
    private var unnamed: Set<Subject>
    private var waiting: [InferenceOutcome] = []
    private var change = InferenceChange()

    init(writer: StoreWriter, basis: InferenceBasis, evidence: GatheredEvidence) {
        self.writer = writer
        self.basis = basis
        self.evidence = evidence
        unnamed = Set(evidence.children)
    }

    /// - Throws: `StoreFailure`.
    mutating func take(_ posterior: Posterior) throws {
        for link in posterior.links where evidence.denied[link.child]?.contains(link.parent) != true {
            if waiting.last?.child != link.child {
                if waiting.count >= Self.stretch { try write() }
                waiting.append(InferenceOutcome(child: link.child))
                unnamed.remove(link.child)
            }
            let last = waiting.count - 1
            waiting[last].links.append(link)
            waiting[last].departures[link.parent] = evidence.departures[link.parent]
        }
    }

    /// Who was considered and not named is believed to be nowhere any more.
    ///
    /// - Throws: `StoreFailure`.
    mutating func finish() throws -> InferenceChange {
        for child in evidence.children where unnamed.contains(child) {
            if waiting.count >= Self.stretch { try write() }
            waiting.append(InferenceOutcome(child: child))
        }
        try write()
        return change
    }

    private mutating func write() throws {
        change = try change + writer.infer(waiting, basis)
        waiting.removeAll(keepingCapacity: true)
    }
}
