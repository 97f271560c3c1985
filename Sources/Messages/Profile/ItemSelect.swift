/// One SELECT of a profile over an item, and when it need not be run.
///
/// It sees `:item`, `:head` and `:asked` as JSON texts, and in a table each cell by its column's name: `:parcel`.
struct ItemSelect: Sendable, Hashable {
    /// What the rows of a SELECT are.
    enum Group: String, Sendable, Hashable, CaseIterable {
        case problems, mentions, events, links, aliases, facts, watches, retractions, undoings

        /// The columns that a SELECT of this group may give.
        var columns: [String] {
            let identifier = ["kind", "scheme", "issuer", "code"]
            return switch self {
            case .problems: ["severity", "kind", "column", "value", "reason"]
            case .mentions: identifier
            case .events:
                identifier + [
                    "source_id", "version", "retracted", "raw_code", "milestone", "classifier", "at", "zone", "offset",
                    "precision", "place_scheme", "place", "place_name", "country", "load", "text",
                ]
            case .links:
                identifier.map { "child_\($0)" } + identifier.map { "parent_\($0)" } + [
                    "from", "until", "basis", "denied", "retracted", "source_id",
                ]
            case .aliases: identifier + identifier.map { "alias_\($0)" } + ["role", "from", "by_hand"]
            case .facts: identifier + ["name", "value", "unit"]
            case .watches: identifier + ["carrier", "asks"]
            case .retractions:
                identifier + ["occurred_at", "source", "source_id", "raw_code", "place", "classifier"]
            case .undoings: ["source", "sha256", "replacement"]
            }
        }
    }

    var group: Group
    var text: String
    /// Columns of the table that must be filled in a row; where one is empty the SELECT would give nothing.
    var needs: [Int] = []
    /// Columns of which none may be filled for the SELECT to be run.
    var lacks: [Int] = []
    /// Of XML, names of the outermost element; in a message of another name the SELECT would give nothing. Empty: all.
    var roots: [String] = []
    /// Columns on which alone the SELECT depends: what was said once for their values is not said again in a message.
    var per: [Int] = []
    /// The SELECT is run only over rows that must be told apart, those before the one that shows it included; of each it
    /// sees the columns that it needs.
    var apart: Apart?

    var needsMask: UInt64 { needs.reduce(0) { $0 | 1 << UInt64($1) } }
    var lacksMask: UInt64 { lacks.reduce(0) { $0 | 1 << UInt64($1) } }
}
