/// How likely people and readers make an edit, in bits above an arbitrary wrong character (algorithms §2.2).
enum ConfusionModel {
    static let leastMargin = 3.0

    static func bits(_ edit: NumberEdit) -> Double {
        switch edit {
        case .swap: 4
        case .length: 3
        case .substitution(let known, let received):
            looksAlike(known, received) ? 6 : isBeside(known, received) ? 3 : 0
        }
    }

    /// Bits of the other explanation: that the number is right as received and nobody told us of it.
    ///
    /// Serials are issued in blocks, so a number that has the form of a known one and stands in its block is likely to
    /// be alive, and the known neighbour is then the wrong hit.
    static func bitsOfUnknown(hasKnownForm: Bool, standsInBlock: Bool, passesCheck: Bool) -> Double {
        guard hasKnownForm else { return -6 }
        return standsInBlock || passesCheck ? 4 : -3.5
    }

    private static func looksAlike(_ one: UInt8, _ other: UInt8) -> Bool {
        pairs.contains([one, other]) || pairs.contains([other, one])
    }

    private static let pairs: Set<[UInt8]> = Set(
        ["0O", "1I", "5S", "8B", "2Z", "0D", "0Q", "1L"].map { Array($0.utf8) })

    /// Neighbours on the number pad of a keyboard.
    private static func isBeside(_ one: UInt8, _ other: UInt8) -> Bool {
        guard let first = position(one), let second = position(other) else { return false }
        return max(abs(first.row - second.row), abs(first.column - second.column)) == 1
    }

    private static func position(_ digit: UInt8) -> (row: Int, column: Int)? {
        guard (48...57).contains(digit) else { return nil }
        let value = Int(digit) - 48
        return value == 0 ? (0, 0) : ((value - 1) / 3 + 1, (value - 1) % 3)
    }
}
