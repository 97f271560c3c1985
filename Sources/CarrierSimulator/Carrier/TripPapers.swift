/// What the carrier's papers say of the trip an event belongs to.
struct TripPapers: Hashable, Sendable {
    var sizeType: String
    /// Booking or consignment note; nil on trips that are not ours.
    var consignment: String?
    var seal: String?
}
