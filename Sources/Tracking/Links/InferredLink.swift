/// A link that no message states, worked out from evidence; it is never shown without its probability.
public struct InferredLink: Hashable, Sendable {
    public var child: Subject
    public var parent: Subject
    /// 0 to 1, calibrated: of the links shown with 0.9, nine in ten are true.
    public var probability: Double
    /// What speaks for it and against it, the weightiest first.
    public var evidence: [LinkEvidence]

    public init(child: Subject, parent: Subject, probability: Double, evidence: [LinkEvidence]) {
        self.child = child
        self.parent = parent
        self.probability = probability
        self.evidence = evidence
    }
}
