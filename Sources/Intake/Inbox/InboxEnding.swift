public import Tracking

/// What became of one file of a folder.
public struct InboxEnding: Sendable {
    public enum Outcome: Sendable {
        case taken(FileResult)
        case rejected(InboxRejection)
    }

    public var folder: String
    /// The name it came under.
    public var name: String
    /// Bytes.
    public var size: Int64
    /// Lower-case hexadecimal; nil when it was too large to be read.
    public var sha256: String?
    /// When it came, by the clock of the machine that keeps the folder, and never in the future.
    public var cameAt: Instant
    public var takenAt: Instant
    /// The profile that the folder is for; nil when formats are recognised.
    public var wanted: String?
    public var outcome: Outcome
    /// Where it is now, beginning at the folder: `done/list-2.csv`. Nil before it has moved.
    public var movedTo: String?

    /// Whether a person should look: it was rejected, or rows of it were.
    public var wantsAttention: Bool {
        switch outcome {
        case .taken(let result): result.accounting.rejected > 0 || result.problemsRejectRows
        case .rejected: true
        }
    }
}

extension FileResult {
    fileprivate var problemsRejectRows: Bool { problems.contains { $0.problem.severity == .rejection } }
}
