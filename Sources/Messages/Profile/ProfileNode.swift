internal import Yams

/// A mapping of a profile's text, read key by key; remembers what was asked for, so that what nobody asked for is a
/// mistake with a suggestion.
final class ProfileNode {
    private let entries: [(key: String, line: Int?, value: Node)]
    private let line: Int?
    private let path: String
    private let log: ProfileMistakeLog
    private var known: Set<String> = []

    /// Nil, with a mistake noted, unless `node` is a mapping.
    init?(_ node: Node, path: String, log: ProfileMistakeLog) {
        self.path = path
        self.log = log
        line = node.mark?.line
        guard case .mapping(let mapping) = node else {
            log.note(node.mark?.line, path, "keys and values were expected")
            return nil
        }
        entries = mapping.map { ($0.key.string ?? "?", $0.key.mark?.line, $0.value) }
    }

    /// In the order of the text.
    var keys: [String] {
        known.formUnion(entries.map(\.key))
        return entries.map(\.key)
    }

    func node(_ key: String) -> Node? {
        known.insert(key)
        guard let node = entries.first(where: { $0.key == key })?.value, !Self.isNull(node) else { return nil }
        return node
    }

    func line(_ key: String) -> Int? { entries.first { $0.key == key }?.line ?? line }

    func note(_ key: String, _ reason: String) { log.note(line(key), full(key), reason) }

    func has(_ key: String) -> Bool { node(key) != nil }

    func text(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let scalar) = node else {
            note(key, "a text was expected")
            return nil
        }
        return scalar.string
    }

    func requiredText(_ key: String) -> String {
        if let text = text(key), !text.isEmpty { return text }
        if !has(key) { note(key, "is missing") }
        return ""
    }

    /// One text, or a list of them.
    func texts(_ key: String) -> [String] {
        guard let node = node(key) else { return [] }
        return texts(of: node, key)
    }

    /// A list of lists of texts.
    func textLists(_ key: String) -> [[String]] {
        list(key).map { texts(of: $0, key) }
    }

    func whole(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            note(key, "\(text) is no whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return value
    }

    func list(_ key: String) -> [Node] {
        guard let node = node(key) else { return [] }
        if case .sequence(let sequence) = node { return Array(sequence) }
        note(key, "a list was expected")
        return []
    }

    func map(_ key: String) -> ProfileNode? {
        node(key).flatMap { ProfileNode($0, path: full(key), log: log) }
    }

    /// `node`, one of a list under `key`, as keys and values.
    func map(_ node: Node, under key: String) -> ProfileNode? {
        ProfileNode(node, path: full(key), log: log)
    }

    /// Notes every key that no one has asked for.
    func finish() {
        for entry in entries where !known.contains(entry.key) {
            let near = Suggestion.nearest(entry.key, among: known)
            let advice = near.map { "did you mean \($0)?" } ?? "there are \(known.sorted().joined(separator: ", "))"
            log.note(entry.line, full(entry.key), "is no key of a profile here; \(advice)")
        }
    }

    private func texts(of node: Node, _ key: String) -> [String] {
        switch node {
        case .scalar(let scalar): return [scalar.string]
        case .sequence(let sequence):
            return sequence.compactMap { element in
                guard case .scalar(let scalar) = element else {
                    log.note(element.mark?.line, full(key), "a text was expected")
                    return nil
                }
                return scalar.string
            }
        default:
            note(key, "a text or a list of texts was expected")
            return []
        }
    }

    private func full(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return scalar.string.isEmpty || scalar.string == "null" || scalar.string == "~"
    }
}
