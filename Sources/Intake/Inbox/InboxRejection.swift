public import Tracking

/// Why a file could not be used.
public struct InboxRejection: ExplainedFailure, Sendable {
    /// A stable word to count by: that of the reader, or `unrecognised`, `empty`, `too-large`, `no-usable-row`.
    public var kindWord: String
    /// Where in the file, if anywhere.
    public var object: String?
    public var reason: String
    /// The next step for a person.
    public var remedy: String
    /// What became of its rows, where it could be read.
    public var result: FileResult?

    public init(
        _ kindWord: String, at object: String? = nil, reason: String, remedy: String, result: FileResult? = nil
    ) {
        self.kindWord = kindWord
        self.object = object
        self.reason = reason
        self.remedy = remedy
        self.result = result
    }

    public var nature: FailureNature { .unusableData }
}
