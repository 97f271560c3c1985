/// Columns that should say the same on all rows of one subject: a parcel is not in two containers.
struct Agreement: Sendable, Hashable {
    var per: Int
    var columns: [Int]
}
