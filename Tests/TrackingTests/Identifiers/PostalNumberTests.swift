import Testing

@testable import Tracking

@Suite struct PostalNumberTests {
    @Test(arguments: [
        "LA000000495CN", "LA000000310CN", "LA000000439CN", "LA000000368CN", "LA000000487CN", "LA000000306CN",
        "LA000000385CN", "LA000000354CN", "LA000000323CN", "LA000000442CN", "LA000000371CN", "LY845039167CN",
        "UG251542831MV", "RB521613991PL", "LX473124829CN",
    ])
    func rightCheckDigitsOfEveryRemainderAreOK(_ code: String) throws {
        #expect(try #require(UPUS10.read(code)) == IdentifierReading(Subject(.parcel, .upuS10, code), checkDigit: .ok))
    }

    @Test(arguments: ["RR123456789CN", "ET123456789AU", "LA000000496CN"])
    func aWrongCheckDigitIsAWarningAndStillAReading(_ code: String) {
        #expect(UPUS10.read(code)?.checkDigit == .bad)
    }

    @Test(arguments: ["RB12345678GB", "R1123456785GB", "RB1234567850GB", "RB12345678AGB", "RB123456785G1", ""])
    func anyOtherShapeIsNoItem(_ code: String) {
        #expect(UPUS10.read(code) == nil)
    }

    @Test func theIssuingPostIsAdviceApartFromTheCheckDigit() {
        #expect(UPUS10.read("RB123456785XX")?.checkDigit == .ok)
        #expect(UPUS10.issuingCountry(of: "RB123456785XX") == nil)
        #expect(UPUS10.issuingCountry(of: "rb 123 456 785 gb") == "GB")
        #expect(UPUS10.issuingCountry(of: "RB12345678GB") == nil)
    }

    /// Remainders 0 and 6 both print 5; nothing else hides a wrong digit.
    @Test func singleWrongDigitsAreFoundAtThePublishedRate() {
        let items = [
            "RB521613991PL", "RV039480387RU", "LZ135437324CN", "LX148634393CN", "UA626348179CN", "CP262939805CN",
            "EA696088997CN", "EE063750306RU", "HA170129497CN", "LW891355422KZ", "LA000000495CN", "LA000000385CN",
        ]
        var tried = 0
        var undetected = 0
        for item in items {
            for position in 2..<11 {
                for digit in "0123456789" where Array(item)[position] != digit {
                    var wrong = Array(item)
                    wrong[position] = digit
                    tried += 1
                    guard UPUS10.read(String(wrong))?.checkDigit == .ok else { continue }
                    undetected += 1
                    #expect(item.dropFirst(10).first == "5" && position != 10)
                }
            }
        }
        #expect(tried == items.count * 81)
        #expect(undetected > 0 && Double(undetected) / Double(tried) < 0.04)
    }

    @Test(Vectors.whenThere) func publishedVectorsAgree() throws {
        let vectors = try Vectors.read("s10", as: Vectors.Numbers.self)
        for code in vectors.valid + (vectors.constructed ?? []) {
            #expect(UPUS10.read(code)?.checkDigit == .ok, "\(code)")
        }
        for invalid in vectors.invalid {
            let expected: CheckDigit? = invalid.why.hasPrefix("check digit is") ? .bad : nil
            #expect(UPUS10.read(invalid.value)?.checkDigit == expected, "\(invalid)")
        }
    }
}
