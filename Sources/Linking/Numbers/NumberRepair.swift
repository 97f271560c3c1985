public import Tracking

/// A number that was read as another one, one edit away and known on that lane in that window.
///
/// The number as received is kept; the repair is evidence with a weight, never a replacement.
public struct NumberRepair: Hashable, Sendable {
    public enum Field: String, Sendable, Hashable { case customsList = "customs-list", bill, bag }

    /// The parcel whose number was repaired.
    public var subject: Subject
    public var field: Field
    public var received: String
    public var known: String
    /// By how much it wins over every other explanation, 3 or more.
    public var bits: Double
}
