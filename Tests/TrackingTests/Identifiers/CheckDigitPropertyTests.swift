import Testing

@testable import Tracking

/// Numbers made by rule, with arithmetic written here once more.
@Suite struct CheckDigitPropertyTests {
    private static let doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]

    /// A scheme, a number of it without its check digit, and the digit that belongs to it.
    struct Rule: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var template: String
        /// Whether any one wrong digit is found.
        var findsAll: Bool
        var scheme: Scheme
        var digit: @Sendable (_ digits: [Int]) -> Int

        init(
            _ scheme: Scheme, _ template: String, findsAll: Bool = true, digit: @escaping @Sendable ([Int]) -> Int
        ) {
            testDescription = "\(scheme) \(template)"
            (self.scheme, self.template, self.findsAll, self.digit) = (scheme, template, findsAll, digit)
        }
    }

    @Sendable private static func luhn(_ digits: [Int]) -> Int {
        let sum = digits.indices.reduce(0) { sum, index in
            sum + ((digits.count - index) % 2 == 1 ? doubled[digits[index]] : digits[index])
        }
        return (1000 - sum) % 10
    }

    @Sendable private static func gs1(_ digits: [Int]) -> Int {
        let sum = digits.indices.reduce(0) { $0 + digits[$1] * ((digits.count - $1) % 2 == 1 ? 3 : 1) }
        return (1000 - sum) % 10
    }

    @Sendable private static func esr(_ digits: [Int]) -> Int {
        let first = (0..<5).reduce(0) { $0 + digits[$1] * ($1 + 1) } % 11
        let second = (0..<5).reduce(0) { $0 + digits[$1] * ($1 + 3) } % 11
        return first < 10 ? first : second % 10
    }

    /// # stands for a digit.
    static let rules = [
        Rule(.uicWagon, "3356#######", digit: luhn), Rule(.wagon1520, "#######", digit: luhn),
        Rule(.cim, "#####", digit: luhn), Rule(.esr, "#####", findsAll: false, digit: esr),
        Rule(.uicStation, "80#####") { luhn(Array($0.dropFirst(2))) }, Rule(.sscc, "#################", digit: gs1),
        Rule(.canadaPost, "###############", digit: gs1), Rule(.usps, "92###9###############", digit: gs1),
        Rule(.usps, "9405#9###############", digit: gs1), Rule(.usps, "91###################", digit: gs1),
        Rule(.dhlExpress, "#########", findsAll: false) { $0.reduce(0) { $0 * 10 + $1 } % 7 },
        Rule(.dhlExpress, "##########", findsAll: false) { $0.reduce(0) { $0 * 10 + $1 } % 7 },
    ]

    private func body(_ template: String, _ generator: inout SeededGenerator) -> String {
        String(template.map { $0 == "#" ? Character("\(Int.random(in: 0...9, using: &generator))") : $0 })
    }

    private func digit(_ text: String, _ scheme: Scheme) -> CheckDigit? {
        guard let number = try? NumberText(text) else { return nil }
        return IdentifierSchemes.everything.first { $0.scheme == scheme }?.candidate(number)?.checkDigit
    }

    @Test(arguments: rules)
    func onlyTheRightDigitFits(_ rule: Rule) throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<100 {
            let body = body(rule.template, &generator)
            let right = rule.digit(body.compactMap(\.wholeNumberValue))
            for last in 0...9 {
                #expect(digit("\(body)\(last)", rule.scheme) == (last == right ? .ok : .bad), "\(body)\(last)")
            }
        }
    }

    @Test(arguments: rules)
    func aWrongDigitIsFound(_ rule: Rule) throws {
        var generator = SeededGenerator(seed: 8)
        var (tried, missed) = (0, 0)
        for _ in 0..<40 {
            let body = body(rule.template, &generator)
            let number = Array(body + "\(rule.digit(body.compactMap(\.wholeNumberValue)))")
            let free = number.indices.filter { $0 == body.count || Array(rule.template)[$0] == "#" }
            for position in free {
                for other in "0123456789" where other != number[position] {
                    var wrong = number
                    wrong[position] = other
                    tried += 1
                    missed += digit(String(wrong), rule.scheme) == .ok ? 1 : 0
                }
            }
        }
        #expect(tried > 0)
        // Modulo 7 cannot tell digits that differ by 7; the ESR rule writes two remainders with some digits.
        #expect(rule.findsAll ? missed == 0 : Double(missed) / Double(tried) < 0.07, "\(missed) of \(tried)")
    }

    /// ISO/IEC 7064 MOD 37,36 finds every wrong character.
    @Test func dpdFindsEveryWrongDigit() {
        let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        var generator = SeededGenerator(seed: 9)
        for template in ["##############", "###########################"] {
            for _ in 0..<20 {
                let body = body(template, &generator)
                let right = characters.filter { digit(body + String($0), .dpd) == .ok }
                #expect(right.count == 1, "\(body)")
                let number = Array(body) + right
                for position in number.indices.dropLast() {
                    for other in "0123456789" where other != number[position] {
                        var wrong = number
                        wrong[position] = other
                        #expect(digit(String(wrong), .dpd) == .bad, "\(String(wrong))")
                    }
                }
            }
        }
    }

    /// The two branches after the first are rare, and an implementation without them passes most tests.
    @Test func everyBranchOfTheStationCodesIsTried() {
        let firsts = (0..<100_000).map { number -> Int in
            let digits = String(number + 100_000).dropFirst().compactMap(\.wholeNumberValue)
            let code = digits.map(String.init).joined()
            let first = (0..<5).reduce(0) { $0 + digits[$1] * ($1 + 1) } % 11
            #expect(ESRStation.read(code + "\(Self.esr(digits))")?.checkDigit == .ok, "\(code)")
            return first == 10 ? (0..<5).reduce(0) { $0 + digits[$1] * ($1 + 3) } % 11 + 100 : 0
        }
        #expect(firsts.count { $0 == 110 } > 500 && firsts.count { $0 >= 100 && $0 < 110 } > 5000)
    }

    @Test func aMovementReferenceHasOneRightDigit() {
        var generator = SeededGenerator(seed: 10)
        let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        let values =
            [Int](0...9) + [10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]
            + [23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37, 38]
        for country in ["PL", "DE", "LT", "XI"] {
            for _ in 0..<50 {
                let middle = (0..<12).compactMap { _ in characters.randomElement(using: &generator) }
                let body = Array("26\(country)") + middle + ["L"]
                let sum = body.enumerated().reduce(0) { sum, item in
                    sum + values[characters.firstIndex(of: item.element) ?? 0] << item.offset
                }
                for last in 0...9 {
                    let expected: CheckDigit = last == sum % 11 % 10 ? .ok : .bad
                    #expect(EUMRN.read(String(body) + "\(last)")?.checkDigit == expected)
                }
            }
        }
    }
}
