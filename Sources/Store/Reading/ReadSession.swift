import GRDB
import Tracking

/// One consistent state of the database, asked in the words of the domain. Valid only inside ``StoreReader/read(asOf:_:)``.
public final class ReadSession {
    let database: Database
    public private(set) var knowledge = Knowledge.current
    private var words: [Int64: String] = [0: "", 1: "unmapped"]
    private var numbers: [String: Int64] = [:]
    private var statements = StatementCache()
    private var receipts: [Int64: Instant] = [:]
    private var forms: [Int64: SituationReading.Form] = [:]
    /// Bags by their number, and the numbers of what is known of them.
    var likenesses: [Int64: Int64] = [:]
    /// Containers and consignments under a consignment, by its number.
    var carriersUnder: [Int64: [StoredSubject]] = [:]
    private var patterns: [Situation.Pattern: Int64] = [:]
    /// A number is looked up and then told of; all its numbers need not be gathered twice.
    var lastNumbers: (id: Int64, numbers: Numbers)?

    init(_ database: Database) {
        self.database = database
    }

    func statement(_ sql: StaticString) throws -> PreparedStatement {
        try statements.statement(sql, on: database)
    }

    /// Every statement that was needed so far, for the tests that look at their plans.
    var preparedSQL: [String] { statements.preparedSQL }

    /// The word behind a number of `term`.
    func word(_ number: Int64) throws -> String {
        if let known = words[number] { return known }
        let find = try statement("SELECT text FROM term WHERE id = ?").bind(.integer(number))
        defer { find.finish() }
        let word = try find.step() ? find.text(0) : ""
        words[number] = word
        return word
    }

    func optionalWord(_ number: Int64) throws -> String? {
        number == Terms.none ? nil : try word(number)
    }

    /// The number of a word, or nil when no message ever used it.
    func number(_ word: String) throws -> Int64? {
        if word.isEmpty { return Terms.none }
        if let known = numbers[word] { return known }
        let find = try statement("SELECT id FROM term WHERE text = ?").bind(.text(word))
        defer { find.finish() }
        guard try find.step() else { return nil }
        numbers[word] = find.integer(0)
        return find.integer(0)
    }

    /// When a message was received.
    func receivedAt(_ message: Int64) throws -> Instant {
        if let known = receipts[message] { return known }
        let find = try statement("SELECT received_at FROM message WHERE id = ?").bind(.integer(message))
        defer { find.finish() }
        let instant = Instant(milliseconds: try find.step() ? find.integer(0) : 0)
        receipts[message] = instant
        return instant
    }

    /// The names of facts that are stated together.
    func form(_ number: Int64) throws -> SituationReading.Form {
        if let known = forms[number] { return known }
        var text = try word(number)
        let form = SituationReading.Form(text.withUTF8 { StatedTexts.read($0) })
        forms[number] = form
        return form
    }

    /// A number for a pattern, the same for equal ones.
    func likeness(of pattern: Situation.Pattern) -> Int64 {
        if let known = patterns[pattern] { return known }
        let number = Int64(patterns.count)
        patterns[pattern] = number
        return number
    }

    func setKnowledge(asOf: Instant?) throws {
        knowledge.ignoring = []
        let incomplete = try statement("SELECT id FROM message WHERE complete = 0")
        try incomplete.bind()
        while try incomplete.step() { knowledge.ignoring.insert(MessageID(rawValue: incomplete.integer(0))) }
        guard let asOf else { return }
        knowledge.moment = asOf
        let last = try statement("SELECT coalesce(max(id), 0) FROM message WHERE received_at <= ?")
            .bind(.integer(asOf.milliseconds))
        defer { last.finish() }
        knowledge.through = MessageID(rawValue: try last.step() ? last.integer(0) : 0)
    }
}
