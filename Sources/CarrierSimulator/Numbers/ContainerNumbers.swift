/// The numbers that belong to one container, distinct from those of every other container of its world.
struct ContainerNumbers {
    private static let owners = ["TBJU", "CRXU", "RZDU", "UZUU", "KTZU", "TKRU", "FESU", "XINU"]

    /// ISO 6346 with its check digit.
    let container: String
    let seal: String
    let consignment: String

    /// `ordinal` counts the containers of a world; up to 8 million stay distinct.
    init(seed: SeededGenerator, ordinal: Int) {
        var generator = seed
        let offset = generator.integer(in: 0...999_999)
        // 7919 has no factor in common with a million, so the serials repeat only after all of them were used.
        let serial = padded((offset + ordinal * 7919) % 1_000_000, 6)
        let owner = Self.owners[(ordinal + ordinal / 1_000_000) % Self.owners.count]
        container = owner + serial + String(CheckDigits.iso6346(owner + serial))
        seal = "CN" + padded((offset * 31 + ordinal * 104_729) % 10_000_000, 7)
        consignment = padded(30_000_000 + (offset + ordinal * 13) % 10_000_000, 8)
    }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
