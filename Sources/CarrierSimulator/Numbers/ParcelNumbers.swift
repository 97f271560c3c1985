import Tracking

/// The numbers that parcels go by.
enum ParcelNumbers {
    /// YunExpress (`YT`, year, day of the year, eleven digits), a postal S10 number, or a plain number.
    static func tracking(_ serial: Int, packed: Instant, _ generator: inout SeededGenerator) -> String {
        let kind = generator.unit()
        if kind < 0.7 {
            let day = LocalTime(packed, offsetMinutes: TrainRun.chinaOffsetMinutes)
            return "YT" + padded(day.year % 100, 2) + padded(day.dayOfYear, 3) + padded(serial, 11)
        }
        return kind < 0.9 ? s10(serial, "CN") : "56" + padded(serial, 12)
    }

    /// A postal number for the country of the door, of a kind that registered letters and small parcels have.
    static func lastMile(_ serial: Int, _ country: String) -> String {
        let indicator = ["CP", "CY", "RB", "LX"][serial / 100_000_000 % 4]
        return s10(serial, country, indicator: indicator)
    }

    /// UPU S10: eight digits and a check digit; a hundred million serials fit one service indicator.
    private static func s10(_ serial: Int, _ country: String, indicator: String = "LY") -> String {
        let digits = padded(serial % 100_000_000, 8)
        return indicator + digits + String(CheckDigits.s10(digits)) + country
    }
}
