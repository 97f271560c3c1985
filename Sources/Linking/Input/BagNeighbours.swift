/// Parcels of one bag and consignor that are known to be in a container.
public struct BagNeighbours: Hashable, Sendable {
    public var bag: String
    public var consignor: String?
    public var parcels: Int

    public init(bag: String, consignor: String? = nil, parcels: Int) {
        self.bag = bag
        self.consignor = consignor
        self.parcels = parcels
    }
}
