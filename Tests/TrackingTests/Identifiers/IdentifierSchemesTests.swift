import Testing

@testable import Tracking

@Suite struct IdentifierSchemesTests {
    @Test(arguments: [
        (SubjectKind.parcel, "YT2229521272164446", "yunexpress:YT2229521272164446"),
        (.parcel, "LY845039167CN", "upu-s10:LY845039167CN"), (.parcel, "mrku9465770", "number/acme:MRKU9465770"),
        (.container, "MRKU 946577-0", "iso6346:MRKU9465770"), (.bag, "乌-001", "number/acme:乌-001"),
        (.consignment, "784-1234 5675", "number/acme:784-1234 5675"), (.wagon, "5280123", "number/acme:5280123"),
        (.declaration, "49212020I046118061", "cn-customs-list:49212020I046118061"),
        (.parcel, "X8157@2026-11-20", "number/acme:X8157@2026-11-20"),
    ])
    func withoutASchemeTheKindDecides(_ kind: SubjectKind, _ text: String, _ identifier: String) throws {
        let reading = try IdentifierSchemes.subject(kind: kind, scheme: nil, issuer: "acme", code: text)
        #expect(reading.subject.description == identifier)
        #expect(reading.subject.kind == kind)
    }

    @Test func aNamedSchemeIsBinding() throws {
        let waybill = try IdentifierSchemes.subject(
            kind: .consignment, scheme: "cr-waybill", issuer: nil, code: " 乌铁 2026-0017 ")
        #expect(waybill.subject.description == "cr-waybill:乌铁 2026-0017")
        let number = try IdentifierSchemes.subject(kind: .parcel, scheme: "number", issuer: nil, code: "LY845039167CN")
        #expect(number.subject.description == "number:LY845039167CN")
    }

    @Test(arguments: [
        (SubjectKind.parcel, "upu-s10", "12345", "bad-number"), (.parcel, "iso6346", "MRKU9465770", "wrong-kind"),
        (.parcel, "s11", "12345", "unknown-scheme"), (.container, "", "CTN-0001", "bad-number"),
        (.container, "iso6346", "1/20", "bad-number"), (.container, "number", "100", "bad-number"),
        (.parcel, "", "", "no-number"), (.parcel, "", " '\u{3000}", "no-number"),
        (.bag, "", "A\u{1B}[31m", "bad-number"),
        (.bag, "", "A\nB", "bad-number"), (.bag, "", "A\u{85}B", "bad-number"),
        (.bag, "number", String(repeating: "9", count: 65), "bad-number"),
        (.bag, "", String(repeating: " ", count: 10_000) + "1", "bad-number"),
        (.consignment, "cr-waybill", String(repeating: "9", count: 38), "bad-number"),
        (.consignment, "cr-waybill", "no digits", "bad-number"),
    ])
    func whatCannotBeTakenSaysWhy(_ kind: SubjectKind, _ scheme: String, _ text: String, _ problem: String) {
        let thrown = #expect(throws: IdentifierProblem.self) {
            try IdentifierSchemes.subject(kind: kind, scheme: scheme, issuer: nil, code: text)
        }
        #expect(thrown?.kind == problem)
        #expect(thrown?.reason.isEmpty == false)
    }

    @Test(arguments: ["1.2E+19", "1.23456E+17", "1,2e+19", "2.22952E19", "9E+10", "'1.2E+19"])
    func aNumberThatASpreadsheetDestroyedIsRefused(_ text: String) {
        for (kind, scheme) in [(SubjectKind.parcel, nil), (.bag, "number"), (.consignment, "cr-waybill")]
            as [(_, String?)]
        {
            let thrown = #expect(throws: IdentifierProblem.self) {
                try IdentifierSchemes.subject(kind: kind, scheme: scheme, issuer: nil, code: text)
            }
            #expect(thrown?.kind == "bad-number" && thrown?.reason.contains("spreadsheet") == true)
        }
    }

    @Test(arguments: ["12E5", "E+19", "1E", "1.2F+19", "1.2.3E+4", "12E19", "EE063750306RU"])
    func aNumberThatOnlyResemblesScienceIsTaken(_ text: String) throws {
        let reading = try IdentifierSchemes.subject(kind: .bag, scheme: nil, issuer: nil, code: text)
        #expect(reading.subject.code == text)
    }

    @Test func aMissingContainerCheckDigitIsTold() {
        let thrown = #expect(throws: IdentifierProblem.self) {
            try IdentifierSchemes.subject(kind: .container, scheme: nil, issuer: nil, code: "CSQU 305438")
        }
        #expect(thrown?.reason.contains("CSQU3054383") == true)
    }

    @Test func issuersAreTrimmedAndChecked() throws {
        let reading = try IdentifierSchemes.subject(kind: .parcel, scheme: nil, issuer: " DHL Paket ", code: "1")
        #expect(reading.subject.identifier.issuer == "DHL Paket")
        for nothing in ["", "  "] {
            let bare = try IdentifierSchemes.subject(kind: .parcel, scheme: nil, issuer: nothing, code: "1")
            #expect(bare.subject.identifier.issuer == nil)
        }
        for issuer in ["a:b", "a\u{7}", String(repeating: "x", count: 65)] {
            let thrown = #expect(throws: IdentifierProblem.self) {
                try IdentifierSchemes.subject(kind: .parcel, scheme: nil, issuer: issuer, code: "1")
            }
            #expect(thrown?.kind == "bad-issuer")
        }
    }

    @Test func aContradictedReadingComesLastButForFreeText() {
        let found = [(90, CheckDigit.none), (10, .bad), (20, .ok), (55, .bad), (60, .none), (5, .bad), (20, .none)]
        let ranked = IdentifierSchemes.ranked(found.enumerated().map { $0 }) { $0.element }
        #expect(ranked.map(\.offset) == [2, 6, 5, 1, 4, 3, 0])
    }

    @Test(arguments: [
        ("MRKU9465770", "iso6346"), ("MSCU6639871", "iso6346"), ("LY845039167CN", "upu-s10"),
        ("RX123456789CN", "upu-s10"), ("X8157@2026-11-20", "train"), ("1Z5R89390357567127", "ups"),
        ("94002025E123456789", "cn-customs-list"), ("B20230807570793612", "cn-preno"),
        ("CNURCAPLWAWACUN60317003100097", "upu-s9"), ("TBA010000000000", "amazon"),
    ])
    func aFormThatTellsNeedsNoKind(_ text: String, _ scheme: String) throws {
        let reading = try #require(IdentifierSchemes.telling(text))
        #expect(reading.subject.scheme.rawValue == scheme)
        // What a person watches is what a message of its kind is about.
        let stored = try IdentifierSchemes.subject(kind: reading.subject.kind, scheme: nil, issuer: nil, code: text)
        #expect(stored == reading)
    }

    @Test(arguments: [
        "hello", "12345678901", "24547705", "335249561341", "106141412345678908", "700007", "CNURC", "WMR", "乌铁 17",
        "K1506235620", "C1004444443", "9400111206206406260787", "IM3720000224", "",
        "GM2951173225174494", "JJD0002257639032011", "X8157", "7084-087-1306",
    ])
    func aFormThatDoesNotTellIsNotGuessed(_ text: String) {
        #expect(IdentifierSchemes.telling(text) == nil)
    }

    @Test(arguments: [
        ("iso6346:mrku9465770", ["iso6346:MRKU9465770"]), ("train:X8157@2026-11-20", ["train:X8157@2026-11-20"]),
        ("iso6346:nonsense", []),
        ("MRKU9465770", ["iso6346:MRKU9465770", "cr-waybill:MRKU9465770", "number:MRKU9465770"]),
        ("X8157", ["cr-waybill:X8157", "number:X8157"]), ("cr-waybill:0017", ["cr-waybill:0017"]), ("", []),
    ])
    func aTypedCodeMeansEachOfItsReadings(_ text: String, _ expected: [String]) {
        var seen: [String] = []
        for subject in IdentifierSchemes.candidates(forLookup: text) where seen.last != subject.description {
            seen.append(subject.description)
        }
        #expect(seen == expected)
    }

    @Test func aNumberMayBeOfAnyKindOfItsIssuer() {
        let subjects = IdentifierSchemes.candidates(forLookup: "number/DHL Paket:0034 0434")
        #expect(Set(subjects.map(\.kind)) == Set(SubjectKind.allCases).subtracting([.train]))
        #expect(subjects.allSatisfy { $0.description == "number/DHL Paket:0034 0434" })
        #expect(Set(subjects).count == subjects.count)
    }

    /// What is stored is found again, and reading it twice changes nothing.
    @Test func canonicalFormIsItsOwnCanonicalForm() throws {
        var generator = SeededGenerator(seed: 1)
        let alphabet = Array("ABXYZabz0189-/. '’@:_ＡｂＺ９\u{A0}\u{3000}乌\u{200B}е")
        var taken = 0
        for _ in 0..<20_000 {
            let text = String(
                (0..<Int.random(in: 1...14, using: &generator)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                })
            for kind in [SubjectKind.parcel, .consignment] {
                guard
                    let first = try? IdentifierSchemes.subject(kind: kind, scheme: nil, issuer: "x", code: text).subject
                else { continue }
                taken += 1
                let again = try IdentifierSchemes.subject(kind: kind, scheme: nil, issuer: "x", code: first.code)
                    .subject
                #expect(again == first, "\(text)")
                #expect(again.code.unicodeScalars.elementsEqual(first.code.unicodeScalars))
                #expect(IdentifierSchemes.candidates(forLookup: first.description).contains(first), "\(first)")
            }
        }
        #expect(taken > 30_000)
    }

    @Test func everySchemeIsNamedOnceAndSaysItsShape() {
        let names = IdentifierSchemes.everything.map { $0.scheme.rawValue }
        #expect(Set(names).count == names.count && !names.contains("number"))
        for scheme in IdentifierSchemes.everything {
            #expect(!scheme.shape.isEmpty && !scheme.scheme.rawValue.contains { $0 == ":" || $0 == "/" })
        }
        for scheme in IdentifierSchemes.all {
            #expect(!scheme.kinds.isEmpty && !scheme.shape.isEmpty)
            #expect(IdentifierSchemes.scheme(named: scheme.scheme.rawValue)?.scheme == scheme.scheme)
        }
    }
}
