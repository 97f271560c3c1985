/// How the simulated carrier treats its clients.
public struct CarrierOptions: Hashable, Sendable {
    /// The key that the `API-Key` header must carry; nil lets everybody in.
    public var apiKey: String?
    /// The rate above which answers are refused; nil refuses nobody.
    public var rateLimit: RateLimit?
    /// How long each answer takes, in real time.
    public var delay = Duration.zero
    public var habits = CarrierHabits()

    public init() {}
}
