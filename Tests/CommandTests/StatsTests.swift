import Foundation
import Store
import Terminal
import TestSupport
import Testing
import Tracking

/// Lists, parcels, pieces, weight and value are different counts, and what is not known stays in sight.
struct StatsTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
    }

    private func stats(_ arguments: [String] = []) throws -> [String: Any] {
        try counter.object(["stats"] + arguments)
    }

    private func total(_ arguments: [String] = []) throws -> [String: Any] {
        try #require(try stats(arguments)["total"] as? [String: Any])
    }

    private func tell(_ body: (inout CustomsWorld) throws -> Void) throws {
        var world = try CustomsWorld(path: counter.database)
        try body(&world)
    }

    @Test func theFiveCountsAreFiveCounts() throws {
        try tell { world in
            // Two parcels on one list, one on a list of its own; three pieces, one kilogram, two currencies.
            try world.tell(
                "ceb",
                [
                    try CustomsWorld.declared(1, list: 1, at: "2026-10-02T10:00", weight: "0.1", pieces: "1"),
                    try CustomsWorld.declared(2, list: 1, at: "2026-10-02T10:00", weight: "0.2", pieces: "1"),
                    try CustomsWorld.declared(
                        3, at: "2026-10-02T10:00", weight: "0.7", pieces: "1", values: [("5", "CNY"), ("7.05", "USD")]),
                ])
        }
        let total = try total(["--on", "declared", "--period", "2026-10"])
        #expect(total["lists"] as? Int == 2 && total["parcels"] as? Int == 3)
        #expect(total["pieces"] as? String == "3" && total["weightKg"] as? String == "1")
        let values = try #require(total["values"] as? [[String: Any]])
        #expect(values.map { "\($0["currency"] ?? "") \($0["value"] ?? "")" } == ["CNY 5", "USD 27.25"])
    }

    @Test func groupsAddUpToTheTotal() throws {
        var random = SeededGenerator(seed: 5)
        try tell { world in
            let items = try (0..<120).map { number in
                try CustomsWorld.declared(
                    number, at: "2026-10-0\(Int.random(in: 1...9, using: &random))T10:00",
                    mode: ["9610", "9710", nil].randomElement(using: &random) ?? nil,
                    country: ["DE", "FR", nil].randomElement(using: &random) ?? nil,
                    port: ["9404", nil].randomElement(using: &random) ?? nil,
                    consignor: ["ACME", "BOLT", nil].randomElement(using: &random) ?? nil,
                    weight: ["0.1", "2.345", nil].randomElement(using: &random) ?? nil,
                    pieces: ["1", "4", nil].randomElement(using: &random) ?? nil,
                    values: [("1.10", ["USD", "CNY", nil].randomElement(using: &random) ?? nil)])
            }
            try world.tell("ceb", items)
        }
        for by in ["mode", "country", "mode,country", "consignor,port", "mode,country,port,consignor"] {
            let answer = try stats(["--by", by])
            let groups = try #require(answer["groups"] as? [[String: Any]])
            let total = try #require(answer["total"] as? [String: Any])
            for name in ["lists", "parcels", "withoutWeight", "withoutPieces", "withoutValue", "withoutList"] {
                #expect(groups.reduce(0) { $0 + ($1[name] as? Int ?? 0) } == total[name] as? Int, "\(name) by \(by)")
            }
            for name in ["pieces", "weightKg"] {
                let sum = groups.reduce(Decimal(0)) { $0 + (Decimal(string: $1[name] as? String ?? "") ?? 0) }
                #expect("\(sum)" == total[name] as? String, "\(name) by \(by)")
            }
            #expect(
                groups.contains { $0[by.split(separator: ",").map(String.init)[0]] is NSNull }, "unknown stays a row")
        }
    }

    @Test func anotherNumberOfAParcelIsNotAnotherParcel() throws {
        try tell { world in
            try world.tell("ceb", [try CustomsWorld.declared(1, at: "2026-10-02T10:00")])
            let other = Subject(.parcel, .number, "BARE1")
            try world.tell(
                "manifest",
                [
                    CustomsWorld.item(
                        links: [ReportedLink(child: other, parent: CustomsWorld.box)],
                        aliases: [ReportedAlias(subject: CustomsWorld.parcel(1), alias: other, role: .lineHaul)],
                        facts: [ReportedFact(subject: other, name: "weight_kg", value: "0.5")])
                ])
        }
        let total = try total()
        #expect(total["parcels"] as? Int == 1 && total["lists"] as? Int == 1)
        #expect(total["weightKg"] as? String == "0.5" && total["disagreeing"] as? Int == 0)
    }

    @Test func aListKnownByItsNumberInATableIsTheSameList() throws {
        let number = "94042026E000000001"
        try tell { world in
            try world.tell(
                "ceb",
                [
                    try CustomsWorld.declared(1, at: "2026-10-02T10:00"),
                    CustomsWorld.item(aliases: [
                        ReportedAlias(
                            subject: CustomsWorld.list(1), alias: Subject(.declaration, .number, number),
                            role: .customer)
                    ]),
                ])
            try world.tell(
                "manifest",
                [
                    CustomsWorld.item(facts: [
                        ReportedFact(subject: CustomsWorld.parcel(1), name: "customs_list", value: number)
                    ]),
                    CustomsWorld.item(facts: [
                        ReportedFact(subject: CustomsWorld.parcel(2), name: "customs_list", value: "94042026E000000002")
                    ]),
                ])
        }
        #expect(try total()["lists"] as? Int == 2)
    }

    @Test func theMonthIsThatOfChina() throws {
        try tell { world in
            try world.tell(
                "ceb",
                [
                    try CustomsWorld.left(1, at: "2026-10-31T23:30"), try CustomsWorld.left(2, at: "2026-11-01T00:30"),
                    try CustomsWorld.declared(3, at: "2026-10-05T10:00"),
                ])
        }
        let october = try stats(["--period", "2026-10"])
        #expect((october["total"] as? [String: Any])?["parcels"] as? Int == 1)
        #expect(october["undated"] as? Int == 1)
        #expect(try total(["--period", "2026-11-01"])["parcels"] as? Int == 1)
        #expect(try total(["--period", "2026"])["parcels"] as? Int == 2)
        #expect(try total(["--period", "2026-10", "--on", "declared"])["parcels"] as? Int == 1)
        let text = try counter.run(["stats", "--period", "2026-10"]).output
        #expect(text.contains("1 parcels are in no period: no departure from China is known"), "\(text)")
    }

    @Test func twoSourcesThatDisagreeAreSaid() throws {
        try tell { world in
            try world.tell("ceb", [try CustomsWorld.declared(1, at: "2026-10-02T10:00", weight: "0.5")])
            try world.tell(
                "manifest", at: "2026-10-02T00:00Z",
                [
                    CustomsWorld.item(facts: [
                        ReportedFact(subject: CustomsWorld.parcel(1), name: "weight_kg", value: "0.9")
                    ])
                ])
        }
        let total = try total()
        #expect(total["weightKg"] as? String == "0.9" && total["disagreeing"] as? Int == 1)
        #expect(try counter.run(["stats"]).output.contains("of 1 parcels two sources state different weights"))
    }

    @Test func aSetThatIsNotCompleteIsSaid() throws {
        try tell { world in
            try world.tell(
                "ceb",
                [
                    try CustomsWorld.left(1, at: "2026-10-31T10:00"),
                    CustomsWorld.item(
                        links: [ReportedLink(child: CustomsWorld.parcel(1), parent: CustomsWorld.bill)],
                        facts: [
                            ReportedFact(subject: CustomsWorld.bill, name: "part:607:COP9:3/9", value: "here"),
                            ReportedFact(subject: CustomsWorld.bill, name: "part:607:COP9:9/9", value: "here"),
                            ReportedFact(subject: CustomsWorld.bill, name: "part:509:COP8:1/1", value: "here"),
                        ]),
                ])
        }
        let text = try counter.run(["stats"]).output
        #expect(text.contains("incomplete: 607 of consignment BILL-1: part 1–2, 4–8 of 9 not here\n"), "\(text)")
        #expect(!text.contains("509 of"))
    }

    @Test func everyGapIsFoundOnce() throws {
        try tell { world in
            try world.tell(
                "ceb",
                [
                    // 1: released, and no departure.
                    try CustomsWorld.declared(1, at: "2026-10-02T10:00"),
                    try CustomsWorld.receipt(1, .exportCleared, code: "604.800", at: "2026-10-02T11:00"),
                    // 2: released, then left by the carrier's word alone.
                    try CustomsWorld.declared(2, at: "2026-10-02T10:00"),
                    try CustomsWorld.receipt(2, .exportCleared, code: "604.800", at: "2026-10-02T11:00"),
                    CustomsWorld.boxed(2),
                    // 3: left by a 509, in no container; its list was never answered.
                    try CustomsWorld.declared(3, at: "2026-10-02T10:00"),
                    try CustomsWorld.left(3, at: "2026-10-20T10:00"),
                    // 4: in a container without a list, with a 509.
                    CustomsWorld.boxed(4), try CustomsWorld.left(4, at: "2026-10-20T10:00"),
                    // 5: rejected after all; nothing is released.
                    try CustomsWorld.declared(5, at: "2026-10-02T10:00"),
                    try CustomsWorld.receipt(5, .exportCleared, code: "604.800", at: "2026-10-02T11:00"),
                    try CustomsWorld.receipt(5, .exportRejected, code: "604.100", at: "2026-10-02T12:00"),
                ])
            try world.tell("line-a", at: "2026-10-21T00:00Z", [try CustomsWorld.boxLeft(at: "2026-10-20T09:00")])
        }
        let gaps = try #require(try stats(["--gaps"])["gaps"] as? [String: [[String: Any]]])
        let found = gaps.mapValues { $0.compactMap { $0["code"] as? String } }
        #expect(
            found == [
                "released-not-departed": ["P1"], "departed-without-509": ["P2"], "509-without-container": ["P3"],
                "declared-without-receipt": ["COP3"], "container-without-list": ["P4"],
            ])
        let csv = try counter.run(["stats", "--gaps", "--csv"]).output
        #expect(csv.split(separator: "\r\n").count == 6)
        let november = try #require(try stats(["--gaps", "--period", "2026-11"])["gaps"] as? [String: [Any]])
        #expect(november.allSatisfy { $0.value.isEmpty })
    }

    @Test func aWorkbookHoldsTheFiguresAndTheGaps() throws {
        try tell { world in try world.tell("ceb", [try CustomsWorld.left(1, at: "2026-10-20T10:00")]) }
        let path = counter.folder.path("stats.xlsx")
        #expect(try counter.run(["stats", "--gaps", "--xlsx", path]).status == .done)
        let workbook = try ReadWorkbook(path: path)
        #expect(workbook.sheets == ["stats", "gaps"])
        #expect(workbook.rows(sheet: 2)[1]["C"]?.text == "P1")
    }

    @Test(arguments: [
        ["--period", "October"], ["--period", "2026-13"], ["--period", "2026-1"], ["--by", "colour"], ["--on", "x"],
    ])
    func aWrongOptionIsRefused(arguments: [String]) throws {
        try tell { world in try world.tell("ceb", [try CustomsWorld.left(1, at: "2026-10-20T10:00")]) }
        let ending = try counter.run(["stats"] + arguments)
        #expect(ending.status == .usage && ending.output.isEmpty && ending.errors.hasPrefix("error: "))
    }
}
