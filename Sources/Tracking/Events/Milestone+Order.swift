extension Milestone {
    /// The rank in a journey that goes well, from 0: the order of milestones that share an instant.
    public var order: Int {
        Self.orders[self] ?? Self.orders.count
    }

    private static let orders = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}
