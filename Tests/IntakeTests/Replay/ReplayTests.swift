import Intake
import Messages
import Store
import TestSupport
import Testing
import Tracking

/// What a replay does where something is missing, limited, or happens at the same time.
struct ReplayTests {
    private let bench: Bench
    private let teller: Profile
    private let changed: ProfileLibrary
    private let library: ProfileLibrary

    init() throws {
        bench = try Bench()
        teller = try Profile(yaml: TellerProfile.text, file: "teller.yaml")
        library = try ProfileLibrary(user: [teller])
        changed = try ProfileLibrary(user: [Profile(yaml: TellerProfile.changed, file: "teller.yaml")])
    }

    private func take(_ items: String..., at minute: Int64, into writer: StoreWriter? = nil) throws {
        let body = Array(#"{"told": [\#(items.joined(separator: ", "))]}"#.utf8)
        _ = try FileIntake(writer: writer ?? bench.writer, room: ReadingRoom(), library: library)
            .take(body, name: "\(minute).json", profile: teller, receivedAt: moment(minute))
    }

    private func moment(_ minute: Int64) -> Instant { Bench.now.advanced(by: .seconds(60 * minute)) }

    private func replay(
        _ library: ProfileLibrary, _ limits: ReplayLimits = ReplayLimits(), at minute: Int64 = 60,
        progress: @escaping (String) -> Void = { _ in }
    ) throws -> ReplayResult {
        try Replay(
            writer: bench.writer, room: ReadingRoom(), library: library, limits: limits, person: "operator",
            now: moment(minute), progress: progress
        ).run()
    }

    private func event(_ code: String, _ box: String = "MRKU9465770", day: Int = 20, more: String = "") -> String {
        let kind = box.hasPrefix("P") ? #""k": "parcel", "s": "number""# : #""k": "container""#
        return #"{"e": [{\#(kind), "c": "\#(box)", "m": "\#(code)", "at": "2026-11-\#(day)T06:00:00Z"\#(more)}]}"#
    }

    private func milestones(_ box: String = "MRKU9465770", asOf minute: Int64? = nil) throws -> [Milestone] {
        try StoreReader(path: bench.path).read(asOf: minute.map(moment)) { session in
            try session.subjects(code: box).flatMap { try session.dossier(of: $0).events }
                .sorted { ($0.time.instant, $0.rawCode) < ($1.time.instant, $1.rawCode) }.map(\.milestone)
        }
    }

    @Test func whatWasAnsweredBeforeTheReplayIsTheAnswerOfThen() throws {
        try take(event("B"), event("D", day: 21), at: 1)
        let result = try replay(changed)
        #expect(result.corrections.count == 1 && result.came == 2 && result.went == 2)
        #expect(
            result.differences.map { "\($0.sort.detail) \($0.came) \($0.went)" }
                == ["arrived 0 1", "gated-in 1 0", "stripped 1 0", "unmapped 0 1"])
        #expect(try milestones() == [.gatedIn, .stripped])
        #expect(try milestones(asOf: 30) == [.arrived, .unmapped])
        #expect(try milestones(asOf: 60) == [.gatedIn, .stripped])
    }

    @Test func whatCannotBeReadAnyMoreStays() throws {
        // The later message supersedes what the earlier one says of the same event.
        try take(event("A", more: #", "id": "e1", "v": "1""#), at: 1)
        try take(event("B", more: #", "id": "e1", "v": "2""#), event("C", "MSCU6639870"), at: 2)
        let before = try TableDump.of(bench.path)
        let gone = try replay(try ProfileLibrary())
        #expect(gone.reading.unreadable.map(\.message.rawValue) == [1, 2])
        #expect(gone.reading.unreadable.allSatisfy { $0.reason.contains("teller") })
        #expect(gone.differences.isEmpty)
        #expect(try TableDump.of(bench.path) == before)
    }

    /// One message is not read any more, the others are: neither what it says nor what it ended changes.
    @Test func whatAnUnreadableMessageEndedStaysEnded() throws {
        let other = try Profile(
            yaml: TellerProfile.text.replacing("name: teller", with: "name: other"), file: "other.yaml")
        let both = try ProfileLibrary(user: [teller, other])
        try take(event("A", more: #", "id": "e1", "v": "1""#), at: 1)
        let body = Array(#"{"told": [\#(event("B", more: #", "id": "e1", "v": "2""#))]}"#.utf8)
        let room = ReadingRoom()
        var report = Report()
        let reader = try MessageReader(profile: other, places: room.places)
        let summary = try reader.read(body, receivedAt: moment(2)) { report.items += $0.items }
        // Both profiles read for one source.
        let message = Message(
            channel: .file, source: "teller", profile: "other", receivedAt: moment(2),
            sha256: Fingerprint.sha256(body), body: summary.archive)
        _ = try bench.writer.acceptAndWait([Delivery(parts: [.init(message: message, report: report)])])
        #expect(try milestones() == [.arrived])
        #expect(try replay(both).differences.isEmpty)
        let result = try replay(library)
        #expect(result.reading.unreadable.map(\.profile) == ["other"])
        #expect(result.differences.isEmpty)
        #expect(try milestones() == [.arrived])
    }

    @Test func limitsLeaveTheRestAlone() throws {
        try take(event("B"), at: 1)
        try take(event("B", "MSCU6639870"), at: 2)
        #expect(try replay(changed, ReplayLimits(profile: "dcsa")).differences.isEmpty)
        #expect(try replay(changed, ReplayLimits(since: moment(3))).differences.isEmpty)
        #expect(try replay(changed, ReplayLimits(message: MessageID(rawValue: 2))).went == 1)
        #expect(try milestones() == [.arrived] && milestones("MSCU6639870") == [.gatedIn])
        #expect(try replay(changed, ReplayLimits(profile: "teller")).went == 1)
        #expect(try milestones() == [.gatedIn])
    }

    /// A daemon brings news, and names new subjects and words, while the archive is compared and corrected.
    @Test func whatComesInMeanwhileIsNeitherLostNorTakenAway() throws {
        for box in 0..<40 { try take(event("B", "P\(box)"), event("D", "P\(box)", day: 21), at: Int64(box)) }
        let other = try StoreWriter(path: bench.path)
        var times = 0
        var failure: (any Error)?
        let result = try replay(changed) { text in
            guard text == "comparing" else { return }
            times += 1
            do {
                try take(
                    event("B", "PNEW\(times)"), event("E\(times)", "P1", day: 22), at: 50 + Int64(times), into: other)
            } catch {
                failure = error
            }
        }
        #expect(failure == nil && times == 1)
        #expect(result.went == 81)
        #expect(try milestones("PNEW1") == [.gatedIn])
        #expect(try milestones("P1") == [.gatedIn, .stripped, .unmapped])
        #expect(try replay(changed).differences.isEmpty)
    }

    /// A profile that names new subjects, while somebody else names one of them.
    @Test func aSubjectThatBothNameIsOneSubject() throws {
        let naming = try ProfileLibrary(user: [
            Profile(
                yaml: TellerProfile.text.replacing(
                    "FROM json_each(:item, '$.l')",
                    with: """
                        FROM json_each(:item, '$.l')
                          UNION ALL SELECT 'container', NULL, value ->> 'c', 'wagon', value ->> 'w', NULL, NULL, NULL
                          FROM json_each(:item, '$.e') WHERE value ->> 'w' IS NOT NULL
                        """), file: "teller.yaml")
        ])
        try take(event("B", more: #", "w": "94510012""#), at: 1)
        let other = try StoreWriter(path: bench.path)
        var times = 0
        var failure: (any Error)?
        let wagon = #"{"k": "container", "c": "MSCU6639870", "pk": "wagon", "pc": "94510012"}"#
        let result = try replay(naming) { text in
            guard text == "comparing" else { return }
            times += 1
            do {
                if times == 1 { try take(#"{"l": [\#(wagon)]}"#, at: 70, into: other) }
            } catch {
                failure = error
            }
        }
        #expect(failure == nil && times == 1)
        #expect(result.came == 1 && result.went == 0)
        let parents = try StoreReader(path: bench.path).read { session in
            try ["MRKU9465770", "MSCU6639870"].flatMap { try session.subjects(code: $0) }
                .flatMap { try session.dossier(of: $0).links.map { "\($0.child.code) \($0.parent.code)" } }
        }
        #expect(parents.sorted() == ["MRKU9465770 94510012", "MSCU6639870 94510012"])
        #expect(try replay(naming).differences.isEmpty)
    }

    /// Answers that only repeated what was known were not kept, and count all the same.
    @Test func whatWasOnlyRepeatedCountsAgainstWhatIsOlder() async throws {
        let reader = try AnswerReader(profile: teller, source: "line-a", room: ReadingRoom())
        func answer(_ value: String, at minute: Int64, more: String = "") async throws {
            let fact = #"{"k": "container", "c": "MRKU9465770", "n": "seal", "v": "\#(value)"}"#
            let body = Array(#"{"told": [{"f": [\#(fact)]\#(more)}]}"#.utf8)
            let part = try await reader.read(body, asked: [], receivedAt: moment(minute))
            _ = try bench.writer.acceptAndWait([Delivery(parts: [part])])
        }
        try await answer("1", at: 1)
        try await answer("1", at: 30, more: #", "x": 1"#)
        // It comes last and is older than the last time the other was told.
        try await answer("2", at: 20)
        let before = try TableDump.of(bench.path)
        let result = try replay(library)
        #expect(result.reading.notKept == 1 && result.differences.isEmpty, "\(result)")
        #expect(try TableDump.of(bench.path) == before)
    }
}
