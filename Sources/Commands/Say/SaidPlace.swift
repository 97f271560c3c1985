import Messages
import Terminal
import Tracking

/// A place that a person names, in any language or code.
enum SaidPlace {
    /// - Throws: `CommandFailure` with the places that sound like it.
    static func read(_ text: String, country: String?, among places: Places) throws -> Place {
        let reference = places.resolve(scheme: nil, value: text, country: country)
        if let place = places.place(for: reference) { return place }
        let names = places.all.flatMap { [$0.code, $0.unlocode ?? $0.code, $0.nameZH, $0.nameRU] + parts($0.nameEN) }
        let near = Suggestion.near(text, among: names)
        throw CommandFailure(
            "cannot tell which place is", on: text,
            why: near.isEmpty ? "no place of ours sounds like it" : "did you mean \(near.joined(separator: " or "))?",
            try: near.first.map { "--place \"\($0)\"" } ?? "--place ALK, --place 阿拉山口 or --place Alashankou",
            kind: "unknown-place", status: .usage)
    }

    /// `Dostyk (Druzhba)` is known by either name.
    private static func parts(_ name: String) -> [String] {
        name.split { "(/)".contains($0) }.map { $0.split(separator: " ").joined(separator: " ") }
    }
}
