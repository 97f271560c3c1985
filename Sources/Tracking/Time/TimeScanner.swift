/// Scans the forms in which the trade writes dates and times, on ASCII bytes.
///
///     2026-11-20T14:56:07.123+08:00   2026-11-20 14:56   2026/11/20 9:05   2026.11.20   20.11.2026
///     20261120   202611201456   20261120145607   20261120145607123   20261120T145607Z   11.20   11/24 14:30
struct TimeScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let reference: Instant?
    private var index = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>, reference: Instant?) {
        self.bytes = bytes
        self.reference = reference
    }

    /// The whole of `bytes` as a time.
    ///
    /// - Parameter reference: a date without a year is of the year that brings it nearest to this.
    static func scan(_ bytes: UnsafeBufferPointer<UInt8>, reference: Instant?) -> Result<WallTime, TimeProblem> {
        var scanner = TimeScanner(bytes, reference: reference)
        do throws(TimeProblem) {
            return .success(try scanner.wallTime())
        } catch {
            return .failure(error)
        }
    }

    private mutating func wallTime() throws(TimeProblem) -> WallTime {
        let lead = digits()
        switch (lead.count, peek) {
        case (8, _), (12, _), (14, _), (17, _): return try compact(lead)
        case (4, UInt8(ascii: "-")), (4, UInt8(ascii: "/")), (4, UInt8(ascii: ".")): return try yearFirst(lead.value)
        case (1...2, UInt8(ascii: "/")), (1...2, UInt8(ascii: ".")): return try yearLastOrNone(lead.value)
        default: throw Self.unknownForm
        }
    }

    // MARK: - Dates

    private mutating func yearFirst(_ year: Int) throws(TimeProblem) -> WallTime {
        let separator = peek
        index += 1
        let month = digits()
        guard (1...2).contains(month.count), peek == separator else { throw Self.unknownForm }
        index += 1
        let day = digits()
        guard (1...2).contains(day.count) else { throw Self.unknownForm }
        return try afterDate(Self.date(year, month.value, day.value))
    }

    private mutating func yearLastOrNone(_ first: Int) throws(TimeProblem) -> WallTime {
        let separator = peek
        index += 1
        let second = digits()
        guard (1...2).contains(second.count) else { throw Self.unknownForm }
        guard peek == UInt8(ascii: "."), separator == UInt8(ascii: ".") else {
            return try afterDate(nearestDate(month: first, day: second.value))
        }
        index += 1
        let year = digits()
        guard year.count == 4 else { throw Self.unknownForm }
        return try afterDate(Self.date(year.value, second.value, first))
    }

    private func nearestDate(month: Int, day: Int) throws(TimeProblem) -> CivilDate {
        guard let reference else {
            throw .badTime("the year is missing and nothing tells it: write the date as 2026-11-20")
        }
        let today = WallTime(reference, offsetMinutes: 0).date
        let near = (today.year - 1...today.year + 1).compactMap { CivilDate(year: $0, month: month, day: day) }
            .min { abs($0.daysSinceEpoch - today.daysSinceEpoch) < abs($1.daysSinceEpoch - today.daysSinceEpoch) }
        guard let near else {
            throw .badTime("there is no day \(day) of month \(month) within a year of \(today)")
        }
        return near
    }

    private mutating func afterDate(_ date: CivilDate) throws(TimeProblem) -> WallTime {
        switch peek {
        case UInt8(ascii: "T"), UInt8(ascii: "t"):
            index += 1
            return try clock(on: date)
        case UInt8(ascii: " "):
            skipBlanks()
            guard let next = peek, Self.isDigit(next) else { return try end(date, 0, .day) }
            return try clock(on: date)
        default:
            return try end(date, 0, .day)
        }
    }

    private mutating func compact(_ lead: (value: Int, count: Int)) throws(TimeProblem) -> WallTime {
        var rest = lead.value
        var fraction = 0
        var second = 0
        if lead.count == 17 { (rest, fraction) = rest.quotientAndRemainder(dividingBy: 1000) }
        if lead.count >= 14 { (rest, second) = rest.quotientAndRemainder(dividingBy: 100) }
        guard lead.count > 8 else {
            return try afterDate(Self.date(rest / 10_000, rest / 100 % 100, rest % 100))
        }
        let (day, clock) = rest.quotientAndRemainder(dividingBy: 10_000)
        let date = try Self.date(day / 10_000, day / 100 % 100, day % 100)
        let time = try Self.time(clock / 100, clock % 100, second) + fraction
        skipBlanks()
        return try end(date, time, lead.count == 12 ? .minute : .second)
    }

    // MARK: - Clock and offset

    private mutating func clock(on date: CivilDate) throws(TimeProblem) -> WallTime {
        let hour = digits()
        if hour.count == 4 || hour.count == 6 {
            let short = hour.count == 4
            let value = short ? hour.value * 100 : hour.value
            let time = try Self.time(value / 10_000, value / 100 % 100, value % 100)
            return try end(date, time + (short ? 0 : fraction()), short ? .minute : .second)
        }
        guard (1...2).contains(hour.count), take(":") else { throw Self.unknownForm }
        let minute = digits()
        guard minute.count == 2 else { throw Self.unknownForm }
        guard take(":") else {
            let time = try Self.time(hour.value, minute.value, 0)
            skipBlanks()
            return try end(date, time, .minute)
        }
        let second = digits()
        guard second.count == 2 else { throw Self.unknownForm }
        let time = try Self.time(hour.value, minute.value, second.value) + fraction()
        skipBlanks()
        return try end(date, time, .second)
    }

    /// Milliseconds of a fraction of a second; what is finer is cut off.
    private mutating func fraction() throws(TimeProblem) -> Int {
        guard peek == UInt8(ascii: ".") || peek == UInt8(ascii: ",") else { return 0 }
        index += 1
        var value = 0
        var count = 0
        while let byte = peek, Self.isDigit(byte) {
            if count < 3 { value = value * 10 + Int(byte - UInt8(ascii: "0")) }
            count += 1
            index += 1
        }
        switch count {
        case 0: throw Self.unknownForm
        case 1: return value * 100
        case 2: return value * 10
        default: return value
        }
    }

    private mutating func end(_ date: CivilDate, _ time: Int, _ precision: TimePrecision) throws(TimeProblem)
        -> WallTime
    {
        var offset: Int?
        if index < bytes.count {
            offset = ZoneOffset.minutes(UnsafeBufferPointer(rebasing: bytes[index...]))
            guard offset != nil else { throw Self.unknownForm }
        }
        return WallTime(date: date, millisecondOfDay: time, precision: precision, offsetMinutes: offset)
    }

    // MARK: - Checks

    private static func date(_ year: Int, _ month: Int, _ day: Int) throws(TimeProblem) -> CivilDate {
        if let date = CivilDate(year: year, month: month, day: day) { return date }
        guard CivilDate.years.contains(year) else {
            throw .badTime(
                "the year \(year) is not between \(CivilDate.years.lowerBound) and \(CivilDate.years.upperBound)")
        }
        guard (1...12).contains(month) else { throw .badTime("there is no month \(month)") }
        throw .badTime("month \(month) of \(year) has no day \(day)")
    }

    private static func time(_ hour: Int, _ minute: Int, _ second: Int) throws(TimeProblem) -> Int {
        guard hour < 24, minute < 60, second < 60 else {
            throw .badTime("no clock shows \(hour):\(minute):\(second); hours go to 23, minutes and seconds to 59")
        }
        return (hour * 3600 + minute * 60 + second) * 1000
    }

    private static var unknownForm: TimeProblem {
        .badTime("not a time; right are 2026-11-20T14:56:00+08:00, 2026-11-20 14:56, 2026-11-20, 20261120145600")
    }

    // MARK: - Bytes

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: scalar) else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while peek == UInt8(ascii: " ") { index += 1 }
    }

    /// The digits that stand here, at most eighteen, which is more than any form has.
    private mutating func digits() -> (value: Int, count: Int) {
        var value = 0
        let start = index
        while let byte = peek, Self.isDigit(byte), index - start < 18 {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            index += 1
        }
        return (value, index - start)
    }
}
