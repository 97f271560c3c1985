import GRDB

/// The numbers of repeated words, remembered. Rows of `term` are only ever added, so what is remembered stays true.
final class Terms {
    static let none: Int64 = 0
    static let unmapped: Int64 = 1

    private var numbers: [String: Int64] = ["": Terms.none, "unmapped": Terms.unmapped]
    /// A few words come again with every row: a place found by a word's length and ends, before any hashing.
    private var recent = [(text: String, number: Int64)](repeating: ("", Terms.none), count: 64)
    private let find: PreparedStatement
    private let add: PreparedStatement

    init(_ database: Database) throws {
        find = try PreparedStatement(database, "SELECT id FROM term WHERE text = ?")
        add = try PreparedStatement(database, "INSERT INTO term (text) VALUES (?) RETURNING id")
    }

    func number(_ text: String) throws -> Int64 {
        let place = Self.place(of: text)
        if recent[place].text == text { return recent[place].number }
        let number = try numbers[text] ?? look(find, text) ?? look(add, text) ?? Terms.none
        numbers[text] = number
        recent[place] = (text, number)
        return number
    }

    func number(_ text: String?) throws -> Int64 {
        try text.map { try number($0) } ?? Terms.none
    }

    /// The number of a word that is there; nil where it is not.
    func known(_ text: String) throws -> Int64? {
        try numbers[text] ?? look(find, text)
    }

    /// A transaction was undone: what it added is not there.
    func forget() {
        numbers = ["": Terms.none, "unmapped": Terms.unmapped]
        recent = [(text: String, number: Int64)](repeating: ("", Terms.none), count: 64)
    }

    private static func place(of text: String) -> Int {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last else { return 0 }
        return (bytes.count &* 5 &+ Int(first) &* 3 &+ Int(last) &* 7) & 63
    }

    private func look(_ statement: PreparedStatement, _ text: String) throws -> Int64? {
        try statement.bind(.text(text))
        defer { statement.finish() }
        return try statement.step() ? statement.integer(0) : nil
    }
}
