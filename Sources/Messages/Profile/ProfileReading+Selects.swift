internal import Yams

extension ProfileReading {
    func shape(_ root: ProfileNode, _ reads: Profile.Format, _ columns: TableColumns) -> Shape {
        guard let map = root.map("shape") else { return Shape() }
        defer { map.finish() }
        if reads == .table {
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
        let first = knownColumns(map, "first", columns).compactMap(columns.index)
        if first.count > Agreement.mostFirst { map.note("first", "at most \(Agreement.mostFirst) columns") }
        return Agreement(per: per, columns: names, first: Array(first.prefix(Agreement.mostFirst)))
    }

    func restsOnEvents(_ root: ProfileNode) -> Bool {
        guard let text = root.text("rests-on") else { return false }
        if text != "events" { root.note("rests-on", "\(text): only events can be rested on") }
        return true
    }

    func selects(_ root: ProfileNode, _ columns: TableColumns) -> [ItemSelect] {
        let checker = SelectChecker(columns)
        var selects: [ItemSelect] = []
        for group in ItemSelect.Group.allCases {
            for select in groupSelects(group, root, columns) {
                for mistake in checker.mistakes(select) { root.note(group.rawValue, mistake) }
                selects.append(select)
            }
        }
        if selects.isEmpty { root.note("events", "there is no SELECT at all: the profile would read nothing") }
        return selects
    }

    /// A text, or a list of `{needs, lacks, roots, per, apart, select}`.
    private func groupSelects(_ group: ItemSelect.Group, _ root: ProfileNode, _ columns: TableColumns) -> [ItemSelect] {
        let key = group.rawValue
        guard let node = root.node(key) else { return [] }
        let text = { (select: String) in self.with(root, select) }
        if case .scalar(let scalar) = node { return [ItemSelect(group: group, text: text(scalar.string))] }
        return root.list(key).compactMap { node in
            if case .scalar(let scalar) = node { return ItemSelect(group: group, text: text(scalar.string)) }
            guard let map = root.map(node, under: key) else { return nil }
            defer { map.finish() }
            return ItemSelect(
                group: group, text: text(map.requiredText("select")),
                needs: knownColumns(map, "needs", columns).compactMap(columns.index),
                lacks: knownColumns(map, "lacks", columns).compactMap(columns.index), roots: map.texts("roots"),
                per: knownColumns(map, "per", columns).compactMap(columns.index), apart: apart(map, columns))
        }
    }

    private func apart(_ map: ProfileNode, _ columns: TableColumns) -> Apart? {
        let named = knownColumns(map, "apart", columns)
        guard !named.isEmpty else { return nil }
        let indexes = named.compactMap(columns.index)
        guard named.count == 2, Set(indexes).count == 2 else {
            map.note("apart", "two columns stand here: what is split, and over what, as in [bag, container]")
            return nil
        }
        let needed = Set(knownColumns(map, "needs", columns).compactMap(columns.index))
        if !needed.isSuperset(of: indexes) { map.note("apart", "both columns must be among `needs` too") }
        return Apart(whole: indexes[0], part: indexes[1])
    }

    /// A SELECT behind the table expressions that `with` gives to all of them.
    private func with(_ root: ProfileNode, _ select: String) -> String {
        guard let common = root.text("with"), !common.isEmpty, !select.isEmpty else { return select }
        let start = select.drop { $0.isWhitespace }
        return start.prefix(5).uppercased() == "WITH "
            ? "WITH \(common),\n\(start.dropFirst(5))" : "WITH \(common)\n\(select)"
    }
}
