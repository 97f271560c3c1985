import Foundation
import Terminal
import TestSupport
import Testing
import Tracking

/// One parcel through the papers of its journey, whichever comes first.
struct PaperChainTests {
    /// One paper as it comes.
    struct Paper {
        var name: String
        var text: String
    }

    /// Customs' messages first: list, receipt, hand-over to the bill, border; then what railways, carriers, and
    /// forwarders tell. Each stands alone, and none is needed to read another.
    static func papers() throws -> [Paper] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/ceb")
        let customs = try ["CEB603", "CEB604", "CEB607-1", "CEB509"].map { name in
            Paper(
                name: name + ".xml",
                text: try String(decoding: Data(contentsOf: folder.appending(path: name + ".xml")), as: UTF8.self))
        }
        return customs + [
            Paper(name: "bill.csv", text: "提单号,箱号\nRAIL20261120A,MRKU9465770\n"),
            Paper(
                name: "95306.json",
                text: """
                    {"data": {"list": [{"hph": "D1234567890", "xh": "MRKU9465770", "ch": "313333445561",
                      "fccc": "X8157", "fcsj": "2026-11-20 14:56:00", "zcwbsj": "2026-11-20 09:00:00",
                      "fzhzzm": "乌鲁木齐", "dzhzzm": "阿拉山口", "ydid": "202611200001"}]}}
                    """),
            Paper(
                name: "positions.csv",
                text: """
                    箱号,状态,站点,时间
                    MRKU9465770,到达,多斯特克,2026-11-22 08:00
                    MRKU9465770,换装,多斯特克,2026-11-23 09:00
                    MRKU9465770,通过,阿克斗卡,2026-11-24 09:00
                    MRKU9465770,换装,马拉舍维奇,2026-12-02 09:00

                    """),
            Paper(
                name: "wagons.jsonl",
                text: """
                    {"link": {"child": {"kind": "container", "code": "MRKU9465770"}, \
                    "parent": {"kind": "wagon", "code": "94512345"}, "from": "2026-11-23T09:30:00+05:00"}}
                    {"link": {"child": {"kind": "wagon", "code": "94512345"}, \
                    "parent": {"kind": "train", "scheme": "train", "code": "1402@2026-11-23"}, \
                    "from": "2026-11-23T12:00:00+05:00"}}
                    {"link": {"child": {"kind": "container", "code": "MRKU9465770"}, \
                    "parent": {"kind": "wagon", "code": "335608000758"}, "from": "2026-12-02T10:00:00+01:00"}}

                    """),
            Paper(
                name: "dcsa.json",
                text: Corridor.page(
                    Corridor.event(1, "GTIN", at: "2026-11-19T09:00:00+08:00"),
                    Corridor.event(2, "LOAD", at: "2026-11-20T10:15:00+08:00"),
                    Corridor.event(4, "DISC", at: "2026-12-06T10:00:00+01:00", place: "DEDUI"),
                    Corridor.event(5, "STRP", at: "2026-12-07T10:00:00+01:00", place: "DEDUI"))),
            Paper(
                name: "labels.csv",
                text: "运单号,尾程单号,尾程服务商\nZX26110000001,00340434161094000001,DHL\n"),
        ]
    }

    private struct Outcome: Equatable {
        var digest: String
        var status: String
        var events: [String]
        var links: [String]
        var conflicts: Int
    }

    private func outcome(of papers: [Paper]) throws -> Outcome {
        let counter = try Counter()
        for (number, paper) in papers.enumerated() {
            let arguments = paper.name.hasSuffix(".jsonl") ? ["--profile", "hand"] : []
            let path = try counter.file(paper.name, paper.text)
            let ending = try counter.run(
                ["import", path] + arguments, at: "2026-12-0\(8 + number / 60)T0\(number / 10):0\(number % 10)Z")
            #expect(ending.status == .done, "\(paper.name): \(ending.output) \(ending.errors)")
        }
        let answer = try counter.track("ZX26110000001", at: "2026-12-09T08:00Z")
        let status = try #require(answer["status"] as? [String: Any])
        let events = try #require(answer["events"] as? [[String: Any]])
        let links = try #require(answer["links"] as? [[String: Any]])
        return Outcome(
            digest: try counter.digest(), status: "\(status["milestone"] ?? "") \(status["at"] ?? "")",
            events: events.map { "\($0["at"] ?? "") \($0["milestone"] ?? "") \($0["subject"] ?? "")" },
            links: Set(
                links.filter { $0["carries"] as? Bool == true }.map { "\($0["child"] ?? "") \($0["parent"] ?? "")" }
            )
            .sorted(),
            conflicts: (answer["conflicts"] as? [Any])?.count ?? -1)
    }

    @Test func theWholeChainTellsOneStory() throws {
        let outcome = try outcome(of: Self.papers())
        #expect(outcome.conflicts == 0)
        #expect(outcome.status.hasPrefix("stripped"), "\(outcome)")
        for link in [
            "iso6346:MRKU9465770 number:RAIL20261120A", "iso6346:MRKU9465770 uic-wagon:313333445561",
            "iso6346:MRKU9465770 wagon-1520:94512345", "iso6346:MRKU9465770 uic-wagon:335608000758",
            "uic-wagon:313333445561 train:X8157@2026-11-20", "wagon-1520:94512345 train:1402@2026-11-23",
        ] { #expect(outcome.links.contains(link), "\(link) in \(outcome.links)") }
        let milestones = outcome.events.map { $0.split(separator: " ")[1] }
        for milestone in ["export-cleared", "loaded", "departed", "border-departed", "gauge-changed", "stripped"] {
            #expect(milestones.contains { $0 == milestone }, "\(milestone) in \(outcome.events)")
        }
    }

    @Test func anyOrderAndEveryPaperTwiceIsTheSame() throws {
        let papers = try Self.papers()
        let first = try outcome(of: papers)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<10 {
            let shuffled = (papers + papers.shuffled(using: &generator).prefix(4)).shuffled(using: &generator)
            let other = try outcome(of: shuffled)
            let names = shuffled.map(\.name)
            #expect(other.digest == first.digest, "\(names)")
            #expect(other.status == first.status, "\(names)")
            #expect(other.events == first.events, "\(names)")
            #expect(other.links == first.links, "\(names)")
            #expect(other.conflicts == 0, "\(names)")
        }
    }
}
