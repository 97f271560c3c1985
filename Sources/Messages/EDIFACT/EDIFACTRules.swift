/// What a profile says about an EDIFACT interchange apart from what its items mean.
struct EDIFACTRules: Sendable, Hashable {
    /// Types of messages that are read; empty: any.
    var types: Set<String> = []
    var groups = EDIFACTGroups()
    var redaction = EDIFACTRedaction()
}
