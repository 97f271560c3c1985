import Dispatch
import Foundation
public import Messages
public import Store
public import Tracking

/// Reads folders on a thread of its own: taking in a file is work, and Swift's cooperative threads are not for it.
public final class InboxReader: @unchecked Sendable {
    // @unchecked: `passes` is touched only inside `queue`, which runs one block at a time; everything else is immutable.
    private let queue = DispatchQueue(label: "caravan.inbox")
    private let stop = StopFlag()
    private let folders: [InboxFolder]
    private let desk: InboxDesk
    private var passes: [InboxPass] = []

    /// - Parameters:
    ///   - library: the profiles by which a file is recognised.
    ///   - quiet: how long nobody may have written to a file before it is taken.
    ///   - now: the wall clock.
    ///   - report: makes what is written beside a file that was put aside.
    ///   - tell: hears of everything once, on the reader's own thread.
    public init(
        folders: [InboxFolder], writer: StoreWriter, room: ReadingRoom, library: ProfileLibrary,
        quiet: Duration = .seconds(5), now: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (InboxEnding) -> InboxReport, tell: @escaping @Sendable (InboxNotice) -> Void
    ) {
        self.folders = folders
        desk = InboxDesk(
            files: FileIntake(writer: writer, room: room, library: library), writer: writer, library: library,
            quiet: quiet, now: now,
            report: report, tell: tell, stop: stop)
    }

    /// Goes through every folder once.
    ///
    /// When the task is cancelled, it stops between two stretches of a file, which is taken up again another time. A
    /// file whose first stretch does not come for long is not waited for: nothing of it is in the store.
    ///
    /// - Throws: `StoreFailure` when the database cannot be used, `CancellationError`.
    public func pass() async throws -> InboxSummary {
        let answer = InboxAnswer()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                answer.expect(continuation)
                queue.async { [self] in answer.give(Result { try passNow() }) }
            }
        } onCancel: {
            stop.raise()
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(2500)) {
                answer.give(.failure(CancellationError()))
            }
        }
    }

    /// The same, for a program that waits for it. Blocks the calling thread.
    public func passAndWait() throws -> InboxSummary {
        try queue.sync { try passNow() }
    }

    private func passNow() throws -> InboxSummary {
        if passes.isEmpty {
            try desk.writer.watchInboxes(folders.map(\.path), now: desk.now())
            passes = folders.map { InboxPass(folder: $0, desk: desk) }
        }
        var summary = InboxSummary()
        for index in passes.indices {
            try desk.stop.check()
            summary = try summary + passes[index].run()
        }
        return summary
    }
}
