import Messages
public import Tracking

/// How messages are read here: with which places, and in which zone a hand-kept table means its times.
public struct ReadingRoom: Sendable {
    public var places: Places
    /// IANA name, for times without a zone of their own.
    public var reportZone: String

    public init(places: Places = .corridor, reportZone: String = "Asia/Shanghai") {
        self.places = places
        self.reportZone = reportZone
    }

    func reader(for profile: Profile) throws -> MessageReader {
        try MessageReader(profile: profile, places: places, reportZone: reportZone)
    }
}
