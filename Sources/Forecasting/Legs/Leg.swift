public import Tracking

/// What a number waits for, told by what it has last done, where, and on which lane: until the next thing happens.
public struct Leg: Hashable, Sendable {
    public var after: Milestone
    /// Code of the place where that was; nil where it is not known.
    public var place: String?
    /// Code of the country that the journey goes to; nil where it is not known.
    public var toward: String?

    public init(after milestone: Milestone, place: String? = nil, toward: String? = nil) {
        after = milestone
        self.place = place
        self.toward = toward
    }

    /// The leg, then what is like it in ever more general ways.
    var lineage: [Leg] {
        var legs = [self]
        if toward != nil { legs.append(Leg(after: after, place: place)) }
        if place != nil { legs.append(Leg(after: after)) }
        return legs
    }
}
