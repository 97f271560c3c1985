/// Why an inferred link is believed: one piece of evidence and its weight.
public struct LinkEvidence: Hashable, Sendable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A customs list or bill that both name.
        case customsList = "customs-list"
        case bagNumber = "bag-number"
        /// A number that is one edit away from one known on the lane.
        case repairedNumber = "repaired-number"
        /// When it was sorted or packed, beside when the container was sealed.
        case sealing
        case departureScan = "departure-scan"
        case borderScan = "border-scan"
        case destination
        case service
        /// How much room the container still has among the candidates.
        case capacity
        /// Whether its pieces and weight are just what the container lacks.
        case weight
        /// Parcels of the same bag whose container is known.
        case neighbours
    }

    public var kind: Kind
    /// log2 of how much likelier the observation is if the link is true than by coincidence; negative speaks against it.
    public var bits: Double
    /// What was seen, for a person; nil where the kind says it all.
    public var text: String?

    public init(kind: Kind, bits: Double, text: String? = nil) {
        self.kind = kind
        self.bits = bits
        self.text = text
    }
}
