/// Where the zone of a time comes from.
public enum ZoneBasis: String, Sendable, Hashable, CaseIterable {
    /// The message itself gave an offset or a zone.
    case reported
    /// The message gave a local time; the zone is that of its place.
    case place
    /// Neither; the zone is an assumption, and the time is marked wherever it is shown.
    case assumed
}
