import Linking
import Store

extension InferenceReport {
    /// How many links were withheld for each rule, by its word.
    public var withheld: [(rule: String, count: Int)] {
        LinkConflict.Kind.allCases.compactMap { kind in
            let count = conflicts.count { $0.kind == kind }
            return count > 0 ? (kind.rawValue, count) : nil
        }
    }

    /// What the round did, in a line; nil where there is nothing to tell.
    public var line: String? {
        var parts: [String] = []
        if change.added + change.ended > 0 {
            parts.append("links inferred: \(change.added) new, \(change.ended) ended")
        }
        if !conflicts.isEmpty {
            parts.append(
                "evidence against a rule: " + withheld.map { "\($0.count) \($0.rule)" }.joined(separator: ", "))
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}
