public import Linking
public import Store
public import Tracking

/// One round of working out what no paper says: gathers the evidence from the store, infers, and writes the difference.
///
/// Blocks the calling thread. It writes in short turns of the lock, so imports and polls go on meanwhile.
public struct InferenceRound: Sendable {
    /// Names the rules; scores of other rules say nothing of these.
    static let model = "linking-1"

    /// What was not heard of for so long is not looked at any more.
    static let window = Duration.days(90)

    private let writer: StoreWriter
    private let places: Places
    private let inference: LinkInference

    public init(writer: StoreWriter, places: Places, inference: LinkInference = LinkInference()) {
        self.writer = writer
        self.places = places
        self.inference = inference
    }

    /// - Parameter isForced: whether to work out again what nothing new was heard of: the rules may have changed.
    /// - Throws: `StoreFailure`; what was written until then stays, and the next round goes on.
    public func run(now: Instant, isForced: Bool = false) throws -> InferenceReport {
        let task = try writer.lookForOpenParcels()
        guard task.isDue || isForced else { return InferenceReport(open: task.open, wasDue: false) }
        let basis = InferenceBasis(model: Self.model, message: task.message, now: now)
        var report = InferenceReport(open: task.open, wasDue: true)
        report.change = try writer.settleInferences(basis)
        let evidence = try StoreReader(path: writer.file.path).read { session in
            try GatheredEvidence(session, places, now: now)
        }
        let result = inference.infer(evidence.parcels, among: evidence.containers)
        report.considered = evidence.parcels.count
        report.containers = evidence.containers.count
        report.conflicts = result.conflicts
        report.change = try report.change + writer.infer(outcomes(result, evidence), basis)
        try writer.noteInferred(through: task.message, settingAside: evidence.tooOld)
        return report
    }

    /// A result for every child that was considered: who is not named is believed to be nowhere any more.
    private func outcomes(_ result: Inference, _ evidence: GatheredEvidence) -> [InferenceOutcome] {
        let departures = evidence.departures
        var links: [Subject: [InferredLink]] = [:]
        for link in result.links where evidence.denied[link.child]?.contains(link.parent) != true {
            links[link.child, default: []].append(link)
        }
        return evidence.children.map { child in
            let own = links[child] ?? []
            var times: [Subject: Instant] = [:]
            for link in own { times[link.parent] = departures[link.parent] }
            return InferenceOutcome(child: child, links: own, departures: times)
        }
    }
}
