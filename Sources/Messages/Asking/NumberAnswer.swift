/// What an answer about several numbers says of one of them.
public enum NumberAnswer: Hashable, Sendable {
    /// Something is told of it.
    case told
    /// The carrier knows nothing yet.
    case nothing
    /// The carrier wants the number made known to it first.
    case notRegistered
    /// The carrier does not take the number for one of its own.
    case unknownNumber
    /// What may be asked or registered in a day is used up.
    case quotaUsed
    /// The carrier would not take it; `kind` is a stable word with the carrier's code, such as `refused-18010012`.
    case refused(kind: String)
}
