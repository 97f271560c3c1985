public import Tracking

/// What there is to work out.
public struct InferenceTask: Equatable, Sendable {
    /// The last complete message.
    public var message: MessageID
    /// Parcels that no paper puts into a container.
    public var open: Int
    /// Whether anything was heard since links were last worked out.
    public var isDue: Bool
}
