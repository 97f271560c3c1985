/// The numbers of repeated words, remembered. Rows of `term` are only ever added, so what is remembered stays true.
final class Terms {
    static let none: Int64 = 0
    static let unmapped: Int64 = 1

    private var numbers: [String: Int64] = ["": Terms.none, "unmapped": Terms.unmapped]
    private let find: PreparedStatement
    private let add: PreparedStatement

    init(_ session: WriteSession.Statements) throws {
        find = try session.make("SELECT id FROM term WHERE text = ?")
        add = try session.make("INSERT INTO term (text) VALUES (?) RETURNING id")
    }

    func number(_ text: String) throws -> Int64 {
        if let number = numbers[text] { return number }
        let number = try look(find, text) ?? look(add, text) ?? Terms.none
        numbers[text] = number
        return number
    }

    func number(_ text: String?) throws -> Int64 {
        try text.map { try number($0) } ?? Terms.none
    }

    /// A transaction was undone: what it added is not there.
    func forget() {
        numbers = ["": Terms.none, "unmapped": Terms.unmapped]
    }

    private func look(_ statement: PreparedStatement, _ text: String) throws -> Int64? {
        try statement.bind(.text(text))
        defer { statement.finish() }
        return try statement.step() ? statement.integer(0) : nil
    }
}
