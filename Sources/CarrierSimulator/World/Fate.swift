/// What became of a container that was listed on a train.
public enum Fate: Hashable, Sendable {
    /// It went all the way with the containers it left Urumqi with.
    case asListed
    /// It stayed in Urumqi and left on the train with this ordinal.
    case rolled(to: Int)
    /// It was taken off on the way and put on a later train.
    case leftBehind(at: Station)

    public var isRolled: Bool {
        if case .rolled = self { true } else { false }
    }
}
