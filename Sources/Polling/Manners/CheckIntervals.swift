import Tracking

/// How often a number is asked about, by what it waits for.
public struct CheckIntervals: Sendable {
    /// One interval for every stage, from the settings; nil for the built-in ones.
    public var fixed: Duration?

    public init(fixed: Duration? = nil) {
        self.fixed = fixed
    }

    /// The interval until the next check of a number whose latest actual milestone is `milestone`.
    func interval(after milestone: Milestone?) -> Duration {
        if let fixed { return fixed }
        switch milestone {
        case nil: return .hours(6)
        case .delivered, .returned, .lost, .disposed, .cancelled: return .hours(24)
        case .outForDelivery: return .hours(1)
        case .borderArrived, .arrived, .discharged, .gaugeChanged: return .hours(2)
        default: return .hours(4)
        }
    }
}
