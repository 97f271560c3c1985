/// What a number's own check digit says.
///
/// Published and real messages hold numbers that fail their check, so a bad one is a warning kept with the number and
/// never a reason to lose an event.
public enum CheckDigit: String, Sendable, Hashable {
    case ok
    case bad
    /// The scheme has no check digit.
    case none
}
