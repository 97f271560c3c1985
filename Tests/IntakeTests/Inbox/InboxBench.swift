import Foundation
import Intake
import Messages
import Store
import TestSupport
import Tracking

/// A folder that is read with a clock whose hands a test turns.
///
/// It starts at the real time, since files get theirs from the system.
final class InboxBench: @unchecked Sendable {
    // @unchecked: what changes is touched only while the lock is held.
    private let lock = NSLock()
    private var instant: Instant
    private var heard: [InboxNotice] = []

    let bench: Bench
    let folder: String

    /// - Parameter start: how far the clock is from the files' own; behind it, only what is seen twice stands still.
    init(start: Duration = .zero) throws {
        bench = try Bench()
        folder = bench.folder.path("in")
        instant = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)).advanced(by: start)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    var now: Instant { lock.withLock { instant } }
    var notices: [InboxNotice] { lock.withLock { heard } }

    func turn(by duration: Duration) { lock.withLock { instant = instant.advanced(by: duration) } }

    func profile(_ name: String) -> Profile? { bench.library.profile(named: name) }

    /// - Parameter told: happens with every notice, in the middle of the pass.
    func reader(
        _ folders: [InboxFolder]? = nil, report: (@Sendable (InboxEnding) -> InboxReport)? = nil,
        told: @escaping @Sendable (InboxNotice) -> Void = { _ in }
    ) -> InboxReader {
        InboxReader(
            folders: folders ?? [InboxFolder(path: folder, profile: profile("manifest"))], writer: bench.writer,
            room: ReadingRoom(), library: bench.library, now: { self.now }, report: report ?? Self.report,
            tell: { notice in
                self.lock.withLock { self.heard.append(notice) }
                told(notice)
            })
    }

    /// Lets time pass until what is there stands still, and goes through the folders.
    @discardableResult
    func settleAndPass(_ reader: InboxReader) throws -> InboxSummary {
        turn(by: .seconds(6))
        return try reader.passAndWait()
    }

    func drop(_ name: String, _ text: String, in folder: String? = nil) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: (folder ?? self.folder) + "/" + name))
    }

    /// All names under the folder, without reports.
    func names(_ path: String? = nil) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path ?? folder)
            .filter { !$0.contains(".report.") && $0 != "done" && $0 != "rejected" }.sorted()
    }

    func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }

    func record() throws -> InboxRecord? { try bench.read { try $0.inbox(folder) } }

    /// The first line names the bytes, as it must; the rest is what tests look for.
    static let report: @Sendable (InboxEnding) -> InboxReport = { ending in
        let text =
            switch ending.outcome {
            case .taken(let result): "taken \(result.accounting)"
            case .rejected(let rejection):
                "rejected \(rejection.kindWord): \(rejection.reason); \(rejection.remedy)"
                    + (rejection.result?.problems.map { "\n\($0.position): \($0.problem.reason)" }.joined() ?? "")
            }
        return InboxReport(text: "\(ending.name) \(ending.sha256 ?? "")\n\(text)\n", json: "{}\n")
    }

    struct Unexpected: Error {}
}

extension InboxEnding {
    /// What was taken.
    var accounting: Accounting? {
        if case .taken(let result) = outcome { result.accounting } else { nil }
    }

    var rejection: InboxRejection? {
        if case .rejected(let rejection) = outcome { rejection } else { nil }
    }
}
