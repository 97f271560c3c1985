/// Takes JSON that a sender has put into a string out of it, so that what is inside is checked, redacted and found like
/// everything else.
enum JSONUnwrapping {
    /// The document with what the strings at `paths` hold in their place.
    ///
    /// A value that is no string is left as it is, as what was unwrapped before is; so is an empty one, which stands for
    /// nothing.
    ///
    /// - Throws: `shape-changed` where a string holds something else than JSON; what is wrong with the JSON in it, with
    ///   the path before the position. Together with what is around it, it keeps the limits of one document.
    static func apply(_ paths: [JSONPath], to document: JSONDocument, limits: DecodingLimits = DecodingLimits())
        throws(ReadFailure) -> JSONDocument
    {
        var wrapped: [(range: Range<Int>, inside: [UInt8])] = []
        for path in paths {
            for range in document.find(path) where document.bytes[range.lowerBound] == UInt8(ascii: "\"") {
                let inside = JSONText.unescaped(document.bytes[range].dropFirst().dropLast())
                guard !inside.allSatisfy(JSONText.isSpace) else { continue }
                wrapped.append((range, try checked(inside, path, limits)))
            }
        }
        guard !wrapped.isEmpty else { return document }
        var bytes: [UInt8] = []
        var at = 0
        for (range, inside) in wrapped.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where range.lowerBound >= at {
            bytes += document.bytes[at..<range.lowerBound] + inside
            at = range.upperBound
        }
        return try JSONDocument(bytes + document.bytes[at...], limits: limits)
    }

    private static func checked(_ inside: [UInt8], _ path: JSONPath, _ limits: DecodingLimits) throws(ReadFailure)
        -> [UInt8]
    {
        let start = inside.first { !JSONText.isSpace($0) }
        guard start == UInt8(ascii: "{") || start == UInt8(ascii: "[") else {
            throw ReadFailure(
                .shapeChanged, at: path.description, "the text holds no JSON object or array",
                remedy: "look at what the sender put there; it may be an error message")
        }
        do throws(ReadFailure) {
            return try JSONDocument(inside, limits: limits).bytes
        } catch {
            var failure = error
            failure.position = "\(path)\(failure.position.map { ", \($0)" } ?? "")"
            throw failure
        }
    }
}
