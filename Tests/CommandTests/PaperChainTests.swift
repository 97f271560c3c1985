import Foundation
import Terminal
import TestSupport
import Testing
import Tracking

/// One parcel through the papers of its journey, whichever comes first.
struct PaperChainTests {
    private struct Outcome: Equatable {
        var digest: String
        var status: String
        var events: [String]
        var links: [String]
        var conflicts: Int
        /// What is told when the local carrier's number is asked.
        var local: String
    }

    private func outcome(of papers: [PaperChain.Paper]) async throws -> Outcome {
        let counter = try Counter()
        for (number, paper) in papers.enumerated() {
            try await counter.take(paper, at: "2026-12-10T0\(number / 10):0\(number % 10)Z")
        }
        let answer = try counter.track(PaperChain.parcel, at: "2026-12-12T08:00Z")
        let local = try counter.track(PaperChain.local.code, at: "2026-12-12T08:00Z")
        let events = try #require(answer["events"] as? [[String: Any]])
        let links = try #require(answer["links"] as? [[String: Any]])
        let carrying = links.filter { $0["carries"] as? Bool == true }
        return Outcome(
            digest: try counter.digest(), status: Self.status(of: answer), events: events.map(Self.line),
            links: Set(carrying.map { "\($0["child"] ?? "") \($0["parent"] ?? "")" }).sorted(),
            conflicts: (answer["conflicts"] as? [Any])?.count ?? -1, local: Self.status(of: local))
    }

    private static func status(of answer: [String: Any]) -> String {
        let status = answer["status"] as? [String: Any] ?? [:]
        return "\(status["milestone"] ?? "") \(status["at"] ?? "") \(status["subject"] ?? "")"
    }

    private static func line(_ event: [String: Any]) -> String {
        let place = (event["place"] as? [String: Any])?["code"] as? String
        return "\(event["at"] ?? "") \(event["milestone"] ?? "") \(place ?? "-") \(event["subject"] ?? "")"
    }

    @Test func theWholeChainTellsOneStory() async throws {
        let outcome = try await outcome(of: PaperChain().papers)
        #expect(outcome.conflicts == 0)
        #expect(outcome.status == "delivered 2026-12-09T14:05:00+01:00 \(PaperChain.local.identifier)")
        #expect(outcome.local == outcome.status, "whichever number is asked")
        let wagons = PaperChain.sections.flatMap { ["\($0.0) \($0.1)", "\(PaperChain.box) \($0.0)"] }
        let above = outcome.links.filter { $0.contains("wagon") }
        #expect(Set(above) == Set(wagons), "each wagon on its own train, and no other")
        #expect(
            Set(outcome.links.filter { $0.hasPrefix(PaperChain.box) && $0.contains(" train:") })
                == ["\(PaperChain.box) train:41352@2026-12-02"])
        #expect(outcome.events == Self.story)
    }

    /// Nothing of another box, of a wagon or train that has gone on without it, or of the label before it was used.
    private static let story = [
        "2026-11-18T10:30:00.001+08:00 export-declared - number/6501960ABC:LIST20260001",
        "2026-11-18T12:00:00+08:00 export-held - number/6501960ABC:LIST20260001",
        "2026-11-19T09:00:00+08:00 gated-in URH iso6346:MRKU9465770",
        "2026-11-19T09:00:00.123+08:00 export-cleared - number/6501960ABC:LIST20260001",
        "2026-11-20T09:00:00+08:00 loaded URH iso6346:MRKU9465770",
        "2026-11-20T14:56:00+08:00 departed URH iso6346:MRKU9465770",
        "2026-11-20T21:00:00+08:00 passed JHE train:X8157@2026-11-20",
        "2026-11-21T03:10:00+08:00 border-departed - number/6501980LOG:ZX26110000001",
        "2026-11-22T08:00:00+08:00 border-arrived DST iso6346:MRKU9465770",
        "2026-11-23T08:30:00+05:00 discharged DST iso6346:MRKU9465770",
        "2026-11-23T09:30:00+05:00 gauge-changed DST iso6346:MRKU9465770",
        "2026-11-24T06:00:00+05:00 passed AGY train:1402@2026-11-23",
        "2026-12-01T14:30:00+01:00 border-arrived MAA iso6346:MRKU9465770",
        "2026-12-02T09:00:00+08:00 gauge-changed MAA iso6346:MRKU9465770",
        "2026-12-02T21:00:00+01:00 border-departed MAA train:41352@2026-12-02",
        "2026-12-02T21:10:00+01:00 border-departed MAA uic-wagon:335608000758",
        "2026-12-03T05:30:00+01:00 passed - train:41352@2026-12-02",
        "2026-12-04T19:44:00+01:00 arrived DUI uic-wagon:335608000758",
        "2026-12-06T10:00:00+01:00 discharged DUI iso6346:MRKU9465770",
        "2026-12-07T10:00:00+01:00 stripped DUI iso6346:MRKU9465770",
        "2026-12-08T16:40:00+01:00 position DUI number/DHL:00340434161094000001",
        "2026-12-09T08:12:00+01:00 out-for-delivery - number/DHL:00340434161094000001",
        "2026-12-09T14:05:00+01:00 delivered - number/DHL:00340434161094000001",
    ]

    @Test func anyOrderAndEveryPaperTwiceIsTheSame() async throws {
        let papers = try PaperChain().papers
        let first = try await outcome(of: papers)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<10 {
            let shuffled = (papers + papers.shuffled(using: &generator).prefix(5)).shuffled(using: &generator)
            let other = try await outcome(of: shuffled)
            #expect(other == first, "\(shuffled.map(\.name))")
        }
    }
}
