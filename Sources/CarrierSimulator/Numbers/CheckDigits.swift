/// The check digits of the numbers that the simulated world gives out.
public enum CheckDigits {
    /// The check digit of a container, ISO 6346: four letters and six digits; a remainder of 10 is written 0.
    public static func iso6346(_ text: String) -> Int {
        var sum = 0
        for (position, byte) in text.utf8.enumerated() {
            sum += containerValue(byte) << position
        }
        return sum % 11 % 10
    }

    /// The check digit of a postal item, UPU S10: eight digits.
    public static func s10(_ digits: String) -> Int {
        let sum = zip(digits.utf8, [8, 6, 4, 2, 3, 5, 9, 7]).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        let digit = 11 - sum % 11
        return digit == 10 ? 0 : digit == 11 ? 5 : digit
    }

    /// The check digit of a wagon, UIC 438 (11 digits) and the 1520 mm railways (7 digits): doubled from the first on.
    public static func wagon(_ digits: String) -> Int {
        let sum = digits.utf8.enumerated().reduce(0) { total, item in
            let product = Int(item.element - 48) * (item.offset.isMultiple(of: 2) ? 2 : 1)
            return total + product / 10 + product % 10
        }
        return (10 - sum % 10) % 10
    }

    /// Letters count from 10 upwards, leaving out the multiples of 11.
    private static func containerValue(_ byte: UInt8) -> Int {
        guard byte >= 65 else { return Int(byte) - 48 }
        let index = Int(byte) - 65
        return index + 10 + (index + 9) / 10
    }
}
