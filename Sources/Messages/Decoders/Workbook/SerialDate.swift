internal import Tracking

/// The days that spreadsheets count instead of writing dates (ISO/IEC 29500-1, 18.17.4.1).
enum SerialDate {
    /// Serials between 2000 and 2100: what a bare number in a column of dates may be.
    static let plausible = 36_526.0..<73_415.0

    /// `2026-11-20`, or `2026-11-20T14:56` where the day has a fraction; nil for what is no day of the trade.
    ///
    /// - Parameter since1904: the workbook counts from 1904-01-01 instead of 1899-12-31.
    static func text(_ serial: Double, since1904: Bool = false) -> String? {
        guard serial >= 0, serial < 100_000 else { return nil }
        // The clock is a fraction of a binary number: to the nearest second it is what was typed.
        let seconds = Int((serial * 86_400).rounded())
        var day = seconds / 86_400
        let second = seconds % 86_400
        // The count since 1900 has a 29 February of that year, which never was: from then on it is one ahead.
        day += since1904 ? -24_107 : -25_569
        let date = CivilDate(daysSinceEpoch: day)
        guard CivilDate.years.contains(date.year) else { return nil }
        guard second > 0 else { return date.description }
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(date)T" + parts.prefix(parts[2] == "00" ? 2 : 3).joined(separator: ":")
    }
}
