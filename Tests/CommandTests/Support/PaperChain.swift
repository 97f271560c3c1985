import Foundation
import Intake
import Messages
import Store
import Terminal
import TestSupport
import Testing
import Tracking

/// The papers of one parcel's journey: three trains, three wagons, two breaks of gauge, and the local carrier at the end.
///
/// Each stands alone, and none is needed to read another. They tell of other boxes too, and of the wagons and trains
/// after this box had left them.
struct PaperChain {
    /// One paper as it comes.
    struct Paper {
        var name: String
        var text: String
        /// What was asked, of an answer to a question.
        var asked: Subject?
    }

    static let parcel = "ZX26110000001"
    static let box = "iso6346:MRKU9465770"
    static let local = Subject(.parcel, .number, "00340434161094000001", issuer: "DHL")
    /// Each wagon with its train, in the order of the journey.
    static let sections = [
        ("uic-wagon:313333445564", "train:X8157@2026-11-20"), ("wagon-1520:94512340", "train:1402@2026-11-23"),
        ("uic-wagon:335608000758", "train:41352@2026-12-02"),
    ]

    let papers: [Paper]

    init() throws {
        let customs = ["CEB603.xml", "CEB604.xml", "CEB607-1.xml", "CEB509.xml"].map { "ceb/" + $0 }
        let railways = ["3003.xml", "4005-departed.xml", "4005-passed.xml", "5020.xml", "iftsta.edi"]
            .map { "chain/" + $0 }
        var papers = try (customs + railways).map(Self.fixture) + Self.written
        var answer = try Self.fixture("chain/last-mile.json")
        answer.asked = Self.local
        papers.append(answer)
        self.papers = papers
    }

    private static func fixture(_ path: String) throws -> Paper {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures").appending(path: path)
        return Paper(name: file.lastPathComponent, text: try String(decoding: Data(contentsOf: file), as: UTF8.self))
    }

    private static let written = [
        Paper(name: "bill.csv", text: "提单号,箱号\nRAIL20261120A,MRKU9465770\n"),
        Paper(
            name: "95306.json",
            text: """
                {"data": {"list": [{"hph": "D1234567890", "xh": "MRKU9465770", "ch": "313333445564",
                  "fccc": "X8157", "fcsj": "2026-11-20 14:56:00", "zcwbsj": "2026-11-20 09:00:00",
                  "fzhzzm": "乌鲁木齐", "dzhzzm": "阿拉山口", "ydid": "202611200001"}]}}
                """),
        Paper(
            name: "positions.csv",
            text: """
                箱号,状态,站点,时间
                MRKU9465770,到达,多斯特克,2026-11-22 08:00
                MRKU9465770,换装,多斯特克,2026-11-23 09:00
                MRKU9465770,换装,马拉舍维奇,2026-12-02 09:00

                """),
        // The wagons and the trains went on without the box.
        Paper(
            name: "dispatcher.jsonl",
            text: """
                {"link": {"child": {"kind": "wagon", "code": "94512340"}, \
                "parent": {"kind": "train", "scheme": "train", "code": "1402@2026-11-23"}, \
                "from": "2026-11-23T12:00:00+05:00"}}
                {"record": {"kind": "train", "scheme": "train", "code": "1402@2026-11-23", "milestone": "passed", \
                "at": "2026-11-24T06:00:00+05:00", "place": "AGY"}}
                {"record": {"kind": "train", "scheme": "train", "code": "1402@2026-11-23", "milestone": "arrived", \
                "at": "2026-12-05T06:00:00+05:00", "place": "AGY"}}
                {"record": {"kind": "wagon", "code": "313333445564", "milestone": "arrived", \
                "at": "2026-11-28T06:00:00+08:00", "place": "URH"}}
                {"record": {"kind": "train", "scheme": "train", "code": "X8157@2026-11-20", "milestone": "passed", \
                "at": "2026-11-20T21:00:00+08:00", "place": "JHE"}}

                """),
        Paper(
            name: "dcsa.json",
            text: Corridor.page(
                Corridor.event(1, "GTIN", at: "2026-11-19T09:00:00+08:00"),
                Corridor.event(2, "LOAD", at: "2026-11-20T10:15:00+08:00"),
                Corridor.event(4, "DISC", at: "2026-12-06T10:00:00+01:00", place: "DEDUI"),
                Corridor.event(5, "STRP", at: "2026-12-07T10:00:00+01:00", place: "DEDUI"))),
        Paper(name: "labels.csv", text: "运单号,尾程单号,尾程服务商\n\(parcel),\(local.code),DHL\n"),
    ]
}

extension Counter {
    /// Takes a paper as it comes: an answer to a question, or a file.
    func take(_ paper: PaperChain.Paper, at now: String) async throws {
        if let asked = paper.asked {
            let profile = try #require(try ProfileLibrary().profile(named: "dhl-unified"))
            let instant = try time(now).instant
            let part = try await AnswerReader(profile: profile, source: "parcel-carrier", room: ReadingRoom())
                .read(Array(paper.text.utf8), asked: [asked], receivedAt: instant)
            _ = try await StoreWriter(path: database).accept([Delivery(parts: [part])])
            return
        }
        let arguments = paper.name.hasSuffix(".jsonl") ? ["--profile", "hand"] : []
        let ending = try run(["import", try file(paper.name, paper.text)] + arguments, at: now)
        #expect(ending.status == .done, "\(paper.name): \(ending.output) \(ending.errors)")
    }
}
