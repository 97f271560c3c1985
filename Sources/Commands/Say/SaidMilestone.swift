import Messages
import Terminal
import Tracking

/// A milestone that a person names: by our word, or as it is called on screen in any language.
enum SaidMilestone {
    /// - Throws: `CommandFailure` with the milestone that was probably meant.
    static func read(_ text: String) throws -> Milestone {
        let all = Milestone.allCases.filter { $0 != .unmapped }
        let typed = text.lowercased()
        if let exact = all.first(where: { $0.rawValue == typed.replacing(" ", with: "-") }) { return exact }
        let named = all.filter { milestone in
            Language.allCases.contains { milestone.name($0).lowercased() == typed }
        }
        if named.count == 1 { return named[0] }
        let near = Suggestion.nearest(typed, among: all.map(\.rawValue))
        throw CommandFailure(
            "no such milestone", on: text,
            why: near.map { "did you mean \($0)?" } ?? "there are " + all.map(\.rawValue).joined(separator: ", "),
            try: near.map { "write \($0)" } ?? "write one of them", kind: "unknown-milestone", status: .usage)
    }
}
