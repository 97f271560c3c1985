/// Writes dates and clocks digit by digit.
struct TimeWriter {
    private var bytes: [UInt8] = []

    static func text(capacity: Int, _ body: (inout TimeWriter) -> Void) -> String {
        var writer = TimeWriter()
        writer.bytes.reserveCapacity(capacity)
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    mutating func date(_ date: CivilDate) {
        digits(date.year, 4)
        byte("-")
        digits(date.month, 2)
        byte("-")
        digits(date.day, 2)
    }

    /// A clock of a millisecond of the day; a fraction only when there is one.
    mutating func clock(millisecondOfDay: Int, seconds: Bool = true) {
        digits(millisecondOfDay / 3_600_000, 2)
        byte(":")
        digits(millisecondOfDay / 60_000 % 60, 2)
        guard seconds else { return }
        byte(":")
        digits(millisecondOfDay / 1000 % 60, 2)
        let fraction = millisecondOfDay % 1000
        guard fraction != 0 else { return }
        byte(".")
        digits(fraction, 3)
    }

    /// `+08:00`.
    mutating func offset(minutes: Int) {
        byte(minutes < 0 ? "-" : "+")
        digits(abs(minutes) / 60, 2)
        byte(":")
        digits(abs(minutes) % 60, 2)
    }

    mutating func byte(_ scalar: Unicode.Scalar) {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    }

    private mutating func digits(_ value: Int, _ count: Int) {
        var divisor = 1
        for _ in 1..<count { divisor *= 10 }
        var rest = value
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / divisor % 10))
            rest %= divisor
            divisor /= 10
        }
    }
}
