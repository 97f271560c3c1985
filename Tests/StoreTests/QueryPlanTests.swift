import GRDB
import TestSupport
import Testing
import Tracking

@testable import Store

/// Every statement of a hot path finds its rows by an index, on a database large enough for that to matter.
struct QueryPlanTests {
    /// Tables that grow with messages; walking through one of them is a mistake.
    private static let growing = [
        "event", "past_event", "link", "past_link", "alias", "past_alias", "fact", "past_fact", "subject", "poll",
        "source_event", "problem", "body", "e", "p", "s", "l", "f",
    ]

    private func walks(_ statements: [String], _ database: Database) throws -> [String] {
        try statements.flatMap { sql in
            let plan = try PreparedStatement(database, "EXPLAIN QUERY PLAN \(sql)")
            var found: [String] = []
            while try plan.step() {
                let words = plan.text(3).split(separator: " ")
                guard words.first == "SCAN", words.count > 1, Self.growing.contains(String(words[1])) else { continue }
                found.append("\(plan.text(3)) in: \(sql)")
            }
            return found
        }
    }

    @Test func lookupsWalkThroughNoTable() throws {
        let shelf = try Shelf()
        try fill(shelf)
        let found = try StoreReader(path: shelf.path).read(asOf: Sample.instant(50)) { session in
            for subject in [Sample.parcel, Sample.container, Sample.train] {
                guard let stored = try session.stored(subject) else { continue }
                _ = try session.dossier(of: stored)
                _ = try session.principals(of: stored)
                _ = try session.asked(about: stored)
                _ = try session.children(of: stored)
                _ = try session.contents(of: stored)
            }
            _ = try session.subjects(code: "MRKU9465770")
            _ = try session.trains(number: "X8157")
            #expect(try walks(["SELECT * FROM event WHERE text = ?"], session.database).count == 1, "the check can see")
            return try walks(session.preparedSQL, session.database)
        }
        #expect(found == [])
    }

    /// A list of everything walks through the subjects once, and finds all else by an index.
    @Test func listingWalksThroughTheSubjectsAlone() throws {
        let shelf = try Shelf()
        try fill(shelf)
        for moment in [nil, Sample.instant(50)] {
            let found = try StoreReader(path: shelf.path).read(asOf: moment) { session in
                try session.forEach(.parcel) { stored in
                    _ = try session.situation(of: stored) { _ in true }
                    _ = try session.holdsAnything(stored)
                    return true
                }
                if let train = try session.stored(Sample.train) {
                    try session.forEach(.parcel, in: [train]) { _ in true }
                    _ = try session.anyParcel(in: train)
                }
                return try walks(session.preparedSQL, session.database)
            }
            #expect(found.count == 1 && found.first?.contains("FROM subject AS s WHERE s.kind") == true, "\(found)")
        }
    }

    @Test func acceptingWalksThroughNoTable() throws {
        let shelf = try Shelf()
        try fill(shelf)
        let found = try shelf.writer.turnAndWait { session in try walks(session.preparedSQL, session.database) }
        #expect(found == [])
    }

    @Test func schedulingWalksThroughNoTable() async throws {
        let shelf = try Shelf()
        try fill(shelf)
        _ = try await shelf.writer.bind(carrier: "line-a", rules: [.kind(.container)], now: Sample.instant(1))
        let claimed = try await shelf.writer.claimDue(
            carrier: "line-a", now: Sample.instant(2), limit: 5, batch: 4, planner: AskInTurn())
        try await shelf.takeNews(of: claimed)
        try await shelf.writer.wake([Sample.container], carrier: "line-a", now: Sample.instant(2))
        try await shelf.writer.forgetSightings(carrier: "line-a", but: 1)
        _ = try await shelf.writer.countDue(carrier: "line-a", now: Sample.instant(2), most: 10)
        try await shelf.writer.save(LedgerRecord(price: 1, setAt: Sample.instant(2)), carrier: "line-a")
        _ = try await shelf.writer.ledger(carrier: "line-a")
        _ = try await shelf.writer.nextDue(carriers: ["line-a"])
        let found = try shelf.writer.turnAndWait { session in try walks(session.preparedSQL, session.database) }
        #expect(found == [])
    }

    /// Working out links walks through the containers, what is open, and what is believed; never through what was told.
    @Test func inferringWalksThroughNoTableOfWhatWasTold() throws {
        let shelf = try Shelf()
        try fill(shelf)
        let open = Subject(.parcel, .number, "P1")
        let train = ReportedLink(child: open, parent: Sample.train)
        try shelf.take(Sample.message("open", at: Sample.instant(5)), [Sample.item(links: [train])])
        let basis = InferenceBasis(model: "test", message: MessageID(rawValue: 7), now: Sample.instant(6))
        for probability in [0.5, 0.6] {
            let link = InferredLink(child: open, parent: Sample.container, probability: probability, evidence: [])
            let second = InferredLink(child: open, parent: Sample.train, probability: probability, evidence: [])
            try shelf.writer.infer([InferenceOutcome(child: open, links: [link, second])], basis)
        }
        let task = try shelf.writer.lookForOpenParcels()
        try shelf.take(Sample.message("told", at: Sample.instant(7)), [Sample.item(links: [train])])
        try shelf.writer.settleInferences(basis)
        try shelf.writer.noteInferred(through: task.message, settingAside: [1])
        let written = try shelf.writer.turnAndWait { session in try walks(session.preparedSQL, session.database) }
        // What people deny is little, and has an index of its own.
        #expect(written.filter { !$0.hasPrefix("SCAN link USING INDEX link_denied in: SELECT EXISTS") } == [])
        let read = try StoreReader(path: shelf.path).read { session in
            try session.forEachOpenParcel { _ in }
            try session.forEachContainer(since: Sample.instant(-99)) { _ in }
            if let stored = try session.stored(Sample.train) { _ = try session.inferredContents(of: stored) }
            return try walks(session.preparedSQL, session.database)
        }
        #expect(read.count == 1 && read.first?.contains("FROM subject AS s WHERE s.kind") == true, "\(read)")
    }

    /// All kinds of statements, repeated and changed, so that every path has prepared what it needs.
    private func fill(_ shelf: Shelf) throws {
        for hour in 1...3 {
            let link = ReportedLink(
                child: Sample.parcel, parent: Sample.container,
                until: EventTime(Sample.instant(hour), offsetMinutes: 0))
            let train = ReportedLink(child: Sample.container, parent: Sample.train)
            let alias = ReportedAlias(
                subject: Sample.parcel, alias: Subject(.parcel, .number, "SO-\(hour)"), role: .order)
            let fact = ReportedFact(subject: Sample.parcel, name: "weight_kg", value: "\(hour)")
            let events = [
                Sample.event(hour, id: "e1", version: "\(hour)"), Sample.event(hour),
                Sample.event(9, id: "e2", version: "1", retracted: hour == 3),
            ]
            try shelf.take(
                Sample.message("\(hour)", at: Sample.instant(hour)),
                [Sample.item(events, links: [link, train], aliases: [alias], facts: [fact])])
            try shelf.take(
                Sample.message("late \(hour)", at: Sample.instant(-hour)),
                [Sample.item(events, links: [link], facts: [fact])])
        }
    }
}
