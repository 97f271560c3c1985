import Foundation
import Store
import Terminal
import Testing
import Tracking

/// What is typed, in part and in any spelling, finds what is known and nothing else.
struct FindTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
        try counter.take(
            """
            运单号,订单号,袋号,箱号,车次,发车日期,目的国,毛重(KG),尾程单号,尾程服务商
            YT2415800000000001,SO-1001,BAG-1,MRKU9465770,X8157,2026-11-20,DE,0.42,00340434161094000001,DHL
            YT2415800000000002,SO-1002,BAG-1,MRKU9465770,X8157,2026-11-20,DE,1.10,,
            YT2415800000000003,SO-1003,BAG-2,MSCU6639870,X8157,2026-11-20,FR,0.30,,
            A%B_C*D00,SO-1003,BAG-2,MSCU6639870,X8157,2026-11-20,FR,0.30,,

            """, as: "manifest.csv")
    }

    private func found(_ arguments: [String]) throws -> [[String: Any]] {
        try #require(try counter.object(["find"] + arguments)["found"] as? [[String: Any]])
    }

    private func codes(_ arguments: String...) throws -> [String] {
        try found(arguments).compactMap { $0["code"] as? String }
    }

    @Test(arguments: [
        ("MRKU9465770", ["MRKU9465770"]), ("mrku", ["MRKU9465770"]), ("946 5770", ["MRKU9465770"]),
        ("ＭＲＫＵ-９４６", ["MRKU9465770"]), ("66398", ["MSCU6639870"]), ("so1002", ["SO-1002"]),
        ("SO 1002", ["SO-1002"]), ("o-1002", ["SO-1002"]), ("bag", ["BAG-2", "BAG-1"]),
        ("00000000003", ["YT2415800000000003"]), ("x81", ["X8157@2026-11-20"]), ("8157@2026", ["X8157@2026-11-20"]),
        ("2026-11-20", ["X8157@2026-11-20"]), ("4161094", ["00340434161094000001"]),
    ])
    func aPartInAnySpellingFindsTheNumber(typed: String, numbers: [String]) throws {
        #expect(try codes(typed) == numbers)
    }

    /// A paper that names a bag only as what parcels lie in has told of the bag.
    @Test func whatIsNamedOnlyAsCarryingOthersIsFoundAndToldOf() throws {
        try counter.take("运单号,袋号\nYT2415800000000009,LOOSE-77\n", as: "bags.csv")
        #expect(try codes("loose") == ["LOOSE-77"])
        let asked = try #require(try counter.track("LOOSE-77")["asked"] as? [String: Any])
        #expect(asked["answer"] as? String == "told")
        #expect((asked["lastMessage"] as? [String: Any])?["source"] as? String == "manifest")
    }

    /// What means something to LIKE, GLOB, FTS5 or SQL means itself here.
    @Test(arguments: [
        ("A%B", ["A%B_C*D00"]), ("b_c*", ["A%B_C*D00"]), ("C*D", ["A%B_C*D00"]), ("YT%", []), ("Y_2", []), ("MRK*", []),
        ("%%%", []), ("___", []), ("***", []), ("MRK[U]", []), ("\"\"\"", []), ("MRKU\"", []), ("MRKU' OR 1", []),
        ("MRK OR BAG", []), ("NOT YT24", []), ("YT24*", []), ("code:YT24", []), ("(YT2)", []), ("YT2 + 415", []),
        ("^YT24", []), ("\\\\\\", []),
    ])
    func hostileTextIsTakenLiterally(typed: String, numbers: [String]) throws {
        let ending = try counter.run(["find", "--json", "--database", counter.database, "--", typed])
        let answer = try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any]
        let rows = try #require(answer?["found"] as? [[String: Any]], "\(ending.errors)")
        #expect(rows.compactMap { $0["code"] as? String } == numbers)
        #expect(ending.status == (numbers.isEmpty ? .attention : .done))
    }

    @Test func anotherNumberSaysWhoseItIs() throws {
        let lastMile = try #require(try found(["16109400"]).first)
        #expect(lastMile["role"] as? String == "last-mile")
        #expect(lastMile["of"] as? [String] == ["yunexpress:YT2415800000000001"])
        let shared = try #require(try found(["so-1003"]).first)
        #expect((shared["of"] as? [String])?.count == 2)
        #expect(shared["role"] as? String == "order")
    }

    @Test func statusStandsBesideWhatIsFound() throws {
        _ = try counter.run([
            "record", "MRKU9465770", "arrived", "--at", "2026-11-21T10:00+08:00", "--place", "Dostyk", "--source", "a",
        ])
        for number in ["MRKU946", "0000000002", "SO1002"] {
            let row = try #require(try found([number]).first)
            let code = try #require(row["code"] as? String)
            let track = try #require(try counter.status(code))
            #expect(row["milestone"] as? String == track["milestone"] as? String)
            #expect(row["at"] as? String == track["at"] as? String)
            #expect(row["milestone"] != nil)
        }
    }

    @Test(arguments: ["Dostyk", "多斯特克", "Достык", "DOS", "dost"])
    func aPlaceShowsWhatStandsThere(typed: String) throws {
        _ = try counter.run([
            "record", "MRKU9465770", "arrived", "--at", "2026-11-21T10:00+08:00", "--place", "Dostyk", "--source", "a",
        ])
        let places = try #require(try counter.object(["find", typed])["places"] as? [[String: Any]])
        let there = places.filter { $0["containers"] as? Int == 1 }
        #expect(there.count == 1)
        let rows = try #require(there.first?["found"] as? [[String: Any]])
        #expect(rows.map { $0["code"] as? String } == ["MRKU9465770"])
        #expect(rows.first?["parcels"] as? Int == 2)
        #expect(try counter.run(["find", typed]).status == .done)
    }

    @Test func anEmptyPlaceIsSaidToBeEmpty() throws {
        let ending = try counter.run(["find", "汉堡"])
        #expect(ending.status == .attention)
        #expect(ending.errors.contains("no train or container stands there"))
    }

    @Test(arguments: ["MR", "7", "--", "- 1", "\u{200B}ab", "", "   "])
    func whatIsTooShortIsRefused(typed: String) throws {
        let ending = try counter.run(["find", "--database", counter.database, "--", typed])
        #expect(ending.status == .usage)
        #expect(ending.error.hasPrefix("error: cannot find anything by"))
        #expect(!ending.remedy.isEmpty)
    }

    @Test func aLimitSaysThatThereIsMore() throws {
        let ending = try counter.run(["find", "SO-", "--limit", "2"])
        #expect(ending.status == .usage, "hyphens do not count")
        let cut = try counter.run(["find", "SO-10", "--limit", "2"])
        #expect(cut.errors.contains("2 shown, and there are more"))
        let whole = try counter.run(["find", "SO-10", "--limit", "3"])
        #expect(!whole.errors.contains("there are more"))
        #expect(try counter.object(["find", "SO-10", "--limit", "2"])["more"] as? Bool == true)
        #expect(try counter.run(["find", "SO-10", "--limit", "0"]).status == .usage)
    }

    @Test(arguments: [
        ("YT2415800000000010", "YT2415800000000001"), ("MRKU9465707", "MRKU9465770"), ("MRKU946570", "MRKU9465770"),
        ("MRKU94665770", "MRKU9465770"), ("MRKV9465770", "MRKU9465770"),
    ])
    func aSlipOfTheHandSuggestsKnownNumbers(typed: String, meant: String) throws {
        let answer = try counter.object(["find", typed])
        #expect((answer["found"] as? [Any])?.isEmpty == true)
        let suggestions = try #require(answer["suggestions"] as? [String])
        #expect(suggestions.contains { $0.hasSuffix(":" + meant) })
        let ending = try counter.run(["find", typed])
        #expect(ending.status == .attention, "a suggestion is no answer")
        #expect(ending.errors.contains(meant))
    }

    @Test func aReferenceOfACustomerFindsItsParcels() throws {
        let parcels = ["YT2415800000000001", "YT2415800000000002"].map {
            Subject(.parcel, Scheme(rawValue: "yunexpress"), $0)
        }
        try counter.tell(
            [
                ReportedItem(
                    position: "1",
                    facts: parcels.map { ReportedFact(subject: $0, name: "consignor_ref", value: "ACME 50% \"Ü\"") }
                        + [
                            ReportedFact(subject: parcels[0], name: "customer_reference", value: "PO/77-A"),
                            ReportedFact(subject: parcels[0], name: "goods", value: "ACME lamps"),
                        ])
            ], source: "list", at: "2026-11-21T07:00Z")
        for typed in ["acme", "50% \"", "\"ü\""] {
            let rows = try found([typed])
            #expect(rows.map { $0["code"] as? String } == ["ACME 50% \"Ü\""], "\(typed)")
            #expect(rows.first?["bearers"] as? Int == 2)
        }
        let order = try #require(try found(["po/77"]).first)
        #expect(order["of"] as? [String] == ["yunexpress:YT2415800000000001"])
        #expect(order["fact"] as? String == "customer_reference")
        #expect(try codes("lamps") == [], "goods are no reference")
    }

    @Test func whatWasNotKnownThenIsNotFoundThen() throws {
        #expect(try counter.run(["find", "MRKU", "--as-of", "2026-11-20T00:00Z"]).status == .attention)
        #expect(try counter.run(["find", "MRKU", "--as-of", "2026-11-22T00:00Z"]).status == .done)
    }

    @Test func csvHasARowForEachAndTheTitlesAlways() throws {
        let lines = try counter.run(["find", "MRKU", "--csv"]).output.split(whereSeparator: \.isNewline)
        #expect(lines.first == "kind,number,scheme,role,of,status,place,since,by,parcels,found by")
        #expect(lines.count == 2)
        #expect(try counter.run(["find", "NOTHING", "--csv"]).output.split(whereSeparator: \.isNewline).count == 1)
    }
}
