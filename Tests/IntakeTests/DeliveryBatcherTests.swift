import Foundation
import Intake
import Store
import TestSupport
import Testing
import Tracking

struct DeliveryBatcherTests {
    private static func delivery(_ number: Int) -> Delivery {
        let bytes = Array("answer \(number)".utf8)
        let event = ReportedEvent(
            subject: Subject(.container, Scheme(rawValue: "iso6346"), "MRKU9465770"), milestone: .loaded,
            rawCode: "LOAD", time: EventTime(Bench.now.advanced(by: .minutes(number)), offsetMinutes: 480))
        let message = Message(
            channel: .poll, source: "line-a", profile: "dcsa", receivedAt: Bench.now,
            sha256: Fingerprint.sha256(bytes), body: bytes)
        let report = Report(items: [ReportedItem(position: "$[0]", events: [event])])
        return Delivery(parts: [.init(message: message, report: report)])
    }

    /// A pause that no test waits out: whatever is committed is committed for another reason.
    private static let endless: Duration = .seconds(3600)

    @Test func nothingIsCommittedWithinThePauseAndEverythingAtTheDrain() async throws {
        let bench = try Bench()
        let batcher = DeliveryBatcher(writer: bench.writer, pause: Self.endless)
        let done = Told()
        for number in 0..<40 { await batcher.submit(Self.delivery(number)) { done.add($0) } }
        #expect(try bench.status().events == 0)
        #expect(done.count == 0)
        await batcher.drain()
        #expect(try bench.status().events == 40)
        #expect(done.count == 40)
        #expect(done.failures == 0)
    }

    @Test func aFullBatchDoesNotWaitForThePause() async throws {
        let bench = try Bench()
        let batcher = DeliveryBatcher(writer: bench.writer, pause: Self.endless, most: 8)
        let done = Told()
        for number in 0..<8 { await batcher.submit(Self.delivery(number)) { done.add($0) } }
        await done.wait(for: 8)
        #expect(try bench.status().events == 8)
    }

    @Test func whatADrainLeavesBehindIsNothingAlsoWhenMoreComesMeanwhile() async throws {
        let bench = try Bench()
        let batcher = DeliveryBatcher(writer: bench.writer, pause: .zero, most: 4)
        await withTaskGroup(of: Void.self) { group in
            for lane in 0..<4 {
                group.addTask {
                    for number in 0..<25 { await batcher.submit(Self.delivery(lane * 100 + number)) { _ in } }
                }
            }
        }
        await batcher.drain()
        #expect(try bench.status().events == 100)
        #expect(try bench.status().messages == 100)
    }

    @Test func aStoreThatFailsIsToldToEveryoneInTheBatch() async throws {
        let bench = try Bench()
        let batcher = DeliveryBatcher(writer: bench.writer, pause: Self.endless)
        let done = Told()
        for number in 0..<3 { await batcher.submit(Self.delivery(number)) { done.add($0) } }
        try bench.writer.close()
        await batcher.drain()
        #expect(done.count == 3)
        #expect(done.failures == 3)
    }
}

/// Who heard of a commit.
private final class Told: @unchecked Sendable {
    // @unchecked: everything is touched only while the lock is held.
    private let lock = NSLock()
    private var results: [Bool] = []
    private var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

    var count: Int { lock.withLock { results.count } }
    var failures: Int { lock.withLock { results.count { !$0 } } }

    func add(_ result: Result<Receipt, any Error>) {
        let succeeded = if case .success = result { true } else { false }
        wake { results.append(succeeded) }
    }

    func wait(for count: Int) async {
        await withCheckedContinuation { continuation in wake { waiting.append((count, continuation)) } }
    }

    private func wake(_ change: () -> Void) {
        let ready = lock.withLock {
            change()
            defer { waiting.removeAll { $0.count <= results.count } }
            return waiting.filter { $0.count <= results.count }
        }
        ready.forEach { $0.continuation.resume() }
    }
}
