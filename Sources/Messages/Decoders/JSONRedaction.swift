/// Overwrites values that must not be kept, before anything else sees the document.
enum JSONRedaction {
    /// What stands in the place of a redacted value.
    static let mark = "(redacted)"

    static func apply(_ paths: [String], to document: JSONDocument, limits: DecodingLimits)
        throws(ReadFailure) -> JSONDocument
    {
        let ranges = paths.compactMap(JSONPath.init).flatMap { document.find($0) }
            .sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
        guard !ranges.isEmpty else { return document }
        var bytes: [UInt8] = []
        var at = 0
        // A range inside one that is already overwritten begins before `at`.
        for range in ranges where range.lowerBound >= at {
            bytes.append(contentsOf: document.bytes[at..<range.lowerBound])
            bytes.append(contentsOf: JSONText.quoted(mark).utf8)
            at = range.upperBound
        }
        bytes.append(contentsOf: document.bytes[at...])
        return try JSONDocument(bytes, limits: limits)
    }
}
