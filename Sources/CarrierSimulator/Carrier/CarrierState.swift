/// What a running carrier remembers.
struct CarrierState {
    /// Pages are kept until there are too many; then all are made anew as they are asked for.
    private static let pageLimit = 20_000

    var log = RequestLog()
    var gate: Gate?
    var publications: [String: Publications] = [:]
    private var pages: [Listing: CarrierAnswer] = [:]

    init(gate: Gate?) {
        self.gate = gate
    }

    func page(_ listing: Listing) -> CarrierAnswer? {
        pages[listing]
    }

    mutating func keep(_ answer: CarrierAnswer, for listing: Listing) {
        if pages.count >= Self.pageLimit { pages.removeAll(keepingCapacity: true) }
        pages[listing] = answer
    }
}
