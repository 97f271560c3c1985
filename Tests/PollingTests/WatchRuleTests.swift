import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// Which numbers a carrier is bound to unbidden.
struct WatchRuleTests {
    private static let train = Subject(.train, .train, "X8157@2026-11-20")
    private static let other = Subject(.container, Scheme(rawValue: "iso6346"), "HLBU1234564")

    private static func lists(_ containers: [Subject]) -> [ReportedItem] {
        containers.map { ReportedItem(position: "line", links: [ReportedLink(child: $0, parent: train)]) }
    }

    @Test func aKindBindsEveryNumberOfItThatAMessageBrings() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        let poller = lab.poller(try Lab.plan(watch: [.kind(.container)]))
        try lab.take(Self.lists([Lab.box]))
        #expect(try await poller.pass().requests == 1)
        try lab.take(Self.lists([Self.other]))
        #expect(try await poller.pass().requests == 1)
        #expect(lab.asked == [Lab.box.code, Self.other.code])
        #expect(try lab.poll(of: Self.train) == nil)
    }

    @Test func aPatternBindsWhatMatchesIt() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        try lab.take(Self.lists([Lab.box, Self.other]))
        _ = try await lab.poller(try Lab.plan(watch: [.pattern("HLBU*")])).pass()
        #expect(lab.asked == [Self.other.code])
    }

    @Test func aNumberIsBoundOnce() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        try lab.take(Self.lists([Lab.box]))
        let plan = try Lab.plan(watch: [.kind(.container), .pattern("MRKU*")])
        _ = try await lab.poller(plan).pass()
        _ = try await lab.poller(plan).pass()
        try lab.take(Self.lists([Lab.box]))
        _ = try await lab.poller(plan).pass()
        #expect(lab.asked == [Lab.box.code])
        #expect(try lab.read { try $0.carrierQueues(now: .noon) }.map(\.watched) == [1])
    }

    @Test func whatAPersonNoLongerWantsIsNotBoundAgain() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        try lab.take(Self.lists([Lab.box]))
        let plan = try Lab.plan(watch: [.kind(.container)])
        _ = try await lab.poller(plan).pass()
        try lab.watch([Lab.box], asks: false)
        lab.clock.turn(by: .hours(48))
        _ = try await lab.poller(plan).pass()
        #expect(lab.asked == [Lab.box.code])
    }

    @Test func aRuleThatIsAddedLaterBindsWhatIsAlreadyThere() async throws {
        let lab = try Lab(ScriptedFetcher(.text(Answers.nothing)))
        try lab.take(Self.lists([Lab.box, Self.other]))
        _ = try await lab.poller(try Lab.plan()).pass()
        #expect(lab.asked.isEmpty)
        _ = try await lab.poller(try Lab.plan(watch: [.pattern("HLBU*")])).pass()
        #expect(lab.asked == [Self.other.code])
        _ = try await lab.poller(try Lab.plan(watch: [.pattern("HLBU*"), .kind(.container)])).pass()
        #expect(lab.asked == [Self.other.code, Lab.box.code])
    }
}
