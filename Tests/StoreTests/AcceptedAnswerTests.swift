import GRDB
import Store
import TestSupport
import Testing
import Tracking

/// What is remembered of the last answer about a number, and what makes it forgotten.
struct AcceptedAnswerTests {
    private static let body = "an answer"

    /// What the schedule hands out with a number whose turn it is.
    private func remembered(_ shelf: Shelf, _ subject: Subject = Sample.container) async throws -> AcceptedAnswer? {
        let due = try await shelf.writer.claimDue(
            carrier: "line-a", now: Instant(seconds: 4_000_000_000), limit: 9, planner: AskInTurn())
        return due.first { $0.subject == subject }?.accepted
    }

    private func offer(_ body: String) -> AcceptedAnswer {
        AcceptedAnswer(sha256: Sample.message(body).sha256, reading: [1], etag: "\"1\"", lastModified: "yesterday")
    }

    @discardableResult
    private func answer(
        _ shelf: Shelf, _ items: [ReportedItem], as body: String = body, at: Int = 1
    ) async throws -> Receipt {
        var update = PollUpdate(
            carrier: "line-a", subject: Sample.container, outcome: .answered, at: Sample.instant(at))
        update.offered = offer(body)
        let part = Delivery.Part(message: Sample.message(body, at: Sample.instant(at)), report: Report(items: items))
        return try await shelf.writer.accept([Delivery(parts: [part], polls: [update])])[0]
    }

    private func shelf() async throws -> Shelf {
        let shelf = try Shelf()
        let watch = ReportedWatch(subject: Sample.container, carrier: "line-a", asks: true)
        try shelf.take(
            Sample.message("watch", source: "dispatcher", channel: .person),
            [ReportedItem(position: "line 1", watches: [watch])])
        return shelf
    }

    private static let booking = ReportedLink(child: Sample.container, parent: Subject(.consignment, .number, "B1"))
    private static let seal = ReportedFact(subject: Sample.container, name: "seal", value: "S1")
    private static let alias = ReportedAlias(
        subject: Sample.container, alias: Subject(.container, .number, "BOX"), role: .customer)

    @Test func anAnswerIsRememberedWithItsValidatorsAndItsItems() async throws {
        let shelf = try await shelf()
        try await answer(shelf, [Sample.item([Sample.event(1)]), Sample.item()])
        let known = try #require(try await remembered(shelf))
        #expect(known.sha256 == offer(Self.body).sha256 && known.reading == [1])
        #expect(known.etag == "\"1\"" && known.lastModified == "yesterday")
        #expect(known.accounting == Accounting(items: 2, duplicate: 1, unmapped: 1))
    }

    /// Of each of these the same bytes again may teach something.
    @Test(arguments: [
        Sample.item([Sample.event(1, id: "e", retracted: true)]),
        Sample.item(links: [ReportedLink(child: Sample.container, parent: Sample.train)]),
        Sample.item([Sample.event(1)], problems: [RowProblem(kind: "bad-time", reason: "")]),
        Sample.item([Sample.event(1)], problems: [RowProblem(kind: "not-yet", severity: .warning, reason: "")]),
    ])
    func whatMayTeachSomethingAgainIsNotRemembered(item: ReportedItem) async throws {
        let shelf = try await shelf()
        try await answer(shelf, [Sample.item([Sample.event(5)])], as: "before")
        try await answer(shelf, [item], at: 2)
        #expect(try await remembered(shelf) == nil)
    }

    /// Each ends something that the answer said: a later version, another value, another time, taken back by its source.
    @Test(arguments: [
        Sample.item([Sample.event(2, id: "e", version: "2")]),
        Sample.item(facts: [ReportedFact(subject: Sample.container, name: "seal", value: "S2")]),
        Sample.item(links: [
            ReportedLink(
                child: Sample.container, parent: booking.parent, from: EventTime(Sample.instant(1), offsetMinutes: 0))
        ]),
        Sample.item([Sample.event(1, id: "e", version: "9", retracted: true)]),
    ])
    func whatIsEndedByAnotherMessageOfTheSourceIsForgotten(item: ReportedItem) async throws {
        let shelf = try await shelf()
        try await answer(
            shelf,
            [Sample.item([Sample.event(1, id: "e", version: "1")], links: [Self.booking], facts: [Self.seal])])
        try shelf.take(Sample.message("elsewhere", source: "line-b", at: Sample.instant(2)), [item])
        #expect(try await remembered(shelf) != nil, "another source ends nothing of this one")
        try shelf.take(Sample.message("of another number", at: Sample.instant(2)), [item])
        #expect(try await remembered(shelf) == nil)
    }

    /// An answer that spoke of a parcel too is forgotten with the parcel's word, one that did not is not.
    @Test(arguments: [true, false])
    func anAnswerAboutOthersTooIsForgottenWithAnyWordOfItsSource(isWide: Bool) async throws {
        let shelf = try await shelf()
        let about = isWide ? [ReportedFact(subject: Sample.parcel, name: "weight_kg", value: "1")] : [Self.seal]
        try await answer(shelf, [Sample.item([Sample.event(1)], facts: about)])
        for (hour, weight) in [(2, "2"), (3, "3")] {
            let fact = ReportedFact(subject: Sample.parcel, name: "weight_kg", value: weight)
            try shelf.take(Sample.message(weight, at: Sample.instant(hour)), [Sample.item(facts: [fact])])
        }
        #expect(try await remembered(shelf) == nil || !isWide)
        #expect(try await remembered(shelf) != nil || isWide)
    }

    @Test func whatAPersonTakesBackOrPutsOutOfForceIsForgotten() async throws {
        for isUndone in [true, false] {
            let shelf = try await shelf()
            try await answer(shelf, [Sample.item([Sample.event(1)], aliases: [Self.alias])])
            let key = try #require(try shelf.events().first?.key)
            let undoing = ReportedUndoing(source: "line-a", sha256: offer(Self.body).sha256)
            let item = ReportedItem(
                position: "line 1", retractions: isUndone ? [] : [ReportedRetraction(key: key)],
                undoings: isUndone ? [undoing] : [])
            try shelf.take(
                Sample.message("back", source: "dispatcher", channel: .person, at: Sample.instant(3)), [item])
            #expect(try await remembered(shelf) == nil)
        }
    }

    @Test func anUnchangedAnswerWritesNothingButTheRowOfTheSchedule() async throws {
        let shelf = try await shelf()
        try await answer(shelf, [Sample.item([Sample.event(1, id: "e")], links: [Self.booking], facts: [Self.seal])])
        let known = try #require(try await remembered(shelf))
        let before = try rows(shelf)
        let update = PollUpdate(
            carrier: "line-a", subject: Sample.container, outcome: .unchanged(since: known), at: Sample.instant(7))
        let receipt = try await shelf.writer.accept([Delivery(polls: [update])])[0]
        #expect(receipt.message == nil && !receipt.isNews)
        #expect(try rows(shelf) == before)
        #expect(try await remembered(shelf) == known)
    }

    /// All rows of all tables but `poll`, as text.
    private func rows(_ shelf: Shelf) throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: shelf.path, configuration: configuration).read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'poll' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }
            }
        }
    }
}
