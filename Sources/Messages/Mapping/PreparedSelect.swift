/// A SELECT of the profile, ready to run, with where its columns stand.
final class PreparedSelect {
    let select: ItemSelect
    let statement: MappingStatement
    /// The subject, or the child of a link.
    let identifier: IdentifierColumns
    /// The alias, or the parent of a link.
    let other: IdentifierColumns
    let events: EventColumns
    let basis: Int32
    let from: Int32
    let until: Int32
    let retracted: Int32
    let sourceID: Int32
    let role: Int32
    let name: Int32
    let value: Int32
    let unit: Int32
    let carrier: Int32
    let asks: Int32
    let denied: Int32
    let byHand: Int32
    private let names: [String]

    /// Which group of columns it depends on, among those of `RowRepetition`.
    var group: Int?
    /// Which rows it is run over, where not over every one.
    var split: SplitRows?

    init(_ select: ItemSelect, on connection: MappingConnection, _ table: TableColumns) throws(ReadFailure) {
        self.select = select
        statement = try MappingStatement(select.text, on: connection, table)
        names = statement.columnNames
        let find = { [names] (name: String) in names.firstIndex(of: name).map(Int32.init) ?? -1 }
        identifier = IdentifierColumns(prefix: select.group == .links ? "child_" : "", find)
        other = IdentifierColumns(prefix: select.group == .links ? "parent_" : "alias_", find)
        events = EventColumns(find)
        basis = find("basis")
        from = find("from")
        until = find("until")
        retracted = find("retracted")
        sourceID = find("source_id")
        role = find("role")
        name = find("name")
        value = find("value")
        unit = find("unit")
        carrier = find("carrier")
        asks = find("asks")
        denied = find("denied")
        byHand = find("by_hand")
    }

    /// -1 where the SELECT does not have the column.
    func column(_ name: String) -> Int32 { names.firstIndex(of: name).map(Int32.init) ?? -1 }
}
