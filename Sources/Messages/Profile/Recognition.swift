/// How an imported file of a profile's kind is known.
struct Recognition: Sendable, Hashable {
    /// Paths that must all exist.
    var all: [JSONPath] = []
    /// Paths of which one must exist.
    var any: [JSONPath] = []
    /// Keys that must all stand somewhere near the beginning; known even in a file that is damaged further down.
    var keys: [String] = []
    /// Columns, of which the table's header must have all.
    var columns: [String] = []
    /// Columns, of which the table's header must have none: they make it another document.
    var lacks: [String] = []

    /// Of XML, names of which the outermost element must have one.
    var roots: [String] = []
    /// Other ways to be known: the one that fits best counts.
    var others: [Recognition] = []

    var isEmpty: Bool {
        all.isEmpty && any.isEmpty && keys.isEmpty && columns.isEmpty && lacks.isEmpty && roots.isEmpty
    }
}
