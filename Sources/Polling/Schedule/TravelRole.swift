/// What a number is among those that travel together, which share their events.
public enum TravelRole: Sendable, Hashable {
    /// Travels alone, or has fallen behind: only its own answer tells of it.
    case alone
    /// Asked for all: it stands for so many.
    case sentinel(standsFor: Double)
    /// Told of by the sentinels, but for the chance that it was left behind.
    case member

    /// The chance that what happened to a sentinel did not happen to a member: of a hundred boxes some three are left
    /// behind once, somewhere on five stretches.
    public static let straying = 0.01

    /// For how many numbers an answer speaks.
    public var weight: Double {
        switch self {
        case .alone: 1
        case .sentinel(let count): max(count, 1)
        case .member: Self.straying
        }
    }
}
