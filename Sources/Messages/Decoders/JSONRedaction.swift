/// Overwrites values that must not be kept, before anything else sees the document.
enum JSONRedaction {
    /// What stands in the place of a redacted value.
    static let mark = "(redacted)"

    static func apply(
        _ paths: [String], _ conditional: [ConditionalRedaction] = [], to document: JSONDocument, limits: DecodingLimits
    ) throws(ReadFailure) -> JSONDocument {
        let always = paths.compactMap(JSONPath.init).flatMap { document.find($0) }.map { (range: $0, mark: mark) }
        let marks = (always + conditional.flatMap { $0.marks(in: document) })
            .filter { !isNull(document.bytes[$0.range]) }
            .sorted { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) }
        guard !marks.isEmpty else { return document }
        var bytes: [UInt8] = []
        var at = 0
        // A range inside one that is already overwritten begins before `at`.
        for (range, mark) in marks where range.lowerBound >= at {
            bytes.append(contentsOf: document.bytes[at..<range.lowerBound])
            bytes.append(contentsOf: JSONText.quoted(mark).utf8)
            at = range.upperBound
        }
        bytes.append(contentsOf: document.bytes[at...])
        return try JSONDocument(bytes, limits: limits)
    }

    /// What is not there need not be hidden, and would look as if it had been.
    private static func isNull(_ value: ArraySlice<UInt8>) -> Bool { value.elementsEqual("null".utf8) }
}
