import Foundation
import Terminal
import TestSupport
import Testing

/// `caravan identify`, and what other commands tell of a number that nobody named.
struct IdentifyCommandTests {
    private let counter: Counter

    init() throws {
        counter = try Counter()
    }

    private func candidates(_ code: String) throws -> [[String: Any]] {
        let ending = try counter.run(["identify", code, "--json"])
        let answers = try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [[String: Any]])
        #expect(answers.count == 1 && answers[0]["code"] as? String == code)
        return try #require(answers[0]["candidates"] as? [[String: Any]])
    }

    @Test func programsReadSchemeKindCanonicalAndCheckDigit() throws {
        let ending = try counter.run(["identify", "mrku 946577-0", "hello", "--json"])
        #expect(
            ending.output == """
                [{"code":"mrku 946577-0","candidates":[{"scheme":"iso6346","kind":"container",\
                "canonical":"MRKU9465770","checkDigit":"ok","notes":[]}]},{"code":"hello","candidates":[]}]

                """)
        #expect(ending.status == .attention)
    }

    @Test func placesAndRegistrationsHaveTheirOwnKinds() throws {
        let station = try #require(try candidates("708507").first)
        #expect(station["scheme"] as? String == "esr" && station["kind"] as? String == "place")
        #expect((station["notes"] as? [String])?.first?.contains("Dostyk") == true)
        #expect(try candidates("IM3720000224").first?["kind"] as? String == "tax-registration")
        #expect(try candidates("WMR").first?["kind"] as? String == "place")
    }

    @Test func aNumberOfSeveralSchemesGetsThemAll() throws {
        let both = try candidates("00106141412345678908")
        #expect(both.map { $0["scheme"] as? String } == ["sscc", "usps"])
        #expect(both.first?["canonical"] as? String == "106141412345678908")
    }

    @Test func aWrongCheckDigitIsSaidAndARightOneAskedAfter() throws {
        let ending = try counter.run(["identify", "MSCU6639871"])
        #expect(ending.status == .done)
        #expect(ending.output.contains("does not fit"))
        #expect(ending.output.contains("did you mean iso6346 MSCU6639870?"), "\(ending.output)")
        let json = try counter.run(["identify", "MSCU6639871", "--json"]).output
        #expect(json.contains("\"bad\"") && !json.contains("MSCU6639870"))
    }

    @Test func aPlainNumberIsSaidToBeOneAndTheOthersAreShown() throws {
        let ending = try counter.run(["identify", "hello", "X8157"])
        #expect(ending.status == .attention)
        #expect(ending.output.contains("hello  has the form of no numbering scheme"))
        #expect(ending.output.contains("train-cn"))
        #expect(try counter.run(["identify", "12345678901"]).output.contains("perhaps a plain number"))
        #expect(try counter.run(["identify", "20240107"]).output.contains("could be the date 2024-01-07"))
    }

    @Test func itNeedsNoDatabaseAndNoSettings() throws {
        let settings = try counter.file("broken.yaml", "carriers: [{nonsense: true}]\n")
        #expect(try counter.run(["identify", "MRKU9465770", "--settings", settings]).status == .done)
        let left = try FileManager.default.contentsOfDirectory(atPath: counter.folder.url.path)
        #expect(left == ["broken.yaml"])
    }

    @Test func aSpreadsheetGetsOneRowForEach() throws {
        let list = try counter.file("list.txt", "MRKU9465770\n\n  =cmd|1  \nX8157\n")
        let ending = try counter.run(["identify", "--file", list, "--csv"])
        #expect(
            ending.output.split(separator: "\r\n") == [
                "code,kind,scheme,canonical,check_digit,notes", "MRKU9465770,container,iso6346,MRKU9465770,ok,",
                "'=cmd|1,,,,,", "X8157,train,train-cn,X8157,none,\"outbound, needs the date it left\"",
            ])
        #expect(ending.status == .attention)
    }

    @Test func hostileTextIsShownHarmless() throws {
        let ending = try counter.run(["identify", "A\u{1B}[31m1"])
        #expect(ending.status == .attention && !ending.output.contains("\u{1B}"))
    }

    @Test(arguments: [["identify"], ["identify", "A", "--json", "--csv"]])
    func aWrongCommandLineIsUsage(_ arguments: [String]) throws {
        let ending = try counter.run(arguments)
        #expect(ending.status == .usage && !ending.remedy.isEmpty)
    }

    // MARK: - Other commands

    @Test(arguments: [
        ("RR123456785CN", "(by its form a upu-s10 parcel)"),
        (
            "MSCU6639871",
            "(by its form a iso6346 container whose check digit does not fit; did you mean iso6346 MSCU6639870?)"
        ),
        ("CSQU305438", "(did you mean iso6346 CSQU3054383?)"),
        ("060001", "(by its form a esr place)"), ("702688", "(by its form a cim consignment)"),
    ])
    func anUnknownNumberSaysWhatItMayBe(_ code: String, _ guess: String) throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        let ending = try counter.run(["track", code])
        #expect(ending.status == .attention)
        #expect(ending.output.contains(guess), "\(ending.output)")
    }

    /// Digits say nothing, and one time in ten a check digit would fit by chance.
    @Test func mereDigitsAreNotGuessedAt() throws {
        try counter.take(Corridor.manifest, as: "manifest.csv")
        #expect(try !counter.run(["track", "12345678901"]).output.contains("by its form"))
        #expect(try counter.track("12345678901")["checkDigit"] as? String == "none")
        #expect(try counter.track("12345678901")["scheme"] is NSNull)
    }

    @Test func aWagonIsFoundInEverySpelling() throws {
        try counter.take(
            "箱号,车号,车次,发车日期\nMRKU9465770,33 56 0800 075-8,X8157,2026-11-20\nMSCU6639870,52506615,X8157,2026-11-20\n",
            as: "wagons.csv")
        for code in ["335608000758", "33 56 0800 075-8", "uic-wagon:335608000758"] {
            let wagon = try counter.track(code)
            #expect(wagon["kind"] as? String == "wagon" && wagon["scheme"] as? String == "uic-wagon", "\(code)")
        }
        #expect(try counter.track("5250-6615")["scheme"] as? String == "wagon-1520")
    }

    @Test func watchingAsksForTheKindOfMereDigits() throws {
        let settings = try counter.file(
            "caravan.yaml",
            "carriers:\n  - { name: line-a, profile: dcsa, base_url: \"https://a.example\", secret: env:KEY }\n")
        let watch = { (code: String, more: [String]) in
            try counter.run(["watch", code, "--carrier", "line-a", "--settings", settings] + more)
        }
        let refused = try watch("702688", [])
        #expect(refused.status == .usage, "\(refused.errors)")
        #expect(refused.error.contains("it may be a consignment by cim or a place by esr"), "\(refused.error)")
        #expect(refused.remedy.contains("--kind"))
        #expect(try watch("702688", ["--kind", "consignment"]).status == .done)
        #expect(try counter.track("702688")["scheme"] as? String == "number")
    }
}
