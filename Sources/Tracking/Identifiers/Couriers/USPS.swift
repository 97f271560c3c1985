/// The post of the USA: twenty to thirty digits by the rule of GS1, with or without 420 and the destination's ZIP code
/// before them (Publication 199, Intelligent Mail package barcode; and the older twenty digits).
///
/// The older numbers are checked with the 91 that stands before them in a barcode; those never routed, also without.
public enum USPS: IdentifierScheme {
    public static let scheme = Scheme.usps
    public static let kinds: [SubjectKind] = [.parcel]
    public static let rank = 48
    public static let speaksForItself = false
    public static let shape = "twenty to thirty digits, with or without 420 and the ZIP code before them (USPS)"

    public static func read(_ number: NumberText) -> IdentifierReading? {
        guard let digits = number.digits(20...34) else { return nil }
        let bodies = unrouted(digits).filter { isBarcode($0) || isOlder($0) }
        guard !bodies.isEmpty else { return nil }
        return reading(
            number.compact, checkDigit: bodies.contains { isRight($0, isRouted: $0.count < digits.count) } ? .ok : .bad)
    }

    /// A number that begins as a package barcode does says more than twenty digits.
    public static func rank(of code: String) -> Int {
        code.utf8.count > 20 ? 44 : rank
    }

    public static func notes(on code: String) -> [String] {
        guard code.hasPrefix("420"), code.utf8.count >= 28 else { return [] }
        return ["to ZIP code \(code.dropFirst(3).prefix(5))"]
    }

    /// The number without what routes it, in every way that may be.
    private static func unrouted(_ digits: [UInt8]) -> [ArraySlice<UInt8>] {
        guard digits.starts(with: [4, 2, 0]) else { return [digits[...]] }
        return [digits[...], digits.dropFirst(8), digits.dropFirst(12)]
    }

    /// 92 to 95, three digits of the service, a mailer of nine digits that begins with 9 or of six that does not.
    private static func isBarcode(_ digits: ArraySlice<UInt8>) -> Bool {
        let number = Array(digits)
        guard number.count >= 22, number[0] == 9 else { return false }
        let isLongMailer = number[5] == 9
        switch number[1] {
        case 4: return [22, 26].contains(number.count) || (number.count == 30 && isLongMailer)
        case 2: return [22, 26].contains(number.count) && isLongMailer
        case 3: return [22, 26].contains(number.count) && !isLongMailer
        case 5: return [22, 26].contains(number.count)
        default: return false
        }
    }

    /// Twenty digits, or 91 and twenty.
    private static func isOlder(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.count == 20 || (digits.count == 22 && digits.starts(with: [9, 1]))
    }

    private static func isRight(_ digits: ArraySlice<UInt8>, isRouted: Bool) -> Bool {
        let body = Array(digits.dropLast())
        let lacks91 = digits.count == 20 && !(digits.starts(with: [9]) && (1...5).contains(body[1]))
        let fits = CheckSums.gs1(body) == digits.last
        return lacks91 ? (fits && !isRouted) || CheckSums.gs1([9, 1] + body) == digits.last : fits
    }
}

extension Scheme {
    /// Parcel of the post of the USA.
    public static let usps = Scheme(rawValue: "usps")
}
