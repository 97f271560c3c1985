extension TableItems {
    /// Throws unless the table has the columns without which it says nothing.
    func checkShape() throws(ReadFailure) {
        let shape = profile.shape
        let has = { (name: String) in profile.columns.index(name).flatMap { header.cells[$0] } != nil }
        let missing = shape.required.filter { !has($0) }
        guard missing.isEmpty else {
            throw Self.wrongColumns("no column for \(missing.joined(separator: ", "))", header.names, profile)
        }
        guard shape.any.isEmpty || shape.any.contains(where: { $0.allSatisfy(has) }) else {
            let needed = shape.any.map { $0.joined(separator: " and ") }.joined(separator: ", or ")
            throw Self.wrongColumns("the columns link nothing: needed are \(needed)", header.names, profile)
        }
    }

    static func noHeader(_ text: [UInt8], _ profile: Profile) -> ReadFailure {
        let first = String(decoding: text.prefix(200).prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
        return wrongColumns(
            "none of the first \(TableHeader.rowsLookedAt) rows is a header that profile "
                + "\(profile.name) knows", [first], profile)
    }

    private static func wrongColumns(_ reason: String, _ names: [String], _ profile: Profile) -> ReadFailure {
        ReadFailure(
            .shapeChanged, at: "header", "\(reason); found: \(names.joined(separator: " | "))",
            remedy: "add the table's own names under `columns` in a copy of profile \(profile.name)")
    }
}
