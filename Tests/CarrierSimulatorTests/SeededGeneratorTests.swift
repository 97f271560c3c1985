import Testing

@testable import CarrierSimulator

@Suite struct SeededGeneratorTests {
    @Test func followsTheReferenceSequenceOfSplitMix64() {
        var generator = SeededGenerator(seed: 1_234_567)
        let drawn = (0..<5).map { _ in generator.next() }
        #expect(
            drawn == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func givesEachStreamItsOwnNumbers() {
        let root = SeededGenerator(seed: 1)
        let first = (0..<UInt64(1000)).map { label -> UInt64 in
            var stream = root.stream(label)
            return stream.next()
        }
        #expect(Set(first).count == 1000)
    }

    @Test func reachesBothEndsOfARangeAndNothingElse() {
        var generator = SeededGenerator(seed: 3)
        let drawn = Set((0..<1000).map { _ in generator.integer(in: -2...3) })
        #expect(drawn == [-2, -1, 0, 1, 2, 3])
    }

    @Test func drawsAroundTheMedianOfALognormal() {
        var generator = SeededGenerator(seed: 4)
        let drawn = (0..<20_000).map { _ in generator.lognormal(median: 22, sigma: 0.7) }.sorted()
        #expect(abs(drawn[10_000] - 22) < 0.6)
        // One deviation of the logarithm above the median lies at 84.1 per cent.
        #expect(abs(drawn[16_827] / 22 - 2.0138) < 0.08)
    }

    @Test func neverPicksWhatHasNoWeight() {
        var generator = SeededGenerator(seed: 5)
        let drawn = Set((0..<1000).compactMap { _ in generator.pick([("a", 0), ("b", 1), ("c", 3), ("d", 0)]) })
        #expect(drawn == ["b", "c"])
        #expect(generator.pick([("a", 0)]) == nil)
    }
}
