import Linking
import Testing

@Suite struct IsotonicMapTests {
    @Test func isTheIdentityWithoutKnots() {
        #expect([0, 0.3, 1].map { IsotonicMap.identity($0) } == [0, 0.3, 1])
    }

    @Test func neverFallsWhateverCameTrue() {
        let outcomes = (0..<4000).map { (number: Int) -> (stated: Double, isTrue: Bool) in
            let isTrue: Bool = number * 7919 % 4001 > 2500 + number % 700
            return (stated: Double(number) / 4000, isTrue: isTrue)
        }
        let map = IsotonicMap.fitted(to: outcomes, least: 100)
        let values = (0...1000).map { map(Double($0) / 1000) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(values.allSatisfy { (0...1).contains($0) })
    }

    @Test func learnsThatHalfOfWhatWasCalledCertainIsTrue() {
        let outcomes = (0..<2000).map { (stated: 0.9 + Double($0 % 100) / 1000, isTrue: $0.isMultiple(of: 2)) }
        let map = IsotonicMap.fitted(to: outcomes)
        #expect((0.45...0.55).contains(map(0.95)))
    }
}
