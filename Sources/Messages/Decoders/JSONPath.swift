/// A way to values inside a JSON document: `$.events[*]`, `$[0].code`, `$.party["legal name"]`.
struct JSONPath: Hashable, Sendable, CustomStringConvertible {
    enum Step: Hashable, Sendable {
        case key(String)
        case index(Int)
        case each
    }

    var steps: [Step]
    var description: String

    /// Nil unless the text is such a path.
    init?(_ text: String) {
        guard text.first == "$" else { return nil }
        var rest = text.dropFirst()
        steps = []
        description = text
        while let first = rest.first {
            rest = rest.dropFirst()
            let step: Step? = first == "." ? Self.key(&rest) : first == "[" ? Self.bracket(&rest) : nil
            guard let step else { return nil }
            steps.append(step)
        }
    }

    /// The path to the array itself, for a path whose last step is `[*]`.
    var ofArray: ArraySlice<Step>? {
        steps.last == .each ? steps.dropLast() : nil
    }

    private static func key(_ rest: inout Substring) -> Step? {
        let name = rest.prefix { $0 != "." && $0 != "[" && $0 != "\"" && !$0.isWhitespace }
        rest = rest.dropFirst(name.count)
        return name.isEmpty ? nil : .key(String(name))
    }

    private static func bracket(_ rest: inout Substring) -> Step? {
        guard let end = rest.firstIndex(of: "]") else { return nil }
        let inside = rest[..<end]
        rest = rest[rest.index(after: end)...]
        if inside == "*" { return .each }
        if let index = Int(inside), index >= 0 { return .index(index) }
        guard inside.count > 2, inside.first == "\"", inside.last == "\"" else { return nil }
        return .key(String(inside.dropFirst().dropLast()))
    }
}
