import ArgumentParser
import CurlFetch
import Foundation
import Intake
import Logging
import Polling
import ServiceLifecycle
import Store
import Terminal
import UnixSignals

/// `caravand run`: asks carriers and reads folders until it is told to stop.
struct RunCommand: AsyncProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Asks carriers and reads folders continuously (the default).")

    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) async throws -> ExitStatus {
        // A line for each file; a carrier's answers would be too many.
        let office = try Office(options, context, says: .notice)
        let writer = try office.openStore()
        guard let lock = try office.syncLock(writer) else {
            throw CommandFailure(
                "cannot run twice", on: office.databasePath,
                why: "another process is asking carriers for this database",
                try: "caravan status", kind: "already-running", status: .tryAgain)
        }
        let fetcher = try office.openNetwork()
        let service = PollingService(
            poller: office.poller(writer, fetcher), clock: SystemTime(),
            notifier: SystemdNotifier(environment: context.environment), log: office.log)
        let inference = InferenceService(desk: office.inferenceDesk(writer), clock: SystemTime(), log: office.log)
        let services: [any Service] = [service, inference]
        let group = ServiceGroup(configuration: configuration(office, services, inboxService(office, writer)))
        try await Office.explained { try await group.run() }
        fetcher.shutdown()
        try Office.explained { try writer.close() }
        lock.release()
        return .done
    }

    private func inboxService(_ office: Office, _ writer: StoreWriter) -> InboxService? {
        let log = office.log
        return office.inboxReader(writer) { InboxLines.log($0, log) }
            .map { InboxService(reader: $0, clock: SystemTime(), log: log) }
    }

    private func configuration(
        _ office: Office, _ services: [any Service], _ inbox: InboxService?
    ) -> ServiceGroupConfiguration {
        let services = services + (inbox.map { [$0] } ?? [])
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: office.log)
        configuration.maximumGracefulShutdownDuration = .seconds(4)
        return configuration
    }
}
