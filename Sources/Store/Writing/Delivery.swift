public import Tracking

/// A message with what it says and what its arrival means for the schedule: the unit that the store accepts.
public struct Delivery: Sendable {
    /// Nil when nothing came, and only the schedule is to be told so.
    public var message: Message?
    public var report: Report
    public var polls: [PollUpdate]

    public init(message: Message?, report: Report = Report(), polls: [PollUpdate] = []) {
        self.message = message
        self.report = report
        self.polls = polls
    }
}
