import Foundation
import Intake
import Logging
import Messages
import Polling
import Store
import TestSupport
import Testing
import Tracking

/// The daemon's reading of folders.
struct InboxServiceTests {
    @Test(.timeLimit(.minutes(1))) func passAfterPassUntilItIsStopped() async throws {
        let lab = try Lab(ScriptedFetcher([:]))
        let folder = lab.folder.path("in")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let clock = lab.clock
        let reader = InboxReader(
            folders: [InboxFolder(path: folder)], writer: lab.writer, room: ReadingRoom(),
            library: try ProfileLibrary(), now: { clock.now }, report: { InboxReport(text: $0.name, json: "{}") },
            tell: { _ in })
        let (passes, told) = AsyncStream.makeStream(of: InboxSummary.self)
        let service = InboxService(
            reader: reader, clock: clock, log: Logger(label: "lab") { _ in SwiftLogNoOpLogHandler() },
            didPass: { told.yield($0) })
        let start = clock.now
        let task = Task { try await service.run() }
        var count = 0
        for await summary in passes {
            count += 1
            if count == 2 {
                try Data("parcel,container\nYT2415800000000001,MRKU9465770\n".utf8)
                    .write(to: URL(fileURLWithPath: folder + "/list.csv"))
            }
            if !summary.endings.isEmpty { break }
        }
        task.cancel()
        try await task.value
        #expect(FileManager.default.fileExists(atPath: folder + "/done/list.csv"))
        #expect(clock.now.since(start) >= InboxService.pause * (count - 1))
    }
}
