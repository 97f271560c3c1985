/// What an answer of a carrier is, before it is read.
public enum AnswerVerdict: Hashable, Sendable {
    /// To be read by the profile.
    case data
    /// The carrier knows nothing yet.
    case nothing
    /// The carrier does not take the number for one of its own.
    case unknownNumber
    /// We ask too much; ask later.
    case slowDown
    /// What we may ask in a day is used up; ask tomorrow.
    case quotaUsed
    /// The carrier will not talk to us until a person does something.
    case blocked(reason: String)
    /// The carrier could not answer; `kind` is a stable word such as `status-500`.
    case failed(kind: String)
}
