/// Columns that should say the same on all rows of one subject: a parcel is not in two containers.
struct Agreement: Sendable, Hashable {
    /// As many columns as are compared by their first row.
    static let mostFirst = 3

    var per: Int
    var columns: [Int]
    /// Columns of which only what the first row of a subject says is taken: a weight on a second row may be that of
    /// another article or the same once more, and nobody can tell.
    var first: [Int] = []
}
