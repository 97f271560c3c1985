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

    /// A part of a number is found by its trigrams; only references of customers are walked through.
    @Test func findingWalksThroughNothingButReferences() throws {
        let shelf = try Shelf()
        try fill(shelf)
        let found = try StoreReader(path: shelf.path).read { session in
            var codes: [String] = []
            try session.forEach(containing: try NumberPart("ku946")) { stored in
                codes.append(stored.subject.code)
                return true
            }
            #expect(codes == ["MRKU9465770"])
            #expect(try walks(session.preparedSQL, session.database) == [])
            _ = try session.references(containing: "SO", limit: 1)
            return try walks(session.preparedSQL, session.database)
        }
        #expect(found.count == 1 && found.first?.hasPrefix("SCAN fact") == true, "\(found)")
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
        _ = try await shelf.writer.claimDue(carrier: "line-a", now: Sample.instant(2), limit: 5) { _ in
            Sample.instant(9)
        }
        _ = try await shelf.writer.nextDue(carriers: ["line-a"])
        let found = try shelf.writer.turnAndWait { session in try walks(session.preparedSQL, session.database) }
        #expect(found == [])
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
