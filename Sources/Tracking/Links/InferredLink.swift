/// That a child was carried in a parent, as worked out from evidence where no paper says so.
public struct InferredLink: Hashable, Sendable {
    public var child: Subject
    public var parent: Subject
    /// Calibrated, 0 to 1.
    public var probability: Double
    public var evidence: [LinkEvidence]

    public init(child: Subject, parent: Subject, probability: Double, evidence: [LinkEvidence] = []) {
        self.child = child
        self.parent = parent
        self.probability = probability
        self.evidence = evidence
    }
}
