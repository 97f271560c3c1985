/// What a profile says about an XML document apart from what its items mean.
struct XMLRules: Sendable, Hashable {
    /// Names that the outermost element may have; empty: any.
    var roots = XMLNames()
    /// An element that wraps the document, and the one inside it that holds it in base64.
    var envelope: Envelope?
    /// Where not empty, the values of every other name are emptied before anything is stored.
    var keep = XMLNames()
    /// Values that are overwritten.
    var redact = XMLNames()
    /// Free texts of which numbers and named persons are overwritten.
    var scrub = XMLNames()

    struct Envelope: Sendable, Hashable {
        var roots: XMLNames
        var base64: String
    }
}
