import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// Who is asked for a whole train.
struct SentinelsTests {
    private static let noon = Instant.noon

    /// Numbers from 0 whose latest events are so many hours before noon.
    private func companions(_ hoursAgo: [Int?], asked: Int = 1, isFollowed: Bool = true) -> [Companion] {
        hoursAgo.enumerated().map { number, hours in
            Companion(
                number: Int64(number), lastEvent: hours.map { Self.noon.advanced(by: .hours(-$0)) },
                lastAsked: Self.noon.advanced(by: .hours(-asked)), isFollowed: isFollowed)
        }
    }

    private func roles(_ companions: [Companion]) -> [Int64: TravelRole] {
        Sentinels.roles(of: companions) { UInt64($0) }
    }

    @Test func threeStandForAllOfATrain() {
        let roles = roles(companions(Array(repeating: 10, count: 48)))
        #expect(roles.values.filter { $0 == .sentinel(standsFor: 16) }.count == 3)
        #expect(roles.values.filter { $0 == .member }.count == 45)
    }

    @Test(arguments: 1...3)
    func ofAFewEachStandsForItself(count: Int) {
        let roles = roles(companions(Array(repeating: 10, count: count)))
        #expect(roles.values.allSatisfy { $0 == .sentinel(standsFor: 1) })
    }

    @Test func whoFellBehindTravelsAloneAndIsNoSentinel() {
        let roles = roles(companions([50] + Array(repeating: 10, count: 9)))
        #expect(roles[0] == .alone)
        #expect(roles[1] == .sentinel(standsFor: 3))
    }

    @Test func whoWasNotAskedSinceIsNotYetBehind() {
        var all = companions(Array(repeating: 10, count: 9) + [50])
        all[9].lastAsked = Self.noon.advanced(by: .hours(-20))
        #expect(roles(all)[9] == .member)
    }

    @Test func whoIsAheadOfAllTheOthersIsBoundElsewhere() {
        #expect(roles(companions([1] + Array(repeating: 30, count: 9)))[0] == .alone)
    }

    @Test func boxesThatAreFollowedNoMoreShowHowFarTheOthersAre() {
        var all = companions([2, 2, 2, 60, 60])
        for number in 0..<3 { all[number].isFollowed = false }
        let roles = roles(all)
        #expect(roles.values.allSatisfy { $0 == .alone })
    }

    @Test func everybodyWhoAsksDrawsTheSame() {
        var generator = SeededGenerator(seed: 3)
        let all = companions(Array(repeating: 10, count: 40))
        for _ in 0..<20 {
            #expect(roles(all.shuffled(using: &generator)) == roles(all))
        }
    }

    @Test func theFirstThatHasComeSoFarCallsTheOthers() {
        var all = companions([10, 10, 10, 40])
        for number in 0..<3 { all[number].leg = "departed|URH|" }
        #expect(Sentinels.isFirst(3, toAwait: "border-arrived|ALK|", of: all))
        #expect(!Sentinels.isFirst(3, toAwait: "departed|URH|", of: all))
        // Its own plan of before is no other's.
        #expect(Sentinels.isFirst(3, toAwait: "", of: Array(all.dropFirst(3))))
    }
}
