public import Tracking

/// An open parcel whose container was told later: what inference learns from.
public struct LabelledParcel: Hashable, Sendable {
    public var parcel: OpenParcel
    /// The container it was in.
    public var container: Subject

    public init(_ parcel: OpenParcel, in container: Subject) {
        self.parcel = parcel
        self.container = container
    }
}
