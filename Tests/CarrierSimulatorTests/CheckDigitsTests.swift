import Testing

@testable import CarrierSimulator

@Suite struct CheckDigitsTests {
    @Test(arguments: [
        "MRKU9465770", "ARDU1824900", "GYOU4047990", "APZU4812090", "MSKU9070323", "TCLU6718159", "TBJU2249678",
        "UZUU8447332", "HJMU9175363", "BEAU1000147",
    ])
    func endsAContainerNumberAsISO6346Does(number: String) {
        #expect(CheckDigits.iso6346(String(number.dropLast())) == number.last?.wholeNumberValue)
    }

    @Test(arguments: ["RB521613991PL", "LZ135437324CN", "UA626348179CN", "RB123456785CN", "LX473124829CN"])
    func endsAPostalItemAsS10Does(number: String) {
        let digits = number.dropFirst(2).dropLast(2)
        #expect(CheckDigits.s10(String(digits.dropLast())) == digits.last?.wholeNumberValue)
    }

    @Test(arguments: ["318166502860", "337078990476", "608099261877", "24547705", "52506615", "57135303"])
    func endsAWagonNumberAsItsRailwayDoes(number: String) {
        #expect(CheckDigits.wagon(String(number.dropLast())) == number.last?.wholeNumberValue)
    }
}
