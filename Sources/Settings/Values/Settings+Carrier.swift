extension Settings {
    /// A carrier that is asked.
    public struct Carrier: Equatable, Sendable {
        /// The site's own name for it, unique in the file.
        public var name: String
        public var profile: Profile
        /// Where its interface is, without a slash at the end; nil when the profile says it.
        public var baseURL: String?
        /// Where its key is found; the key itself is never here.
        public var secret: SecretReference?
        /// Nil when the profile's rate holds.
        public var rate: Rate?
        /// Nil when the profile's quota holds.
        public var quota: Quota?
        /// Nil when it is asked at any hour.
        public var quiet: QuietHours?
        /// The zone whose clock the quiet hours are read from; nil when the report zone's holds.
        public var quietZone: String?
        /// Requests in flight; nil when the profile's own number holds.
        public var concurrent: Int?
        /// Numbers it is asked about unbidden.
        public var watch: [WatchRule]
        /// One more certificate authority to trust.
        public var caFile: String?
        /// How often a number is asked; nil when the stage of its journey decides.
        public var interval: Interval?

        public init(
            name: String, profile: Profile, baseURL: String? = nil, secret: SecretReference? = nil,
            rate: Rate? = nil, quota: Quota? = nil, quiet: QuietHours? = nil, quietZone: String? = nil,
            concurrent: Int? = nil, watch: [WatchRule] = [], caFile: String? = nil, interval: Interval? = nil
        ) {
            self.name = name
            self.profile = profile
            self.baseURL = baseURL
            self.secret = secret
            self.rate = rate
            self.quota = quota
            self.quiet = quiet
            self.quietZone = quietZone
            self.concurrent = concurrent
            self.watch = watch
            self.caFile = caFile
            self.interval = interval
        }
    }
}
