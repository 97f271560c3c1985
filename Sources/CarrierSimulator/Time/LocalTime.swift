public import Tracking

/// An instant as a clock at some offset from UTC shows it, in the proleptic Gregorian calendar.
public struct LocalTime: Hashable, Sendable {
    public var year: Int
    public var month: Int
    public var day: Int
    /// Seconds since local midnight.
    public var secondOfDay: Int
    /// Minutes east of UTC.
    public var offsetMinutes: Int

    public init(_ instant: Instant, offsetMinutes: Int) {
        let local = floorDivide(Int(instant.milliseconds), 1000).quotient + offsetMinutes * 60
        let (dayNumber, second) = floorDivide(local, 86400)
        (year, month, day) = Self.civilDate(dayNumber)
        secondOfDay = second
        self.offsetMinutes = offsetMinutes
    }

    /// The local date, `2026-11-20`.
    public var date: String {
        "\(year)-\(padded(month))-\(padded(day))"
    }

    /// The local time by RFC 3339, `2026-11-20T14:56:00+08:00`; an offset of zero is written `Z`.
    public var timestamp: String {
        "\(date)T\(padded(secondOfDay / 3600)):\(padded(secondOfDay / 60 % 60)):\(padded(secondOfDay % 60))\(offset)"
    }

    /// The ordinal of the day in its year, 1 to 366.
    public var dayOfYear: Int {
        Self.dayNumber(year, month, day) - Self.dayNumber(year, 1, 1) + 1
    }

    private var offset: String {
        guard offsetMinutes != 0 else { return "Z" }
        let size = abs(offsetMinutes)
        return "\(offsetMinutes < 0 ? "-" : "+")\(padded(size / 60)):\(padded(size % 60))"
    }

    private func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    /// Days since 1970-01-01 to year, month and day; years are counted from March so that the leap day comes last.
    private static func civilDate(_ dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = floorDivide(dayNumber + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfMarchYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfMarchYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfMarchYear - (153 * marchMonth + 2) / 5 + 1)
    }

    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = floorDivide(marchYear, 400)
        let dayOfMarchYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfMarchYear - 719_468
    }
}

private func floorDivide(_ number: Int, _ divisor: Int) -> (quotient: Int, remainder: Int) {
    let remainder = number % divisor
    let isShort = remainder < 0
    return (number / divisor - (isShort ? 1 : 0), isShort ? remainder + divisor : remainder)
}
