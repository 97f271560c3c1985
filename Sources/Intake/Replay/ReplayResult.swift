public import Store
public import Tracking

/// What a replay read, and what it found.
public struct ReplayResult: Sendable {
    /// What became of the messages of the archive.
    public struct Reading: Sendable {
        /// Messages read again.
        public var messages = 0
        /// How their items read now, by the name of the profile. What is a duplicate depends on what was read before.
        public var profiles: [String: Items] = [:]
        /// Messages whose bytes were not kept, as they only repeated what was known.
        public var notKept = 0
        /// Messages that cannot be read any more; what they said stays.
        public var unreadable: [Unreadable] = []
        public var items: Int { profiles.values.reduce(0) { $0 + $1.items } }
    }

    public struct Items: Sendable, Equatable {
        public var messages = 0
        public var items = 0
        /// Items of which nothing could be taken.
        public var rejected = 0
        /// Items with an event that we have no word for, or that say nothing at all.
        public var unmapped = 0
    }

    public struct Unreadable: Sendable {
        public var message: MessageID
        public var profile: String
        /// File name, for people.
        public var name: String?
        public var reason: String
    }

    public var reading = Reading()
    /// In a fixed order.
    public var differences: [ReplayDifference] = []
    /// The messages that the corrections name; empty where nothing was kept or corrected.
    public var corrections: [MessageID] = []

    public init() {}

    public var came: Int { differences.reduce(0) { $0 + $1.came } }
    public var went: Int { differences.reduce(0) { $0 + $1.went } }

    mutating func add(_ step: ReplayStep) {
        differences = differences.adding(step.differences)
        if let message = step.message { corrections.append(message) }
    }
}
