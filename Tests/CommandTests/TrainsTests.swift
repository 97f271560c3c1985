import Foundation
import Terminal
import TestSupport
import Testing

/// Departures: a plan is not a departure, and a train is never one dot.
struct TrainsTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
    }

    private func trains(_ arguments: [String] = []) throws -> [[String: Any]] {
        let ending = try counter.run(["trains", "--json"] + arguments)
        return try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [[String: Any]])
    }

    private func json(_ value: Any?) throws -> Data {
        try JSONSerialization.data(withJSONObject: try #require(value), options: [.sortedKeys, .fragmentsAllowed])
    }

    @Test func aPlanIsNotADeparture() async throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        let planned = try #require(try trains().first)
        #expect(planned["confirmed"] as? Bool == false && planned["aboard"] as? Int == 0)
        #expect((planned["departure"] as? [String: Any])?["classifier"] as? String == "planned")
        try await counter.answer(Corridor.news, at: "2026-11-20T09:00Z")
        let left = try #require(try trains().first)
        #expect(left["confirmed"] as? Bool == true && left["aboard"] as? Int == 1 && left["containers"] as? Int == 2)
        #expect(left["parcels"] as? Int == 3 && left["noNews"] as? Int == 1)
        let then = try #require(try trains(["--as-of", "2026-11-19T00:00Z"]).first)
        #expect(then["confirmed"] as? Bool == false)
        #expect(try trains(["--as-of", "2026-11-17T00:00Z"]).isEmpty)
    }

    @Test func trainSaysTheSame() async throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        try await counter.answer(Corridor.news, at: "2026-11-20T09:00Z")
        let one = try counter.object(["train", "X8157"])
        let row = try #require(try trains().first)
        for name in ["departure", "progress"] {
            let (said, listed) = (try json(one[name]), try json(row[name]))
            #expect(said == listed, "\(name)")
        }
    }

    @Test func theLatestComesFirstAndOlderOnesCanBeLeftOut() throws {
        let rows = (1...9).map { "YT241580000000000\($0),MRKU9465770,X815\($0),2026-11-0\($0)" }
        try counter.take("运单号,箱号,车次,发车日期\n" + rows.joined(separator: "\n") + "\n", as: "m.csv")
        #expect(try trains().compactMap { $0["train"] as? String }.first == "X8159@2026-11-09")
        #expect(try trains(["--since", "2026-11-08"]).count == 2)
    }

    @Test func trainsFromElsewhereAreListedWhenAskedFor() throws {
        try counter.take(
            "运单号,箱号,车次,发车日期,始发站\nYT2415800000000001,MRKU9465770,X8157,2026-11-20,\n"
                + "YT2415800000000002,MSCU6639870,X9020,2026-11-21,Malaszewicze\n", as: "m.csv")
        #expect(try trains().compactMap { $0["train"] as? String } == ["X8157@2026-11-20"])
        #expect(try trains(["--from", "Malaszewicze"]).compactMap { $0["train"] as? String } == ["X9020@2026-11-21"])
        #expect(try trains(["--from", "any"]).count == 2)
        #expect(try counter.run(["trains", "--from", "Atlantis"]).status == .usage)
    }

    @Test func aWorkbookHasRealDates() async throws {
        try counter.take(Corridor.manifest, as: "manifest.csv", at: "2026-11-18T08:00Z")
        try await counter.answer(Corridor.news, at: "2026-11-20T09:00Z")
        let path = counter.folder.path("trains.xlsx")
        #expect(try counter.run(["trains", "--xlsx", path]).status == .done)
        let row = try ReadWorkbook(path: path).rows()[1]
        #expect(row["B"]?.isText == false && row["B"]?.text.hasPrefix("46346.622") == true)
        #expect(row["C"]?.text == "confirmed")
    }
}
