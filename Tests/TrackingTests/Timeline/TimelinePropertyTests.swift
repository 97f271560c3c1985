import Testing
import Tracking

/// What holds for any dossier.
@Suite struct TimelinePropertyTests {
    @Test(arguments: 0..<8)
    func anyOrderOfTheSameNewsGivesAnEqualTimeline(lot: Int) {
        for number in 0..<500 {
            var seed = StorySeed(lot * 500 + number)
            let story = Story.random(&seed)
            let timeline = story.timeline
            for _ in 0..<3 where story.shuffled(&seed).timeline != timeline {
                Issue.record("dossier \(lot * 500 + number) reads differently in another order")
            }
        }
    }

    @Test(arguments: 0..<4)
    func toldTwiceIsToldOnce(lot: Int) {
        for number in 0..<250 {
            var seed = StorySeed(10_000 + lot * 250 + number)
            var story = Story.random(&seed)
            let timeline = story.timeline
            story.dossier.events += story.dossier.events
            story.dossier.links += story.dossier.links
            #expect(story.timeline == timeline, "dossier \(10_000 + lot * 250 + number)")
        }
    }

    @Test(arguments: 0..<4)
    func noCarrierEverEndsAParcelsJourney(lot: Int) {
        let ends: Set<Milestone> = [.delivered, .returned, .lost, .disposed, .returning, .cancelled, .dispatched]
        for number in 0..<500 {
            var seed = StorySeed(20_000 + lot * 500 + number)
            let story = Story.random(&seed, own: Milestone.allCases.filter { !ends.contains($0) })
            let timeline = story.timeline
            #expect(timeline.entries.allSatisfy { !ends.contains($0.milestone) })
            // What happens under a return number of its own says itself that the parcel goes back.
            let goesBack = timeline.numbers.contains { $0.role == .return && $0.subject == timeline.status?.subject }
            #expect(timeline.status.map { !ends.contains($0.milestone) } ?? true || goesBack)
        }
    }

    @Test(arguments: 0..<4)
    func onlyWhatHappenedAndIsShownDecides(lot: Int) {
        for number in 0..<500 {
            var seed = StorySeed(30_000 + lot * 500 + number)
            guard let entry = Story.random(&seed).timeline.status?.entry else { continue }
            #expect(entry.classifier == .actual && entry.shown && entry.decides && entry.milestone != .unmapped)
        }
    }

    @Test(arguments: 0..<4)
    func aPlanNeverLendsATrainsNews(lot: Int) {
        for number in 0..<500 {
            var seed = StorySeed(40_000 + lot * 500 + number)
            var story = Story()
            story.put(parcel, in: box, received: moment(18), message: 1)
            story.put(box, in: train, received: moment(Int.random(in: 10...19, using: &seed)), message: 1)
            story.tell(train, .departed, clock(20, 14, 56), "URH")
            for _ in 0..<Int.random(in: 1...15, using: &seed) {
                let milestone = seed.pick(Milestone.allCases.filter { $0 != .departed })
                story.tell(
                    train, milestone, clock(Int.random(in: 10...40, using: &seed)),
                    seed.pick(Corridor.places.keys.sorted()))
            }
            story.tell(box, .gatedIn, clock(19), "URH")
            let timeline = story.timeline
            #expect(timeline.milestones(of: train).isEmpty)
            #expect(timeline.status?.milestone == .gatedIn)
            #expect(timeline.status?.expected == train)
        }
    }

    @Test(arguments: 0..<4)
    func neverInTwoContainersAtOnceWithoutAConflict(lot: Int) {
        for number in 0..<500 {
            var seed = StorySeed(50_000 + lot * 500 + number)
            let timeline = Story.random(&seed).timeline
            guard !timeline.conflicts.contains(where: { $0.kind == .twoCarriers }) else { continue }
            // What is seen of one box before and after the other's news was inside both.
            let news = timeline.entries.filter { $0.inherited && ($0.subject == box || $0.subject == otherBox) }
            let direct = timeline.links.filter { $0.link.child == parcel && $0.carries }
            for (index, one) in direct.enumerated() where one.link.parent.kind == .container {
                for other in direct[(index + 1)...]
                where other.link.parent.kind == .container && other.link.parent != one.link.parent {
                    let both = news.filter { one.covers($0.time.instant) && other.covers($0.time.instant) }
                    #expect(both.isEmpty, "dossier \(50_000 + lot * 500 + number)")
                }
            }
        }
    }

    @Test(arguments: 0..<4)
    func whatIsInheritedLiesInsideALinkToIt(lot: Int) {
        for number in 0..<500 {
            var seed = StorySeed(60_000 + lot * 500 + number)
            let timeline = Story.random(&seed).timeline
            for entry in timeline.entries where entry.inherited {
                let covered = timeline.links.contains { link in
                    link.link.parent == entry.subject && !link.denied && link.covers(entry.time.instant)
                }
                #expect(covered, "dossier \(60_000 + lot * 500 + number): \(entry.subject) \(entry.time.iso8601)")
            }
        }
    }
}

extension TimelineLink {
    fileprivate func covers(_ instant: Instant) -> Bool {
        holds && (from.map { $0 <= instant } ?? true) && (until.map { instant <= $0 } ?? true)
    }
}
