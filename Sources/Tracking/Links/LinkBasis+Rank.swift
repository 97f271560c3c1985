extension LinkBasis {
    /// The rank among claims that contradict each other, from 0: the least outranks the rest.
    public var rank: Int {
        switch self {
        case .byHand: 0
        case .observed: 1
        case .declared: 2
        case .inferred: 3
        case .planned: 4
        }
    }
}
