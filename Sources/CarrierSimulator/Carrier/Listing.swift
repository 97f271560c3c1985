/// One page of one listing, by which its answer is remembered.
struct Listing: Hashable, Sendable {
    var version: DCSAVersion
    var container: String
    var cursor: PageCursor
    var limit: Int
}
