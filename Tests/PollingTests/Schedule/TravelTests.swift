import Forecasting
import HTTPFetch
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// The schedule through the whole poller: trains, boxes left behind, ends, and what a restart finds.
struct TravelTests {
    private static let train = Subject(.train, .train, "X8157@2026-11-20")
    private static let boxes = Lab.boxes(20)

    private static func lab(_ script: [String: [ScriptedFetcher.Step]] = [:]) throws -> Lab {
        let lab = try Lab(ScriptedFetcher(script.merging(["": [.text(Answers.nothing)]]) { first, _ in first }))
        let links = boxes.map { ReportedLink(child: $0, parent: train) }
        try lab.take([ReportedItem(position: "line 1", links: links)])
        try lab.watch(boxes)
        return lab
    }

    private func plan() throws -> CarrierPlan { try Lab.plan(interval: nil) }

    @Test func whenOneBoxHasNewsItsCompanionsAreAskedAtOnce() async throws {
        let box = Self.boxes[4]
        let lab = try Self.lab([
            box.code: [.text(Answers.nothing), .text(Answers.page(Answers.event(1, about: box.code)))]
        ])
        let poller = lab.poller(try plan())
        #expect(try await poller.pass().requests == 20)
        lab.clock.turn(by: .hours(25))
        let asked = lab.asked.count
        #expect(try await poller.pass().requests == 20)
        // All of them had been asked within the minute, so nobody is called twice for the same news.
        #expect(lab.asked.count == asked + 20)
        #expect(try await poller.pass().requests == 0)
    }

    @Test func newsOfOneBoxCallThoseWhoseTurnIsFarAway() async throws {
        let box = Self.boxes[4]
        let lab = try Self.lab([
            box.code: [.text(Answers.nothing), .text(Answers.page(Answers.event(1, about: box.code)))]
        ])
        let poller = lab.poller(try plan())
        _ = try await poller.pass()
        lab.clock.turn(by: .hours(1))
        try await lab.writer.wake([box], carrier: "line-a", now: lab.clock.now)
        let first = lab.asked.count
        _ = try await poller.pass()
        #expect(lab.asked.dropFirst(first).contains(box.code))
        let second = lab.asked.count
        _ = try await poller.pass()
        let called = Set(lab.asked.dropFirst(first)).union(lab.asked.dropFirst(second))
        #expect(called == Set(Self.boxes.map(\.code)))
    }

    @Test func anAnswerWithoutNewsCallsNobody() async throws {
        let lab = try Self.lab()
        let poller = lab.poller(try plan())
        _ = try await poller.pass()
        lab.clock.turn(by: .hours(1))
        try await lab.writer.wake([Self.boxes[4]], carrier: "line-a", now: lab.clock.now)
        #expect(try await poller.pass().requests == 1)
        #expect(try await poller.pass().requests == 0)
    }

    @Test func aBoxOfAnotherTrainIsNotCalled() async throws {
        let box = Self.boxes[4]
        let other = Subject(.container, Scheme(rawValue: "iso6346"), "HLBU1000000")
        let lab = try Self.lab([
            box.code: [.text(Answers.nothing), .text(Answers.page(Answers.event(1, about: box.code)))]
        ])
        try lab.watch([other])
        let poller = lab.poller(try plan())
        _ = try await poller.pass()
        lab.clock.turn(by: .hours(1))
        try await lab.writer.wake([box], carrier: "line-a", now: lab.clock.now)
        let before = lab.asked.count
        _ = try await poller.pass()
        _ = try await poller.pass()
        #expect(!lab.asked.dropFirst(before).contains(other.code))
    }

    /// Cron's next run finds in the store all that the daemon knew.
    @Test func anotherProcessChoosesTheSameNumbersAtTheSameMoments() async throws {
        var asked: [[String]] = []
        for restarts in [false, true] {
            let lab = try Self.lab()
            let plan = try plan()
            var poller = lab.poller(plan)
            for _ in 0..<40 {
                _ = try await poller.pass()
                lab.clock.turn(by: .hours(1))
                if restarts { poller = lab.poller(plan) }
            }
            asked.append(lab.asked.sorted())
        }
        #expect(asked[0] == asked[1])
        #expect(asked[0].count > 40)
    }

    @Test func threeOfATrainAreAskedMoreOftenThanTheOthers() async throws {
        let lab = try Self.lab()
        let poller = lab.poller(try plan())
        for _ in 0..<96 {
            _ = try await poller.pass()
            lab.clock.turn(by: .hours(1))
        }
        let counts = Dictionary(grouping: lab.asked) { $0 }.mapValues(\.count).values.sorted(by: >)
        #expect(counts.count == 20)
        #expect(counts[2] > 2 * counts[3])
    }

    @Test func aParcelThatWasDeliveredIsAskedThreeTimesMoreAndThenNoMore() async throws {
        let parcel = Subject(.parcel, .number, "P100")
        let delivered = #"{"events": [{"id": "1", "what": "DEL", "at": "2026-11-20T10:00:00Z"}]}"#
        let lab = try Lab(ScriptedFetcher(.text(delivered)))
        try lab.watch([parcel])
        var plan = try Lab.plan(profile: Profiles.lab.replacing("OFD:", with: "DEL: delivered, OFD:"))
        plan.interval = nil
        let poller = lab.poller(plan)
        for _ in 0..<(24 * 20) {
            _ = try await poller.pass()
            lab.clock.turn(by: .hours(1))
        }
        #expect(lab.fetcher.requests.count <= 5)
        let poll = try #require(try lab.poll(of: parcel))
        #expect(poll.nextCheckAt == nil)
        #expect(try lab.events(of: parcel).map(\.milestone) == [.delivered])
        // A person may want to know all the same.
        try lab.watch([parcel])
        let before = lab.fetcher.requests.count
        _ = try await poller.pass()
        #expect(lab.fetcher.requests.count == before + 1)
    }

    @Test func theMostUrgentOfManyGoFirst() async throws {
        let lab = try Self.lab()
        _ = try await lab.poller(try plan()).pass()
        let planner = SchedulePlanner(carrier: "line-a", places: .corridor, fixed: nil)
        let late = lab.clock.now.advanced(by: .days(3))
        let chosen = try await lab.writer.claimDue(carrier: "line-a", now: late, limit: 3, planner: planner)
        // The sentinels, which stand for the others, are worth most.
        let roles = Sentinels.roles(of: chosen[0].companions) { StableHash.of("line-a|\($0)") }
        for poll in chosen { #expect(roles[poll.number] == .sentinel(standsFor: 20.0 / 3)) }
    }

    @Test func aRequestIsFilledWithThoseWhoseTurnComesNext() async throws {
        let lab = try Self.lab()
        _ = try await lab.poller(try plan()).pass()
        let planner = SchedulePlanner(carrier: "line-a", places: .corridor, fixed: nil)
        lab.clock.turn(by: .minutes(20))
        try await lab.writer.wake([Self.boxes[7]], carrier: "line-a", now: lab.clock.now)
        let chosen = try await lab.writer.claimDue(
            carrier: "line-a", now: lab.clock.now, limit: 10, batch: 8, planner: planner)
        #expect(chosen.count == 8)
        #expect(chosen[0].subject == Self.boxes[7])
        #expect(Set(chosen.map(\.number)).count == 8)
    }
}
