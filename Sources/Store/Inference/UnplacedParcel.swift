public import Tracking

/// A parcel that no paper puts into a container, with what is known of it: the evidence from which its container may be
/// worked out.
public struct UnplacedParcel: Sendable {
    public var stored: StoredSubject
    /// Its events under all numbers of the line haul, in no order.
    public var events: [Event] = []
    /// The bags it is told to be in.
    public var bags: [Subject] = []
    /// The bills and customs papers it stands on.
    public var papers: [Subject] = []
    /// Trains that it is told to be on.
    public var trains: [Subject] = []
    /// What it is not in, as a person says.
    public var denied: Set<Subject> = []
    /// By name, what was told last.
    public var facts: [String: String] = [:]
}
