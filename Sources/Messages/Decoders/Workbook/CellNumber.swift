internal import Foundation

/// Numbers of cells as a person sees them: `12345678901` without an exponent, `0.42` and not `0.41999999999999998`.
enum CellNumber {
    /// The digits that a spreadsheet keeps of a number.
    private static let digits = 15

    /// The text of a stored number; one with more digits than a spreadsheet keeps stays in the form with an exponent, by
    /// which its loss is known.
    static func append(_ raw: [UInt8], to result: inout [UInt8]) {
        if isExact(raw) { return result.append(contentsOf: raw) }
        guard let value = Double(String(decoding: raw, as: UTF8.self)), value.isFinite else {
            return result.append(contentsOf: raw)
        }
        result.append(contentsOf: text(value).utf8)
    }

    static func text(_ value: Double) -> String {
        if abs(value) >= 1e15 {
            return String(format: "%.14E", value).replacingOccurrences(
                of: "0+E", with: "E", options: .regularExpression
            )
            .replacingOccurrences(of: ".E", with: "E")
        }
        if value == value.rounded() { return String(Int64(value)) }
        let shortest = "\(value)"
        if !shortest.contains("e"), shortest.count(where: \.isNumber) <= digits { return shortest }
        let places = max(0, min(20, digits - 1 - Int(floor(log10(abs(value))))))
        let plain = String(format: "%.\(places)f", value)
        guard plain.contains(".") else { return plain }
        let trimmed = plain.reversed().drop { $0 == "0" }
        return String((trimmed.first == "." ? trimmed.dropFirst() : trimmed).reversed())
    }

    /// Few digits, one point at most, nothing to round.
    private static func isExact(_ raw: [UInt8]) -> Bool {
        guard raw.count <= digits, let first = raw.first, first != UInt8(ascii: ".") else { return false }
        var points = 0
        for byte in raw.dropFirst(first == UInt8(ascii: "-") ? 1 : 0) {
            if byte == UInt8(ascii: ".") { points += 1; continue }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
        }
        return points == 0 || (points == 1 && raw.last != UInt8(ascii: "0") && raw.last != UInt8(ascii: "."))
    }
}
