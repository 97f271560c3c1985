/// A bag's number with the consignor whose parcels it holds; without one where evidence is shared.
struct BagKey: Hashable, Sendable {
    var bag: String
    var consignor: String?
}
