import Tracking

/// How often a number is asked about, where the settings say so and not the schedule.
public struct CheckIntervals: Sendable {
    /// One interval for every stage, from the settings; nil where the schedule decides.
    public var fixed: Duration?

    public init(fixed: Duration? = nil) {
        self.fixed = fixed
    }
}
