import ArgumentParser
import CurlFetch
import Foundation
import Intake
import Polling
import Store
import Terminal
import Tracking

/// `caravand sync`: one pass and out, for cron.
struct SyncCommand: AsyncProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Reads the folders, asks once about everything that is due, and ends: for cron.",
        discussion: "While a daemon runs it says nothing and ends with 0.")

    @Option(help: "Ask only this carrier, and read no folder.")
    var carrier: String?

    @Option(help: "Begin no question after this long, for instance 5m.")
    var maxTime: MaximumTime?

    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) async throws -> ExitStatus {
        let office = try Office(options, context)
        if let carrier, !office.plans.contains(where: { $0.name == carrier }) {
            let names = office.plans.map(\.name).joined(separator: ", ")
            throw CommandFailure(
                "cannot ask", on: carrier, why: "the settings name no such carrier",
                try: names.isEmpty ? "add it under `carriers:`" : "use one of \(names)",
                kind: "unknown-carrier", status: .usage)
        }
        let writer = try office.openStore()
        guard let lock = try office.syncLock(writer) else {
            // The daemon does the work; cron has nothing to mail about.
            let inbox = office.inboxes.isEmpty ? nil : InboxSummary()
            if options.json { office.console.write(SyncReport(PassSummary(), inbox, nil, office).json) }
            return .done
        }
        // First the folders: what they bring may have to be asked about.
        let inbox = carrier == nil ? try await readFolders(office, writer) : nil
        let fetcher = try office.openNetwork()
        let clock = SystemTime()
        let poller = office.poller(writer, fetcher)
        let end = maxTime.map { clock.now.advanced(by: $0.duration) }
        let summary = try await Office.explained { try await poller.pass(only: carrier, until: end) }
        fetcher.shutdown()
        // Last, from all that came.
        let inference = try await Office.explained { try await office.inferenceDesk(writer).run(now: clock.now) }
        try Office.explained { try writer.close() }
        lock.release()
        return SyncReport(summary, inbox, inference, office).show(on: office.console, json: options.json)
    }

    /// One pass, and another one for files that have only just come.
    private func readFolders(_ office: Office, _ writer: StoreWriter) async throws -> InboxSummary? {
        guard let reader = office.inboxReader(writer, tell: { _ in }) else { return nil }
        return try await Office.explained {
            let first = try await reader.pass()
            guard first.growing > 0 else { return first }
            try await SystemTime().sleep(until: SystemTime().now.advanced(by: Office.quiet + .milliseconds(100)))
            return try await first.followed(by: reader.pass())
        }
    }
}
