internal import Yams

extension ProfileReading {
    /// `name: PATH`, `name: [PATH, …]`, `{ text: PATH }` where only a string counts, `{ json: PATH }` for an array or object.
    func fields(_ root: ProfileNode) -> (TableColumns, JSONFields) {
        guard let map = root.map("fields") else { return (TableColumns(), JSONFields([])) }
        let names = map.keys
        if names.count > TableColumns.maximum {
            root.note("fields", "\(names.count) fields; at most \(TableColumns.maximum) can be named")
            return (TableColumns(), JSONFields([]))
        }
        let fields = names.map { name in
            if !name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) {
                map.note(name, "a field's name is letters, digits and _")
            }
            if ["item", "head", "asked"].contains(name) { map.note(name, "this name has a meaning of its own") }
            guard case .mapping = map.node(name), let only = map.map(name) else { return sources(map, name, .any) }
            defer { only.finish() }
            return only.has("json") ? sources(only, "json", .json) : sources(only, "text", .text)
        }
        return (TableColumns(names.map { (name: $0, synonyms: []) }), JSONFields(fields))
    }

    private func sources(_ map: ProfileNode, _ key: String, _ form: JSONFields.Form)
        -> [(path: JSONPath, form: JSONFields.Form)]
    {
        let found = paths(map, key)
        if found.isEmpty { map.note(key, "needs a path such as $.event.code") }
        for path in found where path.steps.contains(where: { if case .key = $0 { false } else { true } }) {
            map.note(key, "\(path): a field is found by keys only")
        }
        return found.map { ($0, form) }
    }
}
