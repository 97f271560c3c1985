/// Why an inferred link is believed: one piece of evidence and its weight.
public struct LinkEvidence: Hashable, Sendable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case customsList = "customs-list"
        case bagNumber = "bag-number"
        case repairedNumber = "repaired-number"
        case sealing
        case departureScan = "departure-scan"
        case borderScan = "border-scan"
        case destination, service, capacity, weight, neighbours
    }

    public var kind: Kind
    /// The logarithm to base 2 of how much likelier the evidence is if the link is true; negative speaks against it.
    public var bits: Double
    /// What a person would want to know of it, for instance the number of the list.
    public var text: String?

    public init(kind: Kind, bits: Double, text: String? = nil) {
        self.kind = kind
        self.bits = bits
        self.text = text
    }
}
