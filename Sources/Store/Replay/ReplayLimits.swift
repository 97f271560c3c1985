public import Tracking

/// Which differences a replay is to apply; without any limit all of them.
public struct ReplayLimits: Sendable, Equatable {
    /// Only what messages of this profile say.
    public var profile: String?
    /// Only what messages say that were received then or later.
    public var since: Instant?
    /// Only what this message says.
    public var message: MessageID?

    public init(profile: String? = nil, since: Instant? = nil, message: MessageID? = nil) {
        self.profile = profile
        self.since = since
        self.message = message
    }

    var isNone: Bool { profile == nil && since == nil && message == nil }

    func allow(_ id: Int64, profile: String, receivedAt: Int64) -> Bool {
        (self.profile ?? profile) == profile && receivedAt >= (since?.milliseconds ?? .min)
            && (message?.rawValue ?? id) == id
    }
}

extension ReadSession {
    /// The sources that messages within the limits come from, with all people; nil where every source may be concerned.
    public func sources(within limits: ReplayLimits) throws -> Set<Int64>? {
        guard limits.profile != nil || limits.message != nil else { return nil }
        let profile = try limits.profile.map { try number($0) ?? -1 }
        let find = try statement(
            """
            SELECT DISTINCT source FROM message
            WHERE channel = 'person' OR (?1 IS NULL OR profile = ?1) AND (?2 IS NULL OR id = ?2)
            """
        ).bind(.optional(profile), .optional(limits.message?.rawValue))
        var found: Set<Int64> = []
        while try find.step() { found.insert(find.integer(0)) }
        return found
    }

    /// Whether a message may say something of these sources.
    public func concerns(_ message: ArchivedMessage, _ sources: Set<Int64>?) throws -> Bool {
        guard let sources else { return true }
        return try message.channel == .person || number(message.source).map(sources.contains) ?? false
    }
}
