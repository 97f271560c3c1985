/// So many requests in so long.
public struct AskRate: Hashable, Sendable {
    public var requests: Int
    public var interval: Duration

    public init(requests: Int, interval: Duration) {
        self.requests = requests
        self.interval = interval
    }

    /// `2/s`, `100/minute`, `250/day`; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let requests = Int(parts[0]), requests > 0 else { return nil }
        switch parts[1] {
        case "s", "second": interval = .seconds(1)
        case "m", "min", "minute": interval = .seconds(60)
        case "h", "hour": interval = .seconds(3600)
        case "d", "day": interval = .seconds(86400)
        default: return nil
        }
        self.requests = requests
    }
}
