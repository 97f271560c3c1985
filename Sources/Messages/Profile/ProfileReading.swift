internal import Tracking
internal import Yams

/// Reads the text of one profile, noting every mistake and going on.
final class ProfileReading {
    let yaml: String
    let log: ProfileMistakeLog
    private(set) var profile: Profile?

    init(_ yaml: String, file: String) {
        self.yaml = yaml
        log = ProfileMistakeLog(file: file)
        guard let node = compose(), let root = ProfileNode(node, path: "", log: log) else { return }
        profile = Profile(self, root)
        root.finish()
    }

    private func compose() -> Node? {
        do {
            if let node = try Yams.compose(yaml: yaml) { return node }
            log.note(nil, "", "the profile is empty")
        } catch let error as YamlError {
            log.note(Self.line(of: error), "", "this is not YAML: \(error)")
        } catch {
            log.note(nil, "", "this is not YAML: \(error)")
        }
        return nil
    }

    private static func line(of error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: nil
        }
    }

    func format(_ root: ProfileNode) -> Profile.Format {
        let name = root.requiredText("reads")
        if let format = Profile.Format(rawValue: name) { return format }
        // The narrower words are understood; a table may come either way.
        if ["csv", "xlsx"].contains(name) { return .table }
        if !name.isEmpty {
            root.note("reads", "\(name) is no format; there are \(formats)")
        }
        return .json
    }

    private var formats: String { Profile.Format.allCases.map(\.rawValue).joined(separator: ", ") }

    /// Only of what is asked for: a document says what it says.
    func history(_ root: ProfileNode) -> Coverage.History? {
        guard let name = root.text("history") else { return nil }
        if let history = Coverage.History(rawValue: name) { return history }
        root.note("history", "\(name): there are \(Coverage.History.allCases.map(\.rawValue).joined(separator: ", "))")
        return nil
    }

    func columns(_ root: ProfileNode) -> TableColumns {
        guard let map = root.map("columns") else { return TableColumns() }
        let columns = map.keys.map { (name: $0, synonyms: map.texts($0)) }
        if columns.count > TableColumns.maximum {
            root.note("columns", "\(columns.count) columns; at most \(TableColumns.maximum) can be named")
            return TableColumns()
        }
        for column in columns where !column.name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
        {
            map.note(column.name, "a column's name is letters, digits and _")
        }
        return TableColumns(columns)
    }

    func knownColumns(_ root: ProfileNode, _ key: String, _ columns: TableColumns) -> [String] {
        let names = root.texts(key)
        for name in names where columns.index(name) == nil {
            root.note(key, unknownColumn(name, columns))
        }
        return names
    }

    func unknownColumn(_ name: String, _ columns: TableColumns) -> String {
        let near = Suggestion.nearest(name, among: columns.names).map { "; did you mean \($0)?" } ?? ""
        return "\(name) is not among `columns` or `fields`\(near)"
    }

    func paths(_ root: ProfileNode, _ key: String) -> [JSONPath] {
        root.texts(key).compactMap { text in
            if let path = JSONPath(text) { return path }
            root.note(key, "\(text) is no path; one looks like $.events[*] or $[0].code")
            return nil
        }
    }

    /// Where a document holds further JSON in a string.
    func unwrap(_ root: ProfileNode, _ reads: Profile.Format) -> [JSONPath] {
        if reads != .json, root.has("unwrap") { root.note("unwrap", "is for json") }
        return paths(root, "unwrap")
    }

    func recognition(_ root: ProfileNode) -> Recognition {
        guard let map = root.map("recognise") else { return Recognition() }
        return way(map)
    }

    private func way(_ map: ProfileNode) -> Recognition {
        defer { map.finish() }
        let others = map.list("or").compactMap { map.map($0, under: "or").map(way) }
        return Recognition(
            all: paths(map, "all"), any: paths(map, "any"), keys: map.texts("keys"),
            columns: map.texts("columns"), lacks: map.texts("lacks"), roots: map.texts("roots"), others: others)
    }

    func redact(_ root: ProfileNode, _ reads: Profile.Format, _ columns: TableColumns) -> [String] {
        if reads == .table { return knownColumns(root, "redact", columns) }
        if reads == .xml || reads == .edifact { return root.texts("redact") }
        guard case .sequence(let sequence) = root.node("redact") else {
            return paths(root, "redact").map(\.description)
        }
        return sequence.compactMap { node in
            guard case .scalar(let scalar) = node else { return nil }
            if let path = JSONPath(scalar.string) { return path.description }
            root.note("redact", "\(scalar.string) is no path; one looks like $.events[*] or $[0].code")
            return nil
        }
    }

    /// `{ each, look, words, paths, keep }` among the paths of `redact`.
    func redactWhere(_ root: ProfileNode, _ reads: Profile.Format) -> [ConditionalRedaction] {
        guard reads == .json || reads == .jsonLines, case .sequence(let sequence) = root.node("redact") else {
            return []
        }
        return sequence.compactMap { node in
            guard case .mapping = node, let map = root.map(node, under: "redact") else { return nil }
            defer { map.finish() }
            for key in ["each", "look", "words", "paths"] where map.texts(key).isEmpty { map.note(key, "is missing") }
            return ConditionalRedaction(
                each: paths(map, "each"), look: paths(map, "look"), words: map.texts("words").map { $0.lowercased() },
                paths: paths(map, "paths"), keep: map.texts("keep").map { $0.lowercased() })
        }
    }

    func each(_ root: ProfileNode, _ reads: Profile.Format) -> [JSONPath] {
        let each = paths(root, "each")
        for path in each where reads == .xml && path.elementNames == nil {
            root.note("each", "\(path): in xml it looks like $.WayBill[*].WayBillList[*], or is $ alone")
        }
        for path in each where reads != .xml && reads != .edifact && path.steps.dropLast().contains(.each) {
            root.note("each", "\(path): [*] may stand only at the end")
        }
        let hasElements = reads == .json || reads == .xml || reads == .edifact
        if hasElements, each.isEmpty, !root.has("each") { root.note("each", "is missing: which element repeats?") }
        if !hasElements, root.has("each") {
            root.note("each", "is for json, xml and edifact; in \(reads.rawValue) the line repeats")
        }
        return each
    }

    /// `clock: place` (the default) or `clock: table`.
    func keepsOwnClock(_ root: ProfileNode) -> Bool {
        guard let word = root.text("clock") else { return false }
        if !["place", "table"].contains(word) {
            root.note("clock", "\(word): times are by the clock of the place, or by that of the table's keeper (table)")
        }
        return word == "table"
    }

    func milestones(_ root: ProfileNode) -> [String: Milestone] {
        guard let map = root.map("milestones") else { return [:] }
        var milestones: [String: Milestone] = [:]
        for code in map.keys {
            guard let name = map.text(code) else { continue }
            if let milestone = Milestone(rawValue: name), milestone != .unmapped {
                milestones[code] = milestone
            } else {
                let near = Suggestion.nearest(name, among: Milestone.allCases.map(\.rawValue))
                map.note(code, "\(name) is no milestone\(near.map { "; did you mean \($0)?" } ?? "")")
            }
        }
        return milestones
    }

    func zone(_ root: ProfileNode) -> String? {
        guard let zone = root.text("zone") else { return nil }
        if !Zones.shared.contains(zone) {
            root.note("zone", "\(zone) is no zone; one looks like Asia/Shanghai")
        }
        return zone
    }
}
