public import Messages
public import Store

/// Everything needed to ask one carrier: what its profile says and what the settings add.
public struct CarrierPlan: Sendable {
    /// Your name for it, in the settings.
    public var name: String
    public var profile: Profile
    public var baseURL: String
    public var secret: String?
    /// Requests a second in the long run.
    public var requestsPerSecond: Double
    /// Requests a day, counted in UTC.
    public var quotaPerDay: Int?
    /// Hours in which it is not asked.
    public var quiet: QuietHours?
    /// Requests in flight.
    public var concurrent: Int
    public var watch: [WatchRule]
    /// The same pause between questions about each number; nil where the schedule decides.
    public var interval: Duration?
    /// A file of certificates to trust besides the system's.
    public var certificateFile: String?

    /// Questions under way at once: where many requests are in flight, some answers are read meanwhile. With a few, what
    /// an answer turns out to be is known before the next request goes.
    var questions: Int { concurrent < 8 ? concurrent : concurrent * 2 }

    public init(
        name: String, profile: Profile, baseURL: String, secret: String? = nil, requestsPerSecond: Double = 1,
        quotaPerDay: Int? = nil, quiet: QuietHours? = nil, concurrent: Int = 2, watch: [WatchRule] = [],
        interval: Duration? = nil, certificateFile: String? = nil
    ) {
        self.name = name
        self.profile = profile
        self.baseURL = baseURL
        self.secret = secret
        self.requestsPerSecond = requestsPerSecond
        self.quotaPerDay = quotaPerDay
        self.quiet = quiet
        self.concurrent = concurrent
        self.watch = watch
        self.interval = interval
        self.certificateFile = certificateFile
    }
}
