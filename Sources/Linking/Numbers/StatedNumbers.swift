/// The numbers that the parcels state, with what each was taken to mean.
struct StatedNumbers: Sendable {
    struct Stated: Hashable, Sendable {
        var text: String
        var isRepaired: Bool
    }

    /// By position of the parcel; nil where none was stated.
    var lists: [Stated?]
    var bills: [Stated?]
    var bags: [Stated?]
    var repairs: [NumberRepair] = []

    init(_ parcels: [OpenParcel]) {
        func stated(_ text: String?) -> Stated? {
            text.flatMap { $0.isEmpty ? nil : Stated(text: $0, isRepaired: false) }
        }
        lists = parcels.map { stated($0.customsList) }
        bills = parcels.map { stated($0.bill) }
        bags = parcels.map { stated($0.bag) }
    }
}
