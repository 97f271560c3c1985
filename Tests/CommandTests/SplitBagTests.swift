import Foundation
import Testing

/// A bag whose rows in one list name two containers: each row says in which of them its own parcel is.
struct SplitBagTests {
    private static let header = "运单号,袋号,箱号,车次,发车日期\n"
    /// Parcel, bag, box.
    private static let rows = [
        (1, "BAG-1", Corridor.box), (2, "BAG-1", Corridor.box), (3, "BAG-2", Corridor.box),
        (4, "BAG-1", Corridor.otherBox), (5, "BAG-1", Corridor.otherBox), (6, "BAG-1", Corridor.box),
    ]

    private func code(_ number: Int) -> String { "YT241580000000000\(number)" }

    private func list(_ rows: [(Int, String, String)]) -> String {
        Self.header + rows.map { "\(code($0.0)),\($0.1),\($0.2),X8157,2026-11-20\n" }.joined()
    }

    @Test func everyRowsOwnWordTellsTheContainerOfItsParcelWhereverItStands() throws {
        let orders = [Self.rows, Array(Self.rows.reversed()), Self.rows + Self.rows]
        for rows in orders {
            let counter = try Counter()
            try counter.take(list(rows), as: "list.csv")
            try counter.take(
                Corridor.page(
                    Corridor.event(1, "DISC", at: "2026-12-06T10:00:00+01:00", place: "DEDUI"),
                    Corridor.event(2, "DISC", at: "2026-12-02T10:00:00+01:00", place: "PLMAA", box: Corridor.otherBox)),
                as: "news.json", at: "2026-12-07T08:00Z")
            for (number, _, box) in rows {
                let answer = try counter.track(code(number), at: "2026-12-08T08:00Z")
                #expect((answer["conflicts"] as? [Any])?.isEmpty == true, "\(answer)")
                let status = answer["status"] as? [String: Any]
                #expect(status?["subject"] as? String == "iso6346:\(box)", "\(number) \(answer)")
                let place = status?["place"] as? [String: Any]
                #expect(place?["code"] as? String == (box == Corridor.box ? "DUI" : "MAA"))
            }
        }
    }

    @Test func aBagInOneContainerCostsNoLinkMore() throws {
        let counter = try Counter()
        try counter.take(list(Array(Self.rows.prefix(3))), as: "list.csv")
        let links = try #require(try counter.track(code(1))["links"] as? [[String: Any]])
        let own = links.filter { ($0["child"] as? String)?.hasSuffix(code(1)) == true }
        #expect(own.compactMap { $0["kind"] as? String } == ["bag"])
    }

    @Test func anyOrderOfTheRowsIsTheSame() throws {
        var digests: Set<String> = []
        for rows in [Self.rows, Array(Self.rows.reversed()), Self.rows + Self.rows.prefix(2)] {
            let counter = try Counter()
            try counter.take(list(rows), as: "list.csv")
            digests.insert(try counter.digest())
        }
        #expect(digests.count == 1)
    }
}
