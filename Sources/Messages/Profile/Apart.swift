/// When rows of a table must be told apart: where the rows of one `whole` (a bag) name more than one `part` (a
/// container), so that what is told of the whole no longer tells where each row's own is.
struct Apart: Sendable, Hashable {
    var whole: Int
    var part: Int
}
