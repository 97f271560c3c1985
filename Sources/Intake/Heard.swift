public import Store
public import Tracking

/// What came of something that a person said.
public struct Heard: Sendable {
    public var receipt: Receipt
    /// What was understood.
    public var report: Report
    /// What became of messages that are out of force by it.
    public var withdrawals: [Withdrawal]
}
