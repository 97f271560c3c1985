import Testing

@testable import Tracking

@Suite struct IdentifyTests {
    private func schemes(_ text: String) -> [String] {
        IdentifierSchemes.identify(text).map { $0.scheme.rawValue }
    }

    @Test(arguments: [
        ("MRKU9465770", ["iso6346"]), ("MSCU6639871", ["iso6346"]), ("LY845039167CN", ["upu-s10"]),
        ("LX473124829CN", ["upu-s10", "dhl-ecommerce"]), ("RX123456789CN", ["upu-s10", "dhl-ecommerce"]),
        ("YT2229521272164446", ["yunexpress"]), ("X8157", ["train-cn"]), ("X8157@2026-11-20", ["train"]),
        ("26PLTII334OO634HL1", ["eu-mrn"]), ("94002025E123456789", ["cn-customs-list"]),
        ("1Z5R89390357567127", ["ups"]), ("JD0002242617644732", ["yodel"]), ("JJD0099999999", ["dhl-express"]),
        ("B20230807570793612", ["cn-preno"]), ("CNURCAPLWAWACUN60317003100097", ["upu-s9"]),
        ("940020250280195042", ["cn-customs-declaration", "sscc"]), ("106141412345678908", ["sscc"]),
        ("00106141412345678908", ["sscc", "usps"]), ("24547705", ["wagon-1520", "uic-station"]),
        ("87193615", ["uic-station", "wagon-1520"]), ("335608000750", ["uic-wagon"]), ("060001", ["esr", "cim"]),
        ("702688", ["cim", "esr"]), ("WMR", ["cn-station"]), ("42416", ["cn-station"]), ("CNLZR", ["unlocode"]),
        ("3318810025", ["dhl-express"]), ("7084-087-1306", ["train-index-1520", "dhl-express"]),
        ("IM3720000224", ["eu-ioss"]), ("GM2951173225174494", ["dhl-ecommerce"]), ("A1234567894", ["amazon", "ups"]),
        ("iso6346:MRKU9465770", ["iso6346"]), ("dhl-ecommerce:LX473124829CN", ["dhl-ecommerce"]), ("esr:WMR", []),
        ("number:MRKU9465770", []), ("sscc:00106141412345678908", ["sscc"]), ("hello", []), ("1", []), ("", []),
        ("乌铁 2026-0017", []), ("A\u{1B}[31m1", []),
    ])
    func theMostLikelyComesFirst(_ text: String, _ expected: [String]) {
        #expect(schemes(text) == expected)
    }

    /// A waybill of China Railway may be anything, and a plain number is everything.
    @Test func freeTextIsNeverOffered() {
        for text in ["MRKU9465770", "12345678901", "乌铁 2026-0017", "YT9999999999999999"] {
            #expect(!schemes(text).contains { $0 == "cr-waybill" || $0 == "number" })
        }
    }

    @Test(arguments: [("20260315", "2026-03-15"), ("20240107", "2024-01-07")])
    func aDateMayBeOne(_ text: String, _ date: String) {
        let candidates = IdentifierSchemes.identify(text)
        #expect(!candidates.isEmpty && candidates.allSatisfy { $0.notes.contains("could be the date \(date)") })
        #expect(!IdentifierSchemes.identify("20261315").contains { $0.notes.contains { $0.contains("date") } })
    }

    @Test(arguments: [
        ("LY845039167CN", "issued by the post of CN"), ("RB123456785XX", "XX is no country's code"),
        ("335608000750", "registered in SK"), ("339908000750", "99 is no country's code"), ("8719361", "in FR"),
        ("26PLTII334OO634HL1", "transit"), ("94002025E123456789", "export"), ("49212020I046118061", "import"),
        ("940020250280195042", "export"), ("X8157", "outbound"), ("X8158", "returning"),
        ("BEAD1000091", "swap body or trailer (ILU code)"), ("069949499570511882", "GS1 China"),
        ("340434161094015902", "DHL Paket numbers its parcels so too"),
        ("IM3720000224", "registered in IE"),
        ("CNURCAPLWAWACUN60317003100097", "9.7 kg"), ("CNURCAPLWAWACUN60317", "CNURCA to PLWAWA"),
        ("B20230807570793612", "of 2023-08-07"), ("420787459400111206206406260787", "to ZIP code 78745"),
    ])
    func numbersSayWhatTheyTell(_ text: String, _ note: String) {
        #expect(IdentifierSchemes.identify(text).first?.notes.contains(note) == true)
    }

    @Test(arguments: [
        ("MSCU6639871", ["MSCU6639870"]), ("CSQU 305438", ["CSQU3054383"]), ("MRKU9465770", []), ("CSQU30543", []),
        ("70850", ["708507"]), ("60001", ["600010", "060001"]), ("708507", []), ("hello", []),
    ])
    func whatWasMeantIsAskedAndNeverTaken(_ text: String, _ codes: [String]) {
        let corrections = IdentifierSchemes.corrections(of: text)
        #expect(corrections.map(\.code) == codes)
        #expect(corrections.allSatisfy { $0.checkDigit == .ok })
        #expect(IdentifierSchemes.identify(text).allSatisfy { !codes.contains($0.code) })
    }

    @Test(arguments: [
        ("esr", "060001", "place"), ("unlocode", "CNURC", "place"), ("uic-station", "8719361", "place"),
        ("cn-station", "WMR", "place"), ("eu-ioss", "IM3720000224", "tax-registration"),
    ])
    func aPlaceIsNeverASubject(_ scheme: String, _ code: String, _ names: String) {
        let candidate = IdentifierSchemes.identify(code).first { $0.scheme.rawValue == scheme }
        #expect(candidate?.names.description == names)
        for kind in SubjectKind.allCases {
            let thrown = #expect(throws: IdentifierProblem.self) {
                try IdentifierSchemes.subject(kind: kind, scheme: scheme, issuer: nil, code: code)
            }
            #expect(thrown?.kind == "wrong-kind" && thrown?.reason.contains(names) == true)
        }
        #expect(!IdentifierSchemes.candidates(forLookup: code).contains { $0.scheme.rawValue == scheme })
    }

    /// What a number is stored as hangs on its form, and for mere digits of a parcel on nothing at all.
    @Test(arguments: [
        (SubjectKind.parcel, "12345678901", "number:12345678901"), (.parcel, "3318810025", "number:3318810025"),
        (.parcel, "9400111206206406260787", "number:9400111206206406260787"),
        (.parcel, "0998 0000 0200 34D", "number:0998 0000 0200 34D"),
        (.parcel, "00340434161094015902", "number:00340434161094015902"),
        (.parcel, "K1506235620", "number:K1506235620"),
        (.parcel, "C1004444443", "number:C1004444443"), (.parcel, "JD0002242617644732", "number:JD0002242617644732"),
        (.parcel, "GM2951173225174494", "number:GM2951173225174494"), (.parcel, "24547705", "number:24547705"),
        (.parcel, "1Z 5R8 939 03 5756 712 7", "ups:1Z5R89390357567127"),
        (.parcel, "TBA000000000000", "amazon:TBA000000000000"),
        (.parcel, "LTN74207623N1", "landmark:LTN74207623N1"),
        (.parcel, "GFUS01011884214464", "gofo:GFUS01011884214464"),
        (.wagon, "33 56 0800 075-0", "uic-wagon:335608000750"), (.wagon, "335608000751", "uic-wagon:335608000751"),
        (.wagon, "5250 6615", "wagon-1520:52506615"), (.wagon, "77777777", "wagon-1520:77777777"),
        (.wagon, "5212345", "number:5212345"), (.bag, "106141412345678908", "sscc:106141412345678908"),
        (.bag, "00106141412345678908", "sscc:106141412345678908"),
        (.bag, "106141412345678907", "number:106141412345678907"),
        (.bag, "202611200000000016", "number:202611200000000016"), (.bag, "大包-17", "number:大包-17"),
        (.bag, "CNURCAPLWAWACUN60317003100097", "upu-s9:CNURCAPLWAWACUN60317003100097"),
        (.consignment, "702688", "number:702688"),
        (.consignment, "CNURCAPLWAWACUN60317", "number:CNURCAPLWAWACUN60317"),
        (.declaration, "94002025E123456789", "cn-customs-list:94002025E123456789"),
        (.declaration, "940020250280195042", "cn-customs-declaration:940020250280195042"),
        (.declaration, "B20230807570793612", "cn-preno:B20230807570793612"),
        (.declaration, "26PLTII334OO634HL1", "eu-mrn:26PLTII334OO634HL1"),
        (.declaration, "Invt20180507000001", "number:INVT20180507000001"),
    ])
    func whatAMessageStores(_ kind: SubjectKind, _ text: String, _ identifier: String) throws {
        let reading = try IdentifierSchemes.subject(kind: kind, scheme: nil, issuer: nil, code: text)
        #expect(reading.subject.description == identifier)
        // In whatever spelling it is asked for, it is found.
        #expect(IdentifierSchemes.candidates(forLookup: text).contains(reading.subject))
        #expect(IdentifierSchemes.candidates(forLookup: reading.subject.description).contains(reading.subject))
    }

    /// A number of a consolidator that begins with the year is no SSCC, though one in ten has its check digit.
    @Test func yearsAreNoGS1Prefixes() throws {
        for year in 2020...2029 {
            for serial in 0..<100 {
                let text = "\(year)1120" + String(String(10_000_000_000 + serial).dropFirst())
                let reading = try IdentifierSchemes.subject(kind: .bag, scheme: nil, issuer: "acme", code: text)
                #expect(reading.subject.description == "number/acme:\(text)")
            }
        }
    }

    @Test func aSchemeThatAMessageNamesIsTakenAtItsWord() throws {
        for (kind, scheme, code) in [
            (SubjectKind.parcel, "dhl-express", "3318810025"), (.consignment, "cim", "702688"),
            (.consignment, "upu-s8", "CNURCAPLWAWACUN60317"), (.bag, "sscc", "106141412345678907"),
        ] {
            let reading = try IdentifierSchemes.subject(kind: kind, scheme: scheme, issuer: nil, code: code)
            #expect(reading.subject.description == "\(scheme):\(code)")
        }
    }
}
