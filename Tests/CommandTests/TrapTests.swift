import Foundation
import Store
import Terminal
import TestSupport
import Testing
import Tracking

/// The traps that other trackers fall into, from the bytes of a carrier to the answer.
struct TrapTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
    }

    @Test func anEventAtQuarterPastTenInChinaStaysThatInstant() async throws {
        try await counter.answer(
            Corridor.page(Corridor.event(1, "LOAD", at: "2026-11-20T10:15:00+08:00")), at: "2026-11-20T04:00Z")
        let event = try #require(try counter.events(Corridor.box).first)
        #expect(event["at"] as? String == "2026-11-20T10:15:00+08:00")
        #expect(event["zone"] as? String == "reported")
        let utc = try counter.run(["track", Corridor.box, "--utc"]).output
        #expect(utc.contains("02:15"), "\(utc)")
        #expect(try counter.run(["track", Corridor.box]).output.contains("10:15"))
    }

    @Test func anUnknownCodeStaysUnmappedAndIsListedByStatus() async throws {
        try await counter.answer(
            Corridor.page(Corridor.event(1, "XYZZ", at: "2026-11-20T10:15:00+08:00")), at: "2026-11-20T04:00Z")
        let event = try #require(try counter.events(Corridor.box).first)
        #expect(event["milestone"] as? String == "unmapped")
        #expect(event["code"] as? String == "EQUIPMENT.XYZZ")
        #expect(try counter.status(Corridor.box) == nil)
        #expect(try counter.run(["track", Corridor.box]).output.contains("unmapped EQUIPMENT.XYZZ"))
        let unmapped = try #require(try counter.object(["status"])["unmapped"] as? [[String: Any]])
        #expect(unmapped.map { $0["code"] as? String } == ["EQUIPMENT.XYZZ"])
        #expect(try counter.run(["status"]).output.contains("EQUIPMENT.XYZZ of line-a, 1 event\n"))
    }

    @Test func aRewordedEventIsNotASecondEvent() async throws {
        for (remark, hour) in [("Loaded on rail", "04"), ("Verladen auf Bahn", "05")] {
            try await counter.answer(
                Corridor.page(Corridor.event(1, "LOAD", at: "2026-11-20T10:15:00+08:00", remark: remark)),
                at: "2026-11-20T\(hour):00Z")
        }
        #expect(try counter.events(Corridor.box).count == 1)
    }

    @Test func anEventWhoseTimeMovedIsOneEventWithAPast() async throws {
        for (minute, hour) in [("15", "04"), ("45", "05")] {
            try await counter.answer(
                Corridor.page(Corridor.event(1, "LOAD", at: "2026-11-20T10:\(minute):00+08:00")),
                at: "2026-11-20T\(hour):00Z")
        }
        #expect(try counter.events(Corridor.box).map { $0["at"] as? String } == ["2026-11-20T10:45:00+08:00"])
        let then = try counter.events(Corridor.box, ["--as-of", "2026-11-20T04:30Z"])
        #expect(then.map { $0["at"] as? String } == ["2026-11-20T10:15:00+08:00"])
    }

    @Test func aDuplicatePollAddsNothing() async throws {
        try await counter.answer(Corridor.news, at: "2026-11-20T09:00Z")
        let before = try counter.object(["status"])
        let receipt = try await counter.answer(Corridor.news, at: "2026-11-20T10:00Z")
        #expect(receipt.accounting.duplicate == 3 && receipt.accounting.mapped == 0)
        let after = try counter.object(["status"])
        for key in ["messages", "events", "links"] { #expect(after[key] as? Int == before[key] as? Int, "\(key)") }
    }

    @Test func anEmptyAnswerDeletesNothing() async throws {
        try await counter.answer(Corridor.news, at: "2026-11-20T09:00Z")
        try await counter.answer("[]", at: "2026-11-20T10:00Z")
        #expect(try counter.events(Corridor.box).count == 3)
    }

    @Test func aChangedShapeIsAFailureAndNotNothing() async throws {
        try await counter.answer(Corridor.news, at: "2026-11-20T09:00Z")
        await #expect { try await counter.answer(#"{"data": []}"#, at: "2026-11-20T10:00Z") } throws: {
            "\($0)".contains("shape")
        }
        #expect(try counter.events(Corridor.box).count == 3)
    }

    @Test func theDeliveryOfAContainerNeverDeliversAParcel() async throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-20T15:00Z")
        try await counter.answer(
            Corridor.page(
                Corridor.event(2, "LOAD", at: "2026-11-20T10:15:00+08:00"),
                Corridor.event(3, "DEPA", at: "2026-11-20T14:56:00+08:00", transport: true),
                Corridor.event(4, "DISC", at: "2026-12-04T10:00:00+01:00", place: "DEDUI"),
                Corridor.event(5, "GTOT", at: "2026-12-05T08:00:00+01:00", place: "DEDUI"),
                Corridor.event(6, "STRP", at: "2026-12-05T15:00:00+01:00", place: "DEDUI")),
            at: "2026-12-06T09:00Z")
        let ending = try counter.run(["track", Corridor.parcel], at: "2026-12-06T10:00Z")
        let status = try #require(try counter.status(Corridor.parcel))
        #expect(status["milestone"] as? String == "stripped")
        #expect(status["inherited"] as? Bool == true)
        let words = try counter.events(Corridor.parcel).compactMap { $0["milestone"] as? String }
        #expect(!words.contains("delivered"))
        #expect(!ending.output.lowercased().contains("delivered  "))
    }

    @Test func theOtherJourneysOfAContainerNeverLeakIntoAParcel() async throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-20T15:00Z")
        try await counter.answer(
            Corridor.page(
                Corridor.event(10, "LOAD", at: "2026-08-02T10:00:00+08:00", place: "CNURC"),
                Corridor.event(11, "STRP", at: "2026-08-20T10:00:00+02:00", place: "DEDUI"),
                Corridor.event(12, "GTOT", at: "2026-11-17T10:00:00+08:00", load: "EMPTY"),
                Corridor.event(2, "LOAD", at: "2026-11-20T10:15:00+08:00"),
                Corridor.event(3, "DEPA", at: "2026-11-20T14:56:00+08:00", transport: true),
                Corridor.event(6, "STRP", at: "2026-12-05T15:00:00+01:00", place: "DEDUI"),
                Corridor.event(13, "STUF", at: "2026-12-10T10:00:00+01:00", place: "DEDUI"),
                Corridor.event(14, "LOAD", at: "2026-12-12T10:00:00+01:00", place: "DEDUI")),
            at: "2026-12-13T09:00Z")
        let days = try counter.events(Corridor.parcel).filter { $0["inherited"] as? Bool == true }
            .compactMap { ($0["at"] as? String)?.prefix(10) }
        #expect(!days.isEmpty)
        #expect(days.allSatisfy { ("2026-11-17"..."2026-12-05").contains($0) }, "\(days)")
        #expect(days.contains("2026-11-20") && days.contains("2026-12-05"))
    }

    @Test func aManifestMadeBeforeTheDepartureDoesNotSayDeparted() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        for now in ["2026-11-18T09:00Z", "2026-11-22T09:00Z"] {
            let answer = try counter.track(Corridor.parcel, at: now)
            #expect((answer["status"] as? [String: Any])?["milestone"] as? String != "departed")
            #expect(answer["expected"] as? [String] == ["train:X8157@2026-11-20"])
            let text = try counter.run(["track", Corridor.parcel], at: now).output
            #expect(text.contains("expected on X8157@2026-11-20, not confirmed"), "\(text)")
            #expect(!text.contains("departed Urumqi"))
        }
    }

    @Test func aNumberThatNobodyHadNamedThenWasUnknownThen() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        let ending = try counter.run(
            ["track", Corridor.parcel, "--as-of", "2026-11-17T00:00Z"], at: "2026-11-19T08:00Z")
        #expect(ending.output.contains("unknown"), "\(ending.output)")
        #expect(ending.status == .attention)
    }

    @Test func whatWasAnsweredThenIsWhatAsOfAnswers() async throws {
        let steps: [(at: String, body: String)] = [
            ("2026-11-19T02:00Z", Corridor.page(Corridor.event(1, "GTIN", at: "2026-11-19T09:00:00+08:00"))),
            ("2026-11-20T04:00Z", Corridor.page(Corridor.event(2, "LOAD", at: "2026-11-20T10:15:00+08:00"))),
            ("2026-11-20T06:00Z", Corridor.page(Corridor.event(2, "LOAD", at: "2026-11-20T11:00:00+08:00"))),
            (
                "2026-11-20T08:00Z",
                Corridor.page(Corridor.event(3, "DEPA", at: "2026-11-20T14:56:00+08:00", transport: true))
            ),
        ]
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        var answers: [(at: String, said: String)] = []
        for step in steps {
            try await counter.answer(step.body, at: step.at)
            answers.append((step.at, try said(Corridor.parcel, [])))
        }
        #expect(Set(answers.map(\.said)).count == steps.count)
        for answer in answers {
            #expect(try said(Corridor.parcel, ["--as-of", answer.at]) == answer.said, "as of \(answer.at)")
        }
    }

    /// The answer without what it says of the asking, which is about now.
    private func said(_ code: String, _ more: [String]) throws -> String {
        var answer = try counter.track(code, more)
        answer["asked"] = nil
        let data = try JSONSerialization.data(withJSONObject: answer, options: [.sortedKeys])
        return String(decoding: data, as: UTF8.self)
    }

    @Test func anyNumberOfAParcelFindsItsOneTimeline() async throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-20T15:00Z")
        for code in ["SO-1", "00340434161094000001", "yt2415800000000001"] {
            #expect(try counter.track(code)["code"] as? String == Corridor.parcel, "\(code)")
        }
    }
}
