import Testing

@testable import Tracking

@Suite struct ContainerNumberTests {
    @Test(arguments: [
        "APZU4812090", "MSKU9070323", "TGHU6578122", "CMAU0619052", "MRKU9465770", "ARDU1824900", "GYOU4047990",
        "TASU1170000", "WHLU1234560", "BEAU1000091", "BEAU1000002", "BEAU1000050", "KTZU6135611",
    ])
    func rightCheckDigitsAreOK(_ code: String) throws {
        let reading = try #require(ISO6346.read(code))
        #expect(reading == IdentifierReading(Subject(.container, .iso6346, code), checkDigit: .ok))
    }

    @Test(arguments: ["HLXU1234567", "HLCU1234567", "MAEU6543210", "MSCU6639871", "TRHU4561222", "ABCD1234567"])
    func aWrongCheckDigitIsAWarningAndStillAReading(_ code: String) throws {
        let reading = try IdentifierSchemes.subject(kind: .container, scheme: nil, issuer: nil, code: code)
        #expect(reading.checkDigit == .bad)
        #expect(reading.subject == Subject(.container, .iso6346, code))
    }

    @Test(arguments: ["CSQU305438", "CSQU3054Z83", "CSQ3054383", "1SQU3054383", "CSQU30543833", "ＣＳＱ", "СSQU3054383"])
    func anyOtherShapeIsNoContainer(_ code: String) {
        #expect(ISO6346.read(code) == nil)
    }

    @Test(arguments: [
        "CSQU 305438 3", "csqu3054383", " CSQU3054383 ", "CSQU-305438-3", "'CSQU3054383", "ＣＳＱＵ３０５４３８３",
        "CSQU\u{A0}305438\u{A0}3", "CSQU3054383\n", "\u{FEFF}CSQU3054383", "CSQU\u{2011}305438‑3",
        "csqu 3054383\u{202C}",
    ])
    func wayOfWritingDoesNotMatter(_ text: String) {
        #expect(ISO6346.read(text)?.subject.description == "iso6346:CSQU3054383")
    }

    @Test func everyRemainderHasItsDigit() {
        let numbers = [
            "BEAU1000070", "BEAU1000091", "BEAU1000002", "BEAU1000023", "BEAU1000044", "BEAU1000065", "BEAU1000086",
            "BEAU1000147", "BEAU1000018", "BEAU1000039", "BEAU1000050",
        ]
        for number in numbers {
            #expect(ISO6346.checkDigit(of: String(number.prefix(10))) == Int(number.suffix(1)))
        }
    }

    /// Only the pair of remainders 0 and 10, both printed 0, can hide a single wrong digit.
    @Test func singleWrongDigitsAreFoundExceptBetweenRemaindersZeroAndTen() throws {
        var generator = SeededGenerator(seed: 6346)
        var tried = 0
        var undetected = 0
        for _ in 0..<2000 {
            let body = "TCLU" + String((0..<6).map { _ in Character("\(Int.random(in: 0...9, using: &generator))") })
            let number = body + "\(try #require(ISO6346.checkDigit(of: body)))"
            for position in 4..<11 {
                for digit in "0123456789" where Array(number)[position] != digit {
                    var wrong = Array(number)
                    wrong[position] = digit
                    tried += 1
                    guard ISO6346.read(String(wrong))?.checkDigit == .ok else { continue }
                    undetected += 1
                    #expect(number.hasSuffix("0") && wrong.last == "0", "\(number) as \(String(wrong))")
                }
            }
        }
        #expect(tried == 2000 * 63)
        #expect(Double(undetected) / Double(tried) < 0.02)
    }

    @Test(Vectors.whenThere) func publishedVectorsAgree() throws {
        let vectors = try Vectors.read("iso6346", as: Vectors.Numbers.self)
        for code in vectors.valid + (vectors.constructed ?? []) {
            #expect(ISO6346.read(code)?.checkDigit == .ok, "\(code)")
        }
        for invalid in vectors.invalid {
            let reading = ISO6346.read(invalid.value)
            switch invalid.why {
            case let why where why.hasPrefix("check digit is"): #expect(reading?.checkDigit == .bad, "\(invalid)")
            case let why where why.contains("after removing spaces"): #expect(reading?.checkDigit == .ok, "\(invalid)")
            default: #expect(reading == nil, "\(invalid)")
            }
        }
    }
}
