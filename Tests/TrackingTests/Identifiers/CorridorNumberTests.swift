import Testing

@testable import Tracking

/// What each scheme of the corridor takes and leaves, with numbers of our own.
@Suite struct CorridorNumberTests {
    private func candidate(_ text: String, _ scheme: String) -> IdentifierCandidate? {
        IdentifierSchemes.identify(text).first { $0.scheme.rawValue == scheme }
    }

    @Test(arguments: [
        ("uic-wagon", "33 56 0800 075-8", "335608000758", CheckDigit.ok),
        ("uic-wagon", "335608000751", "335608000751", .bad),
        ("wagon-1520", "5250 6615", "52506615", .ok), ("wagon-1520", "77777777", "77777777", .bad),
        ("cim", "702 688", "702688", .ok), ("cim", "702689", "702689", .bad), ("esr", "060001", "060001", .ok),
        ("cim", "51-4283-2151-702688-20261128", "51-04283-2151-702688-20261128", .ok),
        ("cim", "51-04283-2151-702689-20261128", "51-04283-2151-702689-20261128", .bad),
        ("cim", "80-12345-21A0-ab77-20261128", "80-12345-21A0-AB77-20261128", .none),
        ("esr", "708507", "708507", .ok), ("esr", "000282", "000282", .bad),
        ("uic-station", "8719361", "8719361", .none), ("uic-station", "87193615", "87193615", .ok),
        ("uic-station", "87193610", "87193610", .bad), ("uic-station", "2000905", "2000905", .none),
        ("cn-station", "AKR", "AKR", .none), ("cn-station", "42416", "42416", .none),
        ("unlocode", "CN AKL", "CNAKL", .none), ("unlocode", "kzdos", "KZDOS", .none),
        ("unlocode", "US2LA", "US2LA", .none), ("train-index-1520", "7084 087 1306", "7084-087-1306", .none),
        ("train-cn", "X8157次", "X8157", .none), ("train", "x8157@20261120", "X8157@2026-11-20", .none),
    ])
    func railNumbersAreReadHoweverWritten(_ scheme: String, _ text: String, _ code: String, _ digit: CheckDigit) {
        #expect(candidate(text, scheme)?.code == code)
        #expect(candidate(text, scheme)?.checkDigit == digit)
    }

    @Test(arguments: [
        ("sscc", "106141412345678908", "106141412345678908", CheckDigit.ok),
        ("sscc", "00106141412345678908", "106141412345678908", .ok),
        ("sscc", "urn:epc:id:sscc:0614141.1234567890", "106141412345678908", .ok),
        ("sscc", "106141412345678907", "106141412345678907", .bad),
        ("upu-s9", "CNURCA PLWAWA C UN 6 0317 003 1 0 0097", "CNURCAPLWAWACUN60317003100097", .none),
        ("upu-s8", "CNURCAPLWAWACUN60317", "CNURCAPLWAWACUN60317", .none),
        ("cn-customs-list", "94002025e123456789", "94002025E123456789", .none),
        ("cn-customs-list", "94002025E12345678901", "94002025E12345678901", .none),
        ("cn-customs-declaration", "940020250280195042", "940020250280195042", .none),
        ("cn-preno", "B20230807570793612", "B20230807570793612", .none),
        ("cn-preno", "P20180507000000001", "P20180507000000001", .none),
        ("eu-mrn", "26PLTII334OO634HL1", "26PLTII334OO634HL1", .ok),
        ("eu-mrn", "22DK1V0QQK2S6J7TU2", "22DK1V0QQK2S6J7TU2", .bad),
        ("eu-ioss", "im 372 0000224", "IM3720000224", .none),
    ])
    func bagsAndCustomsNumbersAreReadHoweverWritten(
        _ scheme: String, _ text: String, _ code: String, _ digit: CheckDigit
    ) {
        #expect(candidate(text, scheme)?.code == code)
        #expect(candidate(text, scheme)?.checkDigit == digit)
    }

    @Test(arguments: [
        ("ups", "1Z 5R8 939 03 5756 712 7", CheckDigit.ok), ("ups", "1Z5R89390357567128", .bad),
        ("ups", "1ZXX3150YW44070023", .ok), ("ups", "K1506235620", .ok), ("ups", "K1506235621", .bad),
        ("usps", "9400 1112 0108 0805 4830 16", .ok), ("usps", "9400111201080805483017", .bad),
        ("usps", "420787459400111206206406260787", .ok), ("usps", "4201028200009261290113185417468510", .ok),
        ("usps", "71969010756003077385", .ok), ("usps", "4202215371969010756003077385", .ok),
        ("usps", "4202215371123456789123456787", .bad), ("usps", "71123456789123456787", .ok),
        ("usps", "9101026837331000039521", .ok), ("canada-post", "0073 9380 0054 9297", .ok),
        ("canada-post", "0073938000549292", .bad), ("dpd", "0998 0000 0200 33F", .ok), ("dpd", "09980000020033D", .bad),
        ("dpd", "008182709980000020033350276C", .ok), ("dhl-express", "3318810025", .ok),
        ("dhl-express", "3318810026", .bad), ("dhl-express", "JJD0099999999", .none),
        ("dhl-ecommerce", "GM295117494011169042", .none), ("dhl-ecommerce", "60120172242323", .none),
        ("yodel", "JD0002242617644732", .none), ("yodel", "J J D 0 0 0 2 2 5 7 6 3 9 0 3 2 0 2 0", .none),
        ("landmark", "LTN74207623N1", .none), ("gofo", "GFUS01011884214464", .none),
        ("amazon", "TBM502887274000", .none),
        ("amazon", "C1004444443", .none), ("yunexpress", "YT2229521272164446", .none),
    ])
    func couriersNumbersAreRead(_ scheme: String, _ text: String, _ digit: CheckDigit) {
        #expect(candidate(text, scheme)?.checkDigit == digit)
        #expect(candidate(text, scheme)?.names == .subject(.parcel))
        #expect(candidate(text, scheme)?.code.contains(" ") == false)
    }

    @Test(arguments: [
        ("uic-wagon", "33560800075"), ("wagon-1520", "525066155"), ("wagon-1520", "5250661A"), ("cim", "7026888"),
        ("cim", "50-04283-2151-702688-20261128x"), ("cim", "99-04283-2151-702688-20261128"),
        ("cim", "51-042831-2151-702688-20261128"), ("cim", "51-04283-215-702688-20261128"),
        ("cim", "51-04283-2151-702688-20261328"), ("cim", "51-04283-2151--20261128"),
        ("cim", "5104283215170268820261128"),
        ("esr", "70850"), ("esr", "7085"), ("uic-station", "9919361"), ("uic-station", "871936"),
        ("uic-station", "8719361A"), ("cn-station", "akr"), ("cn-station", "ａkr"), ("cn-station", "AKRX"),
        ("cn-station", "A1R"), ("unlocode", "CN-URC"), ("unlocode", "CNU1C"), ("unlocode", "CNU0C"),
        ("unlocode", "XXURC"), ("unlocode", "C NURC"), ("unlocode", "CNUR"), ("train-index-1520", "70840871306"),
        ("train-index-1520", "7084-87-1306"), ("train-index-1520", "7084-087-130A"), ("sscc", "(00)106141412345678908"),
        ("sscc", "01106141412345678908"), ("sscc", "urn:epc:id:sscc:0614141.123456789"),
        ("sscc", "urn:epc:id:sscc:06141.1234567890"), ("sscc", "urn:epc:id:sgtin:0614141.1234567890"),
        ("upu-s9", "CNURCAPLWAWAXUN60317001000152"), ("upu-s9", "CNURCAPLWAWACUN60317001500152"),
        ("upu-s9", "CNURCAPLWAWACUN60317"), ("upu-s8", "CNURCAPLWAWAEUN60317"),
        ("cn-customs-list", "94002025X123456789"), ("cn-customs-list", "94001825E123456789"),
        ("cn-customs-list", "94002025E12345678"), ("cn-customs-list", "94002025E123456789012"),
        ("cn-customs-declaration", "940020252123456789"), ("cn-customs-declaration", "940018250123456789"),
        ("cn-preno", "B20201308796651782"), ("cn-preno", "X20201208796651782"), ("cn-preno", "B2020120879665178"),
        ("eu-mrn", "26XXTII334OO634HL1"), ("eu-mrn", "26PLTII334OO634H11"), ("eu-mrn", "26PLTII334OO634HL"),
        ("eu-ioss", "IM372022452"), ("eu-ioss", "EU3720000224"), ("eu-ioss", "IM9990000224"),
        ("ups", "2Z5R89390357567127"), ("ups", "1Z5R8939035756712A"), ("ups", "B1506235620"),
        ("usps", "9200000000000000000000"), ("usps", "420000000000000000000000000000"),
        ("usps", "9605803699300124287899"),
        ("canada-post", "000000000000000"), ("dpd", "0998000002003F"), ("dpd", "0998000002003A3"),
        ("dhl-express", "331881002"), ("dhl-express", "XJD0099999998"), ("dhl-ecommerce", "GS295117494011169041"),
        ("dhl-ecommerce", "GMABCDEFGHIJKLMNOP"), ("yodel", "JC0002254405060992"), ("landmark", "LTN74209518N2"),
        ("gofo", "GFUS0101188421446"), ("amazon", "TBB000000000000"), ("amazon", "D1234567890"),
    ])
    func anyOtherFormIsLeft(_ scheme: String, _ text: String) {
        #expect(candidate(text, scheme) == nil)
    }

    /// A canonical code is read as itself by the same scheme.
    @Test func canonicalFormsAreTheirOwn() throws {
        var generator = SeededGenerator(seed: 11)
        let alphabet = Array("0123456789012345678901234567890123456789ABCEIJLNTUXZ- ")
        var read = 0
        for _ in 0..<20_000 {
            let text = String(
                (0..<Int.random(in: 3...20, using: &generator)).compactMap { _ in
                    alphabet.randomElement(using: &generator)
                })
            for candidate in IdentifierSchemes.identify(text) {
                read += 1
                let again = IdentifierSchemes.identify(candidate.code).first { $0.scheme == candidate.scheme }
                #expect(again?.code == candidate.code && again?.checkDigit == candidate.checkDigit, "\(text)")
            }
        }
        #expect(read > 1000)
    }
}
