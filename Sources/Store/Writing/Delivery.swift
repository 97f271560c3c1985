public import Tracking

/// What one question or one file brought, and what its arrival means for the schedule: the unit that the store accepts.
public struct Delivery: Sendable {
    /// A message with what it says.
    public struct Part: Sendable {
        public var message: Message
        public var report: Report

        public init(message: Message, report: Report) {
            self.message = message
            self.report = report
        }
    }

    /// The pages of an answer in order; none when nothing came and only the schedule is to be told so.
    public var parts: [Part]
    public var polls: [PollUpdate]

    public init(parts: [Part] = [], polls: [PollUpdate] = []) {
        self.parts = parts
        self.polls = polls
    }
}
