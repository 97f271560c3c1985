import Intake
import Testing
import Tracking

struct SightingTests {
    private static let noon = Bench.now

    private func mark(size: Int64 = 10, changed: Instant, modified: Int64 = 0, inode: UInt64 = 1) -> FileMark {
        FileMark(inode: inode, size: size, modified: modified, changed: changed.milliseconds * 1_000_000)
    }

    private func at(_ seconds: Int) -> Instant { Self.noon.advanced(by: .seconds(seconds)) }

    @Test(arguments: [(0, false), (4, false), (5, true), (600, true)])
    func aFileIsStillWhenNobodyWroteForAWhile(seconds: Int, isStill: Bool) {
        let sighting = Sighting.after(nil, mark(changed: at(0)), now: at(0))
        #expect(sighting.isStill(now: at(seconds), quiet: .seconds(5)) == isStill)
        // What has lain there for long is taken at the first look.
        let late = Sighting.after(nil, mark(changed: at(0)), now: at(seconds))
        #expect(late.isStill(now: at(seconds), quiet: .seconds(5)) == isStill)
    }

    @Test func anyChangeBeginsTheWaitAnew() {
        let first = mark(changed: at(0))
        let changes = [
            mark(size: 11, changed: at(0)), mark(changed: at(4)), mark(changed: at(0), modified: 1),
            mark(changed: at(0), inode: 2),
        ]
        for change in changes {
            let sighting = Sighting.after(Sighting(mark: first, since: at(0)), change, now: at(4))
            #expect(sighting == Sighting(mark: change, since: at(4)))
        }
        let same = Sighting.after(Sighting(mark: first, since: at(0)), first, now: at(4))
        #expect(same.since == at(0))
    }

    @Test func aFileOfTheFutureIsWaitedForByOurOwnClock() {
        let sighting = Sighting.after(nil, mark(changed: at(3600)), now: at(0))
        #expect(!sighting.isStill(now: at(4), quiet: .seconds(5)))
        #expect(sighting.isStill(now: at(5), quiet: .seconds(5)))
    }

    @Test func anEmptyFileIsGivenLonger() {
        let sighting = Sighting.after(nil, mark(size: 0, changed: at(0)), now: at(0))
        #expect(!sighting.isStill(now: at(59), quiet: .seconds(5)))
        #expect(sighting.isStill(now: at(60), quiet: .seconds(5)))
    }
}
