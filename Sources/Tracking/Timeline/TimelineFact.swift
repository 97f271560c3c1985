/// The facts that a timeline depends on. Whatever shares one timeline among several subjects compares these, so the
/// rules can ask for no other.
public enum TimelineFact: String, Sendable, CaseIterable {
    /// Where the container is to be unloaded for it.
    case unload
    case destination
    /// Where it goes, ISO 3166 alpha-2.
    case country
    /// Of a container: another one after a strip means that it went on.
    case seal

    /// Whether it is asked only to tell which news of a last-mile number counts.
    public var isOfLastMile: Bool { self == .country }
}
