internal import Tracking

/// Reads the cells of a table's day columns.
struct DayReader {
    private let times = TimeReader()
    private let zone: String
    private let reference: Instant

    /// - Parameter reference: a day without a year is of the year that brings it nearest to this instant.
    init(zone: String, reference: Instant) {
        self.zone = zone
        self.reference = reference
    }

    /// The calendar day in the zone, as `2026-11-20`; nil if the text is no time.
    func day(_ text: String) -> String? {
        if let serial = Self.serial(text) { return serial.prefix { $0 != "T" }.description }
        // A time that cannot be read is reported by whatever needs the day, with the cell as it came.
        guard let time = try? times.read(text, zone: nil, place: nil, assumed: zone, reference: reference) else {
            return nil
        }
        let minutes = Zones.shared.offsetMinutes(in: zone, at: time.instant) ?? time.offsetMinutes
        let local = time.instant.milliseconds + Int64(minutes) * 60_000
        let days = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
        return CivilDate(daysSinceEpoch: Int(days)).description
    }

    /// The time in the form `2026-11-20` or `2026-11-20T14:56`, with an offset only where one is written; nil if the
    /// text is no time.
    func time(_ text: String) -> String? {
        if let serial = Self.serial(text) { return serial }
        guard var time = try? times.read(text, zone: nil, place: nil, assumed: zone, reference: reference) else {
            return nil
        }
        if time.basis == .reported || time.precision == .day { return time.iso8601 }
        let minutes = time.offsetMinutes
        time.instant = Instant(milliseconds: time.instant.milliseconds + Int64(minutes) * 60_000)
        time.offsetMinutes = 0
        let clock = time.iso8601.prefix { $0 != "Z" }
        return time.precision == .minute ? String(clock.prefix(16)) : String(clock)
    }

    /// A date that lost its format is the count of its days: `46346`, `46346.6222`.
    private static func serial(_ text: String) -> String? {
        guard text.utf8.count >= 5,
            text.utf8.first.map({ (UInt8(ascii: "3")...UInt8(ascii: "7")).contains($0) }) == true,
            text.utf8.prefix(5).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            text.utf8.count == 5 || text.utf8.dropFirst(5).first == UInt8(ascii: "."),
            let value = Double(text), SerialDate.plausible.contains(value)
        else { return nil }
        return SerialDate.text(value)
    }
}
