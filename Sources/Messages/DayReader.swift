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
        // A time that cannot be read is reported by whatever needs the day, with the cell as it came.
        guard let time = try? times.read(text, zone: nil, place: nil, assumed: zone, reference: reference) else {
            return nil
        }
        let minutes = Zones.shared.offsetMinutes(in: zone, at: time.instant) ?? time.offsetMinutes
        let local = time.instant.milliseconds + Int64(minutes) * 60_000
        let days = local >= 0 ? local / 86_400_000 : (local - 86_399_999) / 86_400_000
        return CivilDate(daysSinceEpoch: Int(days)).description
    }
}
