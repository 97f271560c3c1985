import Yams

/// A value of the file together with its key path.
struct SettingsField {
    let node: Node
    let path: String
    /// Where its key stands; where the value stands for an element of a list.
    let line: Int
    let column: Int

    init(node: Node, path: String, mark: Mark?) {
        self.node = node
        self.path = path
        line = mark?.line ?? 1
        column = mark?.column ?? 1
    }

    /// The path of a key under this value.
    func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// What the value is, for a person.
    var kind: String {
        switch node {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar: "a single value"
        case .alias: "a reference"
        }
    }

    /// The text of a single value; nil for anything else and for an empty one.
    var text: String? {
        guard case .scalar(let scalar) = node, !isEmpty else { return nil }
        return scalar.string
    }

    /// Whether the key is there without a value: `rate:`, `rate: ~`, `rate: null`.
    var isEmpty: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
