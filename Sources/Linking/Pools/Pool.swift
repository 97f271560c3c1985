/// Parcels that are judged together: those of one bag, or one parcel alone.
struct Pool: Sendable {
    /// Positions of the parcels in their table, ascending.
    var members: [Int]
    var key: BagKey?
    /// Consignor whose partition it belongs to; -1 for unknown.
    var partition: Int
    var pieces: Int
    var grams: Int
    /// Whether its parcels were taken out of a bag that their scans do not fit.
    var isApart = false
}
