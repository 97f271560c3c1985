/// Decimal numbers as tables write them, in plain form: `1,234.50` is 1234.50, `0,42` is 0.42.
enum PlainNumber {
    /// Nil if the text is no decimal number.
    ///
    /// Where both signs stand the last one is the decimal sign. A single comma before exactly three digits groups
    /// thousands, as the tables of this trade have it, unless nothing or a zero stands before it.
    static func read(_ text: String) -> String? {
        if isPlain(text) { return text }
        var digits = text.filter { !$0.isWhitespace && $0 != "'" && $0 != "\u{2019}" }
        let isNegative = digits.hasPrefix("-")
        if isNegative { digits.removeFirst() }
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "," || $0 == ".") }) else {
            return nil
        }
        guard let plain = withDecimalPoint(digits), plain.contains(where: \.isNumber) else { return nil }
        return (isNegative ? "-" : "") + (plain.hasPrefix(".") ? "0" + plain : plain)
    }

    /// Digits, and a point between two of them at most: the usual case.
    private static func isPlain(_ text: String) -> Bool {
        var points = 0
        var isAfterDigit = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "."), isAfterDigit {
                points += 1
                isAfterDigit = false
            } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                isAfterDigit = true
            } else {
                return false
            }
        }
        return isAfterDigit && points <= 1
    }

    private static func withDecimalPoint(_ digits: String) -> String? {
        let lastComma = digits.lastIndex(of: ",")
        let lastDot = digits.lastIndex(of: ".")
        switch (lastComma, lastDot) {
        case (nil, nil): return digits
        case (let comma?, let dot?):
            return comma > dot ? join(digits, group: ".", decimal: ",") : join(digits, group: ",", decimal: ".")
        case (_?, nil):
            return isGrouped(digits, ",") ? digits.filter { $0 != "," } : join(digits, group: ".", decimal: ",")
        case (nil, _?):
            let isSingle = digits.split(separator: ".", omittingEmptySubsequences: false).count == 2
            return isSingle ? digits : isGrouped(digits, ".") ? digits.filter { $0 != "." } : nil
        }
    }

    private static func join(_ digits: String, group: Character, decimal: Character) -> String? {
        let halves = digits.split(separator: decimal, omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[1].contains(group) else { return nil }
        let whole = String(halves[0])
        guard !whole.contains(group) || isGrouped(whole, group) else { return nil }
        return whole.filter { $0 != group } + "." + halves[1]
    }

    private static func isGrouped(_ digits: String, _ sign: Character) -> Bool {
        let groups = digits.split(separator: sign, omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups.first, (1...3).contains(first.count), first != "0" else {
            return false
        }
        return groups.dropFirst().allSatisfy { $0.count == 3 && !$0.contains(where: { !$0.isNumber }) }
    }
}
