import Foundation
import TestSupport
import Testing
import Tracking

@testable import Polling

struct BisectionTests {
    private struct Hunt {
        var asked: [[Int]] = []
        var suspects: [Int] = []
        var failures = 0

        /// Asks as a carrier answers that cannot stand `spoilers`.
        init(_ count: Int, _ spoilers: Set<Int>) {
            var bisection = Bisection(Array(0..<count))
            while let part = bisection.next() {
                asked.append(part.numbers)
                if !spoilers.isDisjoint(with: part.numbers) { failures += bisection.failed(part) }
            }
            suspects = bisection.suspects
        }
    }

    private static func levels(_ count: Int) -> Int { Int(log2(Double(count)).rounded(.up)) }

    @Test(arguments: 2...64)
    func oneSpoilerIsFoundInAsManyLevelsAsTheLogarithm(count: Int) {
        for spoiler in 0..<count {
            let hunt = Hunt(count, [spoiler])
            #expect(hunt.suspects == [spoiler])
            #expect(hunt.asked.count <= 2 * Self.levels(count))
            #expect(hunt.failures == 0)
        }
    }

    @Test func anySpoilersAreFoundAndNobodyElse() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<500 {
            let count = Int.random(in: 2...40, using: &generator)
            let spoilers = Set(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                    Int.random(in: 0..<count, using: &generator)
                })
            let hunt = Hunt(count, spoilers)
            #expect(Set(hunt.suspects) == spoilers)
            #expect(Set(hunt.asked.flatMap(\.self)) == Set(0..<count))
            #expect(!hunt.asked.contains(Array(0..<count)))
            #expect(Set(hunt.asked).count == hunt.asked.count)
            // Who is no spoiler is answered about once.
            for number in 0..<count where !spoilers.contains(number) {
                let answered = hunt.asked.count { $0.contains(number) && spoilers.isDisjoint(with: $0) }
                #expect(answered == 1)
            }
        }
    }

    @Test func whereBothHalvesFailTheTroubleIsTheCarriers() {
        #expect(Hunt(8, Set(0..<8)).failures == 14)
        #expect(Hunt(8, [0, 7]).failures == 2)
        #expect(Hunt(8, [0, 1]).failures == 2)
    }

    @Test func aPartThatIsKnownToFailIsNotAskedAbout() throws {
        var bisection = Bisection([1, 2, 3, 4])
        let first = bisection.next()
        bisection.skip(try #require(first))
        var asked: [[Int]] = []
        while let part = bisection.next() { asked.append(part.numbers) }
        #expect(asked == [[3, 4], [1], [2]])
    }
}
