/// What a piece of text means, for the eye. It never carries meaning of its own: the words say it too.
public enum Style: Sendable, CaseIterable {
    case plain
    case heading
    case good
    case warning
    case bad
    case quiet

    /// The parameter of the escape sequence that starts it.
    var code: Int? {
        switch self {
        case .plain: nil
        case .heading: 1
        case .good: 32
        case .warning: 33
        case .bad: 31
        case .quiet: 2
        }
    }
}
