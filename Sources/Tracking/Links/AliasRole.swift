/// What another number of the same subject is for.
public enum AliasRole: String, Sendable, Hashable, CaseIterable {
    case order, customer
    case lineHaul = "line-haul"
    case lastMile = "last-mile"
    case `return`
    /// A number given by customs to a paper that was filed under its sender's own.
    case customs
}

extension AliasRole {
    /// Whether the number is of a leg after the line haul, given out again and again by whoever runs that leg.
    public var isLaterLeg: Bool { self == .lastMile || self == .return }

    /// Whether several subjects may go by the number at once: an order holds parcels, a hub combines them and sends
    /// several back under one label. Every other number is of one thing alone.
    var isShareable: Bool {
        switch self {
        case .order, .customer: true
        default: isLaterLeg
        }
    }

    /// Whether it names what was bought and not what travels; such a number is never given out again.
    var namesAPurchase: Bool { self == .order || self == .customer }

    /// Where claims differ about a number, the greater counts: what somebody calls a return number never delivers.
    var precedence: Int {
        switch self {
        case .return: 2
        case .lastMile: 1
        default: 0
        }
    }
}
