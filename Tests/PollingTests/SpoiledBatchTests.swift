import Foundation
import HTTPFetch
import Store
import TestSupport
import Testing
import Tracking

@testable import Polling

/// A batch that a carrier cannot answer because of one of its numbers.
struct SpoiledBatchTests {
    private static let parcels = ParcelBatch.parcels(0..<41)
    private static let spoiler = parcels[17]

    /// A carrier that has told of the last parcel and of the spoiler already, and cannot stand the spoiler from now on.
    private func lab(_ spoiled: HTTPResponse, quota: Int? = nil) async throws -> Lab {
        let lab = try Lab(ScriptedFetcher(.look(ParcelBatch.telling)))
        try lab.watch([Self.parcels[40], Self.spoiler])
        _ = try await lab.poller(try ParcelBatch.plan(quota: quota)).pass()
        lab.clock.turn(by: .minutes(61))
        try lab.watch(Array(Self.parcels[..<40]))
        lab.fetcher.now(["": [ParcelBatch.spoiling([Self.spoiler.code], spoiled)]])
        return lab
    }

    private func asked(_ lab: Lab, from: Int = 0) throws -> [[String]] {
        try lab.fetcher.requests.dropFirst(from).map { try ParcelBatch.numbers($0).sorted() }
    }

    @Test(arguments: [
        HTTPResponse(status: 400), HTTPResponse(status: 422), HTTPResponse(status: 500),
        ParcelBatch.json("{\"code\": -18010014, \"data\": {\"errors\": []}}"), ParcelBatch.json("oops"),
        ParcelBatch.json("{\"code\": 0, \"data\": {\"acc"),
    ])
    func theReasonIsFoundAndSetAsideAndTheOthersAreToldOf(spoiled: HTTPResponse) async throws {
        let lab = try await lab(spoiled)
        let summary = try await lab.poller(try ParcelBatch.plan()).pass()
        // The whole, two halves on each of six levels at most, and the parcel beyond the forty.
        #expect(summary.requests <= 1 + 2 * 6 + 1)
        #expect(summary.failures == [.init(carrier: "line-a", kind: "set-aside"): 1])
        let asked = try asked(lab, from: 1)
        #expect(Set(asked).count == asked.count)
        let others = Self.parcels.filter { $0 != Self.spoiler }
        #expect(try lab.polls(of: others).allSatisfy { ["news", "same"].contains($0?.answer) })
        let state = try await lab.state()
        #expect(state.failures == 0 && state.trips == 0 && state.notBefore == nil)
    }

    @Test func whatWasKnownOfTheReasonStaysAsItWas() async throws {
        let lab = try await lab(HTTPResponse(status: 400))
        let events = try lab.events(of: Self.spoiler)
        _ = try await lab.poller(try ParcelBatch.plan()).pass()
        let poll = try lab.poll(of: Self.spoiler)
        #expect(poll?.failure == "set-aside" && poll?.lastChange == .noon && poll?.lastSuccess == .noon)
        #expect(poll?.nextCheckAt == lab.clock.now.advanced(by: .hours(24)))
        #expect(try lab.events(of: Self.spoiler) == events && events.count == 1)
    }

    @Test func theReasonIsTriedAloneADayLaterAndSpoilsNoBatchAgain() async throws {
        let lab = try await lab(HTTPResponse(status: 400))
        _ = try await lab.poller(try ParcelBatch.plan()).pass()
        for day in 1...2 {
            let before = lab.fetcher.requests.count
            lab.clock.turn(by: .hours(25))
            let summary = try await lab.poller(try ParcelBatch.plan()).pass()
            let asked = try asked(lab, from: before)
            #expect(asked.filter { $0.contains(Self.spoiler.code) } == [[Self.spoiler.code]], "day \(day)")
            #expect(summary.failures == [.init(carrier: "line-a", kind: "set-aside"): 1])
        }
        // Once it is answered about, it is one of many again.
        lab.fetcher.now(["": [.look(ParcelBatch.telling)]])
        lab.clock.turn(by: .hours(25))
        #expect(try await lab.poller(try ParcelBatch.plan()).pass().failures.isEmpty)
        lab.clock.turn(by: .hours(2))
        _ = try await lab.poller(try ParcelBatch.plan()).pass()
        #expect(try asked(lab).last.map { $0.count } ?? 0 > 0)
        #expect(try lab.poll(of: Self.spoiler)?.failure == nil)
    }

    @Test(arguments: [
        ScriptedFetcher.Step.fail(.timeout), .fail(.refused), .fail(.unreachable), .status(429), .status(503),
        .status(401), .status(403), .status(502), .status(504),
    ])
    func aFailureOfTheCarrierIsNotLookedForInItsNumbers(step: ScriptedFetcher.Step) async throws {
        let lab = try await lab(HTTPResponse(status: 400))
        lab.fetcher.now(["": [step]])
        let before = lab.fetcher.requests.count
        _ = try await lab.poller(try ParcelBatch.plan()).pass()
        // At most the forty and the one beyond them.
        #expect(try asked(lab, from: before).map(\.count).filter { $0 != 1 } == [40])
        #expect(try lab.polls(of: Self.parcels).allSatisfy { $0?.failure != "set-aside" })
    }

    @Test func whileItIsLookedForTheQuotaHoldsAndTheWholeIsNeverSentAgain() async throws {
        let lab = try await lab(HTTPResponse(status: 400))
        var days: [Int64: Int] = [:]
        for _ in 0..<6 {
            let before = lab.fetcher.requests.count
            _ = try await lab.poller(try ParcelBatch.plan(quota: 5)).pass()
            days[lab.clock.now.milliseconds / 86_400_000, default: 0] += lab.fetcher.requests.count - before
            lab.clock.turn(by: .hours(24))
        }
        #expect(days.values.allSatisfy { $0 <= 5 })
        #expect(try lab.poll(of: Self.spoiler)?.failure == "set-aside")
        let spoiled = try asked(lab).filter { $0.contains(Self.spoiler.code) && $0.count > 1 }.dropFirst()
        #expect(Set(spoiled).count == spoiled.count)
    }

    @Test func aCrashWhileItIsLookedForDoesNotSendTheWholeAgain() async throws {
        let lab = try await lab(HTTPResponse(status: 400))
        let before = lab.fetcher.requests.count
        lab.fetcher.now(["": [.status(400), .hang]])
        let poller = lab.poller(try ParcelBatch.plan())
        let pass = Task { try await poller.pass() }
        await lab.fetcher.waitForRequests(before + 2)
        // What a process finds that starts after a crash at this moment.
        let whole = try lab.fetcher.requests[before...].map { try ParcelBatch.numbers($0) }[0]
        let kept = FailedBatches(hashes: try await lab.state().failedBatches)
        #expect(kept.contains(whole.map { Subject(.parcel, .number, $0) }))
        pass.cancel()
        _ = try? await pass.value
    }

    @Test func aCarrierThatHasNeverAnsweredIsNotLookedThrough() async throws {
        let lab = try Lab(ScriptedFetcher(.status(500)))
        try lab.watch(Self.parcels)
        let summary = try await lab.poller(try ParcelBatch.plan()).pass()
        #expect(summary.requests == 2)
        #expect(summary.failures == [.init(carrier: "line-a", kind: "status-500"): 41])
    }
}
