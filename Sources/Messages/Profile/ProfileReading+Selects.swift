internal import Yams

extension ProfileReading {
    func shape(_ root: ProfileNode, _ reads: Profile.Format, _ columns: TableColumns) -> Shape {
        guard let map = root.map("shape") else { return Shape() }
        defer { map.finish() }
        if reads == .csv {
            let any = map.textLists("any")
            for name in any.joined() where columns.index(name) == nil { map.note("any", unknownColumn(name, columns)) }
            return Shape(required: knownColumns(map, "required", columns), any: any)
        }
        return Shape(required: paths(map, "required").map(\.description))
    }

    func agreement(_ root: ProfileNode, _ columns: TableColumns) -> Agreement? {
        guard let map = root.map("agree") else { return nil }
        defer { map.finish() }
        let names = knownColumns(map, "columns", columns).compactMap(columns.index)
        guard let per = knownColumns(map, "per", columns).first.flatMap(columns.index) else { return nil }
        return Agreement(per: per, columns: names)
    }

    func restsOnEvents(_ root: ProfileNode) -> Bool {
        guard let text = root.text("rests-on") else { return false }
        if text != "events" { root.note("rests-on", "\(text): only events can be rested on") }
        return true
    }

    func selects(_ root: ProfileNode, _ columns: TableColumns) -> [ItemSelect] {
        let checker = SelectChecker(columns)
        let with = root.text("with").map { $0.trimmingPrefix { $0.isWhitespace } }
        var selects: [ItemSelect] = []
        for group in ItemSelect.Group.allCases {
            for var select in groupSelects(group, root, columns) {
                if let with { select.text = Self.text(select.text, with: String(with)) }
                for mistake in checker.mistakes(select) { root.note(group.rawValue, mistake) }
                selects.append(select)
            }
        }
        if selects.isEmpty { root.note("events", "there is no SELECT at all: the profile would read nothing") }
        return selects
    }

    /// The SELECT with the tables that all of the profile's share before its own.
    private static func text(_ select: String, with shared: String) -> String {
        let own = select.trimmingPrefix { $0.isWhitespace }
        guard own.uppercased().hasPrefix("WITH"), own.dropFirst(4).first?.isWhitespace == true else {
            return "WITH \(shared)\n\(own)"
        }
        return "WITH \(shared),\n\(own.dropFirst(4))"
    }

    /// A text, or a list of `{needs, per, select}`.
    private func groupSelects(_ group: ItemSelect.Group, _ root: ProfileNode, _ columns: TableColumns) -> [ItemSelect] {
        let key = group.rawValue
        guard let node = root.node(key) else { return [] }
        if case .scalar(let scalar) = node { return [ItemSelect(group: group, text: scalar.string)] }
        return root.list(key).compactMap { node in
            if case .scalar(let scalar) = node { return ItemSelect(group: group, text: scalar.string) }
            guard let map = root.map(node, under: key) else { return nil }
            defer { map.finish() }
            return ItemSelect(
                group: group, text: map.requiredText("select"),
                needs: knownColumns(map, "needs", columns).compactMap(columns.index),
                per: knownColumns(map, "per", columns).compactMap(columns.index))
        }
    }
}
