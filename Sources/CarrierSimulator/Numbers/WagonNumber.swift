/// Numbers of wagons, with their check digits where the railway has one.
enum WagonNumber {
    /// Seven digits, without check digit.
    static func chinese(_ generator: inout SeededGenerator) -> String {
        String(5_200_000 + generator.integer(in: 0...99_999))
    }

    /// Eight digits: a flat wagon of the 1520 mm railways.
    static func wide(_ generator: inout SeededGenerator) -> String {
        let stem = String(9_400_000 + generator.integer(in: 0...99_999))
        return stem + String(CheckDigits.wagon(stem))
    }

    /// Twelve digits: a container wagon kept in Poland or Germany.
    static func european(_ generator: inout SeededGenerator) -> String {
        let keeper = generator.chance(0.5) ? "51" : "80"
        let stem = "31" + keeper + String(4_550_000 + generator.integer(in: 0...9999))
        return stem + String(CheckDigits.wagon(stem))
    }
}
