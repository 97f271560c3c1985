import Foundation
import HTTPFetch
import Logging
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// How a carrier in trouble is given a rest, and how it is tried afterwards.
struct CarrierRestTests {
    private func sizes(_ lab: Lab, from: Int) throws -> [Int] {
        try lab.fetcher.requests.dropFirst(from).map { try ParcelBatch.numbers($0).count }
    }

    @Test(arguments: [1, 4])
    func afterARestOneNumberIsAskedAboutUntilTwoAnswersHaveCome(concurrent: Int) async throws {
        let lab = try Lab(ScriptedFetcher(.fail(.timeout)))
        try lab.watch(ParcelBatch.parcels(0..<400))
        let plan = try ParcelBatch.plan(concurrent: concurrent)
        _ = try await lab.poller(plan).pass()
        #expect(try await lab.state().trips == 1)
        let tripped = lab.fetcher.requests.count
        #expect((5..<5 + concurrent).contains(tripped))
        // It still fails: one question with one number, and a longer rest.
        lab.clock.turn(by: .minutes(5))
        _ = try await lab.poller(plan).pass()
        #expect(try sizes(lab, from: tripped) == [1])
        #expect(try await lab.state().trips == 2)
        lab.fetcher.now(["": [.look(ParcelBatch.telling)]])
        lab.clock.turn(by: .hours(2))
        _ = try await lab.poller(plan).pass()
        let after = try sizes(lab, from: tripped + 1)
        #expect(after.prefix(2) == [1, 1] && after[2] > 1)
        #expect(try await lab.state().trips == 0)
    }

    @Test func aRefusalIsTriedWithOneNumberOfABatch() async throws {
        let lab = try Lab(ScriptedFetcher(.status(401)))
        try lab.watch(ParcelBatch.parcels(0..<100))
        let plan = try ParcelBatch.plan()
        _ = try await lab.poller(plan).pass()
        for hour in 1...3 {
            lab.clock.turn(by: .minutes(59))
            #expect(try await lab.poller(plan).pass().requests == 0)
            lab.clock.turn(by: .minutes(3))
            #expect(try await lab.poller(plan).pass().requests == 1, "hour \(hour)")
        }
        #expect(try sizes(lab, from: 0) == [40, 1, 1, 1])
    }

    @Test func whatAProbeOfARefusalComesToItIsTriedOnceAnHour() async throws {
        let lab = try Lab(ScriptedFetcher(.status(403), .fail(.timeout)))
        try lab.watch(Lab.boxes(20))
        _ = try await lab.poller(try Lab.plan()).pass()
        lab.clock.turn(by: .minutes(61))
        #expect(try await lab.poller(try Lab.plan()).pass().requests == 1)
        lab.clock.turn(by: .minutes(58))
        #expect(try await lab.poller(try Lab.plan()).pass().requests == 0)
    }

    @Test func aProbeThatIsKilledIsNotTriedAgainWithinTheHour() async throws {
        let lab = try Lab(ScriptedFetcher(.status(403), .hang))
        try lab.watch(Lab.boxes(20))
        _ = try await lab.poller(try Lab.plan()).pass()
        lab.clock.turn(by: .minutes(61))
        let poller = lab.poller(try Lab.plan())
        let pass = Task { try await poller.pass() }
        await lab.fetcher.waitForRequests(2)
        // What a process finds that starts after a crash at this moment.
        #expect(try await lab.state().notBefore == lab.clock.now.advanced(by: .hours(1)))
        pass.cancel()
        _ = try? await pass.value
    }

    @Test func halfOfTheLastRequestsFailingIsTroubleToo() async throws {
        let (good, bad) = (ScriptedFetcher.Step.text(Answers.nothing), ScriptedFetcher.Step.fail(.timeout))
        let lab = try Lab(ScriptedFetcher(good, bad, good, bad, good, bad, good, bad, good, bad, good))
        try lab.watch(Lab.boxes(30))
        #expect(try await lab.poller(try Lab.plan()).pass().requests == 10)
        #expect(try await lab.state().trips == 1)
    }

    @Test func whatFailedIsAskedAgainBeforeItsTurnOnlyAsOftenAsTheBudgetAllows() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        let boxes = Lab.boxes(40)
        let failing = boxes.enumerated().filter { [1, 3].contains($0.offset % 5) }.map(\.element)
        lab.fetcher.now(
            Dictionary(uniqueKeysWithValues: failing.map { ($0.code, [ScriptedFetcher.Step.fail(.incomplete)]) })
                .merging(["": [.text(Answers.nothing)]]) { first, _ in first })
        try lab.watch(boxes)
        _ = try await lab.poller(try Lab.plan(interval: .hours(4))).pass()
        let next = try lab.polls(of: failing).compactMap { $0?.nextCheckAt?.since(.noon) }
        #expect(next.count == 16 && next.count { $0 < .hours(1) } == 5)
        #expect(next.count { $0 == .hours(4) } == 11)
    }

    @Test(arguments: ["3600", "-1", "Thu, 01 Jan 2099 00:00:00 GMT", "bald"])
    func whatTheCarrierWishedStandsInTheLogAsItWasWritten(header: String) async throws {
        let seen = Seen<String>()
        let lab = try Lab(ScriptedFetcher(.status(429, headers: ["Retry-After": header])))
        try lab.watch([Lab.box])
        let log = Logger(label: "lab") { _ in SeenLog(seen: seen) }
        _ = try await lab.poller(try Lab.plan(), log: log).pass()
        #expect(seen.values.contains { $0.contains("carrier wants a pause") && $0.contains("retry-after=\(header)") })
    }

    @Test func ofTwoWishesTheLongerHolds() async throws {
        var headers: HTTPHeaders = ["Retry-After": "60"]
        headers.append("retry-after", "7200")
        let lab = try Lab(ScriptedFetcher(.status(503, headers: headers)))
        try lab.watch([Lab.box])
        _ = try await lab.poller(try Lab.plan()).pass()
        #expect(try await lab.state().notBefore == Instant.noon.advanced(by: .hours(2)))
    }
}
