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

    /// - Parameter sharesEvidence: whether parcels of one consignor may be evidence for those of another.
    public init(writer: StoreWriter, places: Places, sharesEvidence: Bool) {
        self.init(
            writer: writer, places: places,
            inference: LinkInference(settings: LinkingSettings(sharesEvidence: sharesEvidence)))
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
        var desk = OutcomeWriter(writer: writer, basis: basis, evidence: evidence)
        let result = try inference.infer(evidence.parcels, among: evidence.containers, each: { try desk.take($0) })
        report.considered = evidence.parcels.count
        report.containers = evidence.containers.count
        report.conflicts = result.conflicts
        report.change = try report.change + desk.finish()
        try writer.noteInferred(through: task.message, settingAside: evidence.tooOld)
        return report
    }
}
