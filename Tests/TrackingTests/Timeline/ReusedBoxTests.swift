import Testing
import Tracking

/// A box goes out, comes back and goes out again; nobody reports stripping reliably.
@Suite struct ReusedBoxTests {
    private static let trains = [
        (Subject(.train, .train, "X8101@2026-10-01"), -30), (train, 20),
        (Subject(.train, .train, "X8301@2026-12-31"), 61),
    ]

    /// Three round trips; every event names its own in its code, and any of them may be missing.
    private func story(_ seed: inout StorySeed, missing percent: Int) -> Story {
        var story = Story()
        story.put(parcel, in: box, received: moment(19), message: 2)
        for (number, (run, day)) in Self.trains.enumerated() {
            let shift = Int.random(in: 0...2, using: &seed)
            story.put(box, in: run, received: moment(day + 1), message: Int64(number + 1))
            let journey: [(Subject, Milestone, Int, String, Load?)] = [
                (box, .gatedOut, -3, "URH", .empty), (box, .stuffed, -2, "URH", nil),
                (box, .gatedIn, -1, "URH", .laden),
                (run, .departed, 0, "URH", nil), (run, .arrived, 1, "ALK", nil), (box, .borderDeparted, 2, "ALK", nil),
                (box, .passed, 4 + shift, "AST", nil), (box, .arrived, 10 + shift, "MAA", nil),
                (box, .discharged, 13 + shift, "DUI", nil), (box, .gatedOut, 14 + shift, "DUI", nil),
                (box, .stripped, 15 + shift, "DUI", nil),
            ]
            let back: [(Subject, Milestone, Int, String, Load?)] = [
                (box, .gatedIn, 17 + shift, "DUI", .empty), (box, .loaded, 18 + shift, "DUI", nil),
                (box, .arrived, 21 + shift, "MAA", nil), (box, .passed, 25 + shift, "AST", nil),
                (box, .arrived, 29 + shift, "ALK", nil), (box, .arrived, 30 + shift, "URH", nil),
                (box, .discharged, 30 + shift, "URH", nil),
            ]
            for (part, events) in ["out", "back"].map({ ($0, $0 == "out" ? journey : back) }) {
                for (subject, milestone, offset, place, load) in events {
                    let isStart = milestone == .departed
                    if !isStart && seed.chance(percent) { continue }
                    story.tell(
                        subject, milestone, clock(day + offset, 12), place, load: load,
                        source: subject == box ? "line" : "railway", code: "\(number)-\(part)")
                }
            }
        }
        return story
    }

    @Test(arguments: [0, 30, 60, 90])
    func aContainersOtherJourneysNeverLeakBeforeOrAfter(missing: Int) {
        for number in 0..<500 {
            var seed = StorySeed(50_000 + missing * 1000 + number)
            let story = story(&seed, missing: missing)
            let foreign = story.timeline.entries.filter { !$0.rawCode.hasPrefix("1-") }
            #expect(
                foreign.isEmpty, "dossier \(number) of \(missing) % lends \(foreign.map { ($0.rawCode, $0.milestone) })"
            )
        }
    }

    @Test(arguments: [0, 30, 60])
    func itsOwnJourneyIsWholeUpToTheStrip(missing: Int) {
        for number in 0..<300 {
            var seed = StorySeed(60_000 + missing * 1000 + number)
            let story = story(&seed, missing: missing)
            let told = story.dossier.events.filter { $0.rawCode == "1-out" && $0.load != .empty }.count
            let shown = story.timeline.entries.filter { $0.rawCode == "1-out" }.count
            #expect(shown == told, "dossier \(number) of \(missing) %")
        }
    }

    @Test func whereTheStripIsToldNothingOfTheWayBackIsTheParcels() {
        for number in 0..<300 {
            var seed = StorySeed(70_000 + number)
            let story = story(&seed, missing: 0)
            #expect(story.timeline.entries.allSatisfy { $0.rawCode == "1-out" })
        }
    }
}
