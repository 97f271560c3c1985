extension Settings {
    /// A folder whose files are imported.
    public struct Inbox: Equatable, Sendable {
        /// The folder.
        public var path: String
        /// How its files are read; nil when each file's format is recognised.
        public var profile: Profile?
        /// When a file should have come; nil when none is missed.
        public var expect: Expectation?

        public init(path: String, profile: Profile? = nil, expect: Expectation? = nil) {
            self.path = path
            self.profile = profile
            self.expect = expect
        }
    }
}
