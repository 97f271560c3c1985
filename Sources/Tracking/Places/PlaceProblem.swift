/// Why a row of a user's table of places could not be taken, and what would be right.
public struct PlaceProblem: Error, Hashable, Sendable {
    /// The row below the header, from 1.
    public var row: Int
    public var column: String
    public var reason: String
}
