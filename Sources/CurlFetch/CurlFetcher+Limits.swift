extension CurlFetcher {
    /// How much a fetcher may do at once and how long it is patient.
    public struct Limits: Sendable {
        /// Exchanges in flight over all hosts; connections kept open are never more.
        public var maximumConnections: Int
        /// Exchanges in flight to one host and port; the others wait their turn, hosts taking turns.
        public var maximumConnectionsPerHost: Int
        /// A connection, TLS included, stands within this time; whole milliseconds.
        public var connectTimeout: Duration
        /// An answer slower than this for ``lowSpeedTime`` is given up; bytes per second, 0 for never.
        public var lowSpeed: Int
        /// How long an answer may be slower than ``lowSpeed``; whole seconds.
        public var lowSpeedTime: Duration
        /// Sent as `User-Agent`, and names a contact; a header of the request outranks it.
        public var userAgent: String
        /// `http:` is let through to 127.0.0.0/8, `[::1]` and `localhost`; everywhere else it is always refused.
        public var allowPlainHTTPOnLoopback: Bool

        public init(
            maximumConnections: Int = 32,
            maximumConnectionsPerHost: Int = 2,
            connectTimeout: Duration = .seconds(10),
            lowSpeed: Int = 100,
            lowSpeedTime: Duration = .seconds(20),
            userAgent: String = "caravan",
            allowPlainHTTPOnLoopback: Bool = true
        ) {
            self.maximumConnections = max(1, maximumConnections)
            self.maximumConnectionsPerHost = max(1, maximumConnectionsPerHost)
            self.connectTimeout = connectTimeout
            self.lowSpeed = lowSpeed
            self.lowSpeedTime = lowSpeedTime
            self.userAgent = userAgent
            self.allowPlainHTTPOnLoopback = allowPlainHTTPOnLoopback
        }
    }
}
