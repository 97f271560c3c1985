import Foundation
import HTTPFetch
import Intake
import Messages
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// The same bytes again are not read again, unless they would teach something all the same.
struct SameAnswerTests {
    private static let told = Answers.page(Answers.event(1), Answers.event(2, type: "GTOT"))

    /// What becomes of one question, without the store.
    private static func ending(_ lab: Lab, _ accepted: AcceptedAnswer?) async throws -> Question.Answer? {
        let plan = try Lab.plan()
        let reader = try AnswerReader(profile: plan.profile, source: plan.name, room: ReadingRoom())
        let question = Question(
            plan: plan, ask: try #require(plan.profile.ask), fetcher: lab.fetcher, reader: reader, reading: [7],
            clock: lab.clock, random: { 0.5 })
        let ending = try await question.put(about: [Lab.box], accepted: accepted, place: { nil }, answered: {})
        guard case .answered(let answer) = ending else { return nil }
        return answer
    }

    @Test func theSameBytesAreNotReadAgain() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Self.told)))
        let first = try #require(try await Self.ending(lab, nil))
        let known = try #require(first.offered)
        #expect(first.parts.count == 1 && known.sha256 == Fingerprint.sha256(Array(Self.told.utf8)))
        let again = try #require(try await Self.ending(lab, known))
        #expect(again.parts.isEmpty && again.numbers == [Lab.box: .unchanged(known)] && again.offered == nil)
        var other = known
        other.reading = [8]
        #expect(try await Self.ending(lab, other)?.parts.count == 1)
        other = known
        other.sha256[0] ^= 1
        #expect(try await Self.ending(lab, other)?.parts.count == 1)
    }

    @Test func aFurtherPageBehindTheSameBytesIsRead() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Self.told)))
        let known = try #require(try await Self.ending(lab, nil)?.offered)
        lab.fetcher.now([
            "": [.text(Self.told, headers: ["Next-Page-Cursor": "2"])],
            "cursor=2": [.text(Answers.page(Answers.event(3, type: "DISC")))],
        ])
        #expect(try await Self.ending(lab, known)?.parts.count == 2)
    }

    @Test func whatAPersonTakesBackMeanwhileIsReadAgainAndStaysTakenBack() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Self.told)))
        try lab.watch([Lab.box])
        let poller = lab.poller(try Lab.plan())
        _ = try await poller.pass()
        try lab.retractFirstEvent(of: Lab.box)
        let digest = try lab.read { try $0.digest() }
        lab.clock.turn(by: .hours(1))
        #expect(try await poller.pass().accounting == Accounting(items: 2, duplicate: 2))
        #expect(try lab.events(of: Lab.box).count == 1)
        #expect(try lab.read { try $0.digest() } == digest)
    }

    @Test func whatIsUndoneMeanwhileIsKnownAgainByTheSameBytes() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Self.told)))
        try lab.watch([Lab.box])
        let poller = lab.poller(try Lab.plan())
        _ = try await poller.pass()
        try lab.undo(Self.told)
        #expect(try lab.events(of: Lab.box).isEmpty)
        lab.clock.turn(by: .hours(1))
        #expect(try await poller.pass().accounting == Accounting(items: 2, mapped: 2))
        #expect(try lab.events(of: Lab.box).count == 2)
    }

    /// What is undone while the carrier is asked: its answer was compared with one that does not count any more.
    @Test(arguments: [true, false])
    func whatIsUndoneInMidQuestionIsAskedForOnceMoreAtOnce(isConditional: Bool) async throws {
        let whole = ScriptedFetcher.Step.text(Self.told, headers: ["ETag": "\"1\""])
        let lab = try Lab(ScriptedFetcher(whole))
        try lab.watch([Lab.box])
        let poller = lab.poller(try Lab.plan())
        _ = try await poller.pass()
        lab.clock.turn(by: .hours(1))
        let meanwhile = ScriptedFetcher.Step.look { [lab] request in
            #expect(request.headers["If-None-Match"] == "\"1\"")
            try lab.undo(Self.told)
            return isConditional
                ? HTTPResponse(status: 304) : HTTPResponse(status: 200, body: Data(Self.told.utf8))
        }
        lab.fetcher.now(["": [meanwhile, whole]])
        _ = try await poller.pass()
        lab.clock.turn(by: .seconds(1))
        _ = try await poller.pass()
        #expect(lab.fetcher.requests.last?.headers["If-None-Match"] == nil)
        #expect(try lab.events(of: Lab.box).count == 2)
        #expect(try lab.poll(of: Lab.box)?.answer == "news")
    }

    /// Whoever compares comes to believe the same as whoever reads everything again, whatever happens in between.
    @Test(arguments: 0..<8)
    func comparingChangesNothingOfWhatIsBelieved(seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let (comparing, reading) = (try Lab(ScriptedFetcher(.status(500))), try Lab(ScriptedFetcher(.status(500))))
        let boxes = [Lab.box, Subject(.container, .iso6346, "MSCU6639870")]
        for lab in [comparing, reading] { try lab.watch(boxes) }
        // Two addresses in turn: what was answered at one is nothing to compare the other's answer with.
        let plan = try Lab.plan()
        let pollers = ["a", "b"].map { name in
            var other = plan
            other.baseURL += "/\(name)"
            return reading.poller(other)
        }
        let poller = comparing.poller(plan)
        var told: [String] = []
        for turn in 0..<12 {
            let scripts = boxes.map { box in
                let old = told.isEmpty || Bool.random(using: &random) ? nil : told.randomElement(using: &random)
                let body = old.flatMap { $0.contains(box.code) ? $0 : nil } ?? Self.body(of: box, &random)
                told.append(body)
                return ("equipmentReference=\(box.code)", [ScriptedFetcher.Step.text(body)])
            }
            let act = Int.random(in: 0..<4, using: &random)
            let undone = told.randomElement(using: &random)
            let scripted = Dictionary(uniqueKeysWithValues: scripts)
            for (lab, poller) in [(comparing, poller), (reading, pollers[turn % 2])] {
                lab.fetcher.now(scripted)
                _ = try await poller.pass()
                if act == 0 { try lab.retractFirstEvent(of: boxes[turn % 2]) }
                if act == 1, let undone { try lab.undo(undone) }
                lab.clock.turn(by: .hours(2))
            }
            let digests = try [comparing, reading].map { try $0.read { try $0.digest() } }
            #expect(digests[0] == digests[1], "turn \(turn)")
        }
    }

    /// A few events out of few, in versions, some taken back, with seals and bookings.
    private static func body(of box: Subject, _ random: inout SeededGenerator) -> String {
        let events = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            let number = Int.random(in: 1...4, using: &random)
            let more = [
                "", #", "isRetracted": true"#, #", "eventUpdatedDateTime": "2026-11-20T05:00:00Z""#,
                #", "eventUpdatedDateTime": "2026-11-20T06:00:00Z""#, #", "seals": [{"sealNumber": "S1"}]"#,
                #", "seals": [{"sealNumber": "S2"}]"#,
                #", "documentReferences": [{"documentReferenceType": "BKG", "documentReferenceValue": "B1"}]"#,
            ]
            let hour = Int.random(in: 10...12, using: &random)
            let event = Answers.event(number, about: box.code, at: "2026-11-20T\(hour):15:00+08:00")
            return event.dropLast() + (more.randomElement(using: &random) ?? "") + "}"
        }
        return "[" + events.joined(separator: ",") + "]"
    }
}

extension Lab {
    private func say(_ lines: String) throws {
        let intake = PersonIntake(writer: writer, room: ReadingRoom(), library: try ProfileLibrary())
        _ = try intake.hear(lines, person: "dispatcher", at: clock.now)
    }

    /// A person takes back the first event of a number, if there is one.
    func retractFirstEvent(of subject: Subject) throws {
        let events = try read { session in
            try session.stored(subject).map { try session.ownEvents(of: $0).map(\.key) } ?? []
        }
        guard let key = events.first else { return }
        let item = ReportedItem(position: "line 1", retractions: [ReportedRetraction(key: key)])
        try take([item], channel: .person, source: "dispatcher")
    }

    /// A person takes back the answer of these bytes.
    func undo(_ body: String) throws {
        let sha256 = Fingerprint.sha256(Array(body.utf8)).map { String(format: "%02x", $0) }.joined()
        try say(#"{"undo": {"source": "line-a", "sha256": "\#(sha256)"}}"#)
    }
}
