import ArgumentParser
import CurlFetch
import Foundation
import Logging
import Polling
import ServiceLifecycle
import Store
import Terminal
import UnixSignals

/// `caravand run`: asks continuously until it is told to stop.
struct RunCommand: AsyncProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Asks carriers continuously (the default).")

    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) async throws -> ExitStatus {
        let office = try Office(options, context)
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
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: office.log)
        configuration.maximumGracefulShutdownDuration = .seconds(4)
        let group = ServiceGroup(configuration: configuration)
        try await Office.explained { try await group.run() }
        fetcher.shutdown()
        try Office.explained { try writer.close() }
        lock.release()
        return .done
    }
}
