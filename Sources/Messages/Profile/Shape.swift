/// What a message must have to be the document that the profile describes.
struct Shape: Sendable, Hashable {
    /// Paths, or columns of a table, that must all be there.
    var required: [String] = []
    /// Groups of columns, of which at least one must be there as a whole; where there is no group, anything goes.
    var any: [[String]] = []

    var requiredPaths: [JSONPath] { required.compactMap(JSONPath.init) }
}
