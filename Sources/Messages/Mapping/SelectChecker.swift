/// Checks the SELECTs of a profile when it is loaded, so that none of their mistakes waits for a message.
final class SelectChecker {
    private let connection: Result<MappingConnection, ReadFailure>

    private let table: TableColumns

    init(_ table: TableColumns) {
        self.table = table
        do throws(ReadFailure) {
            connection = .success(try MappingConnection())
        } catch {
            connection = .failure(error)
        }
    }

    func mistakes(_ select: ItemSelect) -> [String] {
        do throws(ReadFailure) {
            let statement = try MappingStatement(select.text, on: connection.get(), table)
            return unknownColumns(statement, select.group) + unseen(statement, select)
        } catch {
            return [error.reason]
        }
    }

    /// Of rows that are told apart later only what the SELECT needs is remembered.
    private func unseen(_ statement: MappingStatement, _ select: ItemSelect) -> [String] {
        guard select.apart != nil else { return [] }
        let unseen = statement.columns.filter { !select.needs.contains($0) }.map { ":" + table.names[$0] }
        return (unseen + (statement.seesItem ? [":item"] : [])).map {
            "with `apart` a SELECT sees the columns that it `needs`, and \($0) is none of them"
        }
    }

    private func unknownColumns(_ statement: MappingStatement, _ group: ItemSelect.Group) -> [String] {
        var seen: Set<String> = []
        return statement.columnNames.compactMap { name in
            guard group.columns.contains(name) else {
                let near = Suggestion.nearest(name, among: group.columns).map { "did you mean \($0)?" }
                return "\(name) is no column of \(group.rawValue); "
                    + (near ?? "there are \(group.columns.joined(separator: ", "))")
            }
            return seen.insert(name).inserted ? nil : "the column \(name) stands twice"
        }
    }
}
