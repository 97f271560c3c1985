/// What the user allows to be concluded.
public struct LinkingSettings: Hashable, Sendable {
    /// Whether parcels of one consignor may be evidence for those of another: pooled in one bag, counted as neighbours,
    /// and weighed against each other for the room in a container. Off unless the user says so, for the boxes of
    /// groupage hold competitors.
    public var sharesEvidence: Bool

    public init(sharesEvidence: Bool = false) {
        self.sharesEvidence = sharesEvidence
    }
}
