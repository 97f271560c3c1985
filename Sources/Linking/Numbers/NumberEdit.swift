/// The one edit that turns a true number into the one received.
enum NumberEdit: Hashable, Sendable {
    case substitution(true: UInt8, received: UInt8)
    /// Two neighbouring characters in the wrong order.
    case swap
    /// A character that was lost or put in.
    case length

    /// Nil where the two are equal or more than one edit apart.
    init?(from known: [UInt8], to received: [UInt8]) {
        let start = zip(known, received).prefix { $0 == $1 }.count
        switch received.count - known.count {
        case 0:
            guard start < known.count else { return nil }
            if known[(start + 1)...].elementsEqual(received[(start + 1)...]) {
                self = .substitution(true: known[start], received: received[start])
            } else if start + 1 < known.count, known[start] == received[start + 1], known[start + 1] == received[start],
                known[(start + 2)...].elementsEqual(received[(start + 2)...])
            {
                self = .swap
            } else {
                return nil
            }
        case 1:
            guard known[start...].elementsEqual(received[(start + 1)...]) else { return nil }
            self = .length
        case -1:
            guard known[(start + 1)...].elementsEqual(received[start...]) else { return nil }
            self = .length
        default: return nil
        }
    }
}
