import Foundation
import Store
import Terminal
import TestSupport
import Testing
import Tracking

/// A worklist says of everything what `track` says of it, and lists it once.
struct ListTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
    }

    private func rows(_ arguments: [String], at now: String = "2026-12-31T00:00Z") throws -> [[String: Any]] {
        let ending = try counter.run(["list", "--json"] + arguments, at: now)
        return try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [[String: Any]])
    }

    private func codes(_ arguments: [String]) throws -> [String] {
        try rows(arguments).compactMap { $0["code"] as? String }
    }

    /// What is the same in a row of `list` and in an answer of `track`.
    private func compared(_ status: [String: Any]?) -> String {
        guard let status, let milestone = status["milestone"] as? String else { return "nothing" }
        let place = (status["place"] as? [String: Any])?["name"] as? String
        return [
            milestone, status["at"] as? String ?? "", place ?? "", status["side"] as? String ?? "",
            status["subject"] as? String ?? "", "\(status["inherited"] as? Bool ?? false)",
            status["basis"] as? String ?? "",
        ].joined(separator: " | ")
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func aListSaysWhatTrackSaysNowAndThen(seed: UInt64) throws {
        var world = try RandomWorld(seed: seed, path: counter.database)
        try world.tellManifest()
        if seed % 2 == 1 { try world.tellLastMile() }
        try world.tell(seed % 4 == 0 ? 60 : 6)
        for then in [[], ["--as-of", "2026-11-21T12:00:00Z"]] {
            for kind in ["parcel", "container", "bag"] {
                let listed = try rows(["--kind", kind] + then)
                #expect(Set(listed.compactMap { $0["code"] as? String }).count == listed.count, "each once")
                for row in listed {
                    let code = try #require(row["code"] as? String)
                    let answer = try counter.track(code, then, at: "2026-12-31T00:00Z")
                    #expect(
                        compared(row) == compared(answer["status"] as? [String: Any]), "\(code) of seed \(seed) \(then)"
                    )
                    #expect(answer["kind"] as? String == kind)
                }
            }
        }
    }

    @Test func whatIsInAContainerIsWhatItsPapersSay() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        #expect(try codes(["--in", Corridor.box]) == ["YT2415800000000001", "YT2415800000000002"])
        #expect(try codes(["--in", "BAG-2"]) == ["YT2415800000000003"])
        #expect(try codes(["--in", "x8157"]).count == 3)
        #expect(try codes(["--in", "x8157", "--kind", "container"]) == [Corridor.box, Corridor.otherBox])
        #expect(try codes(["--in", "SO-3"]) == ["YT2415800000000003"])
    }

    @Test func anOrderOfSeveralParcelsListsThemAll() throws {
        try counter.take("运单号,订单号,袋号\nP1AAAA,SO-9,B1\nP2AAAA,SO-9,B1\nP3AAAA,SO-8,B1\n", as: "m.csv")
        #expect(try codes(["--in", "SO-9"]) == ["P1AAAA", "P2AAAA"])
        #expect(try codes([]) == ["P1AAAA", "P2AAAA", "P3AAAA"], "another number of a parcel is not another parcel")
    }

    @Test func whatALaterPaperPutElsewhereIsListedThereAlone() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        try counter.take(
            "运单号,袋号,箱号\nYT2415800000000002,BAG-7,MSCU6639870\n", as: "later.csv", at: "2026-11-19T08:00Z")
        let inFirst = try codes(["--in", Corridor.box])
        let tracked = try counter.track("YT2415800000000002")
        let links = try #require(tracked["links"] as? [[String: Any]])
        // Two bags at once contradict each other; both boxes say they hold it, and the list says so of both.
        #expect(
            inFirst.contains("YT2415800000000002")
                == links.contains { $0["parent"] as? String == "iso6346:\(Corridor.box)" })
    }

    @Test func filtersNarrow() async throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        try await counter.answer(Corridor.news, at: "2026-11-20T09:00Z")
        #expect(try codes(["--status", "departed"]) == ["YT2415800000000001", "YT2415800000000002"])
        #expect(try codes(["--at", "乌鲁木齐"]).count == 2)
        #expect(try codes(["--to", "fr"]) == ["YT2415800000000003"])
        #expect(try codes(["--silent", "5d"]).count == 3)
        #expect(try codes(["--silent", "52w"]) == [])
        #expect(try codes(["--open", "--limit", "1"]).count == 1)
        #expect(try codes(["--kind", "train"]) == ["X8157@2026-11-20"])
    }

    @Test func whatALimitCutsIsSaid() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        #expect(try counter.run(["list", "--limit", "2"]).errors == "2 of 3 shown\n")
        #expect(try counter.run(["list"]).errors == "3 shown\n")
        #expect(try counter.run(["list", "--in", Corridor.box, "--csv"]).errors == "")
    }

    @Test func twentyDigitsSurviveAWorkbook() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        let path = counter.folder.path("list.xlsx")
        #expect(try counter.run(["list", "--xlsx", path]).status == .done)
        let workbook = try ReadWorkbook(path: path)
        let rows = workbook.rows()
        #expect(workbook.sheets == ["list"] && rows.count == 4)
        let titles = rows[0].mapValues(\.text)
        let lastMile = try #require(titles.first { $0.value == "last mile" }?.key)
        #expect(rows[1][lastMile] == .init(isText: true, format: 1, text: "00340434161094000001"))
    }

    @Test(arguments: [
        (["--status", "gone"], "no such milestone"), (["--at", "Atlantis"], "no such place"),
        (["--silent", "3x"], "--silent 3d"), (["--limit", "0"], "--limit 50"), (["--csv", "--json"], "leave out"),
        (["--xlsx", "/tmp/x.xlsx", "--csv"], "leave out"), (["--kind", "ship"], ""), (["--xlsx", "/"], ""),
    ])
    func aWrongOptionIsRefused(arguments: [String], hint: String) throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        let ending = try counter.run(["list"] + arguments)
        #expect(ending.status == (arguments.last == "/" ? .notAllowed : .usage))
        #expect(ending.output == "" && ending.errors.hasPrefix("error: "))
        #expect(hint.isEmpty || ending.errors.contains(hint))
    }

    @Test func anUnknownCarrierIsNotAnEmptyOne() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        let ending = try counter.run(["list", "--in", "TBJU9164783"])
        #expect(ending.status == .attention && ending.error.contains("TBJU9164783"))
    }
}
