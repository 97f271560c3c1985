import ArgumentParser
import CarrierSimulator
import Foundation
import Tracking

/// `tracing`: where the containers of a train are, as a dispatcher keeps it by hand.
struct WriteTracing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tracing",
        abstract: "Write a dispatcher's table of a train: a row a container, a column a milestone.",
        discussion: "CSV, or a workbook to a file.xlsx.")

    @OptionGroup var world: WorldOptions

    @Option(help: "Which departure, counted from 0.")
    var train = 0

    @Option(help: "The time of the table, RFC 3339.", transform: instant)
    var at: Instant

    @Option(name: [.short, .long], help: "File to write; standard output by default.")
    var output: String?

    func run() throws {
        let world = world.world()
        guard world.trains.indices.contains(train) else {
            throw Console.failure("there is no train \(train)", attempt: "0 to \(world.trains.count - 1)", code: 64)
        }
        let writer = TracingWriter(at: at)
        let run = world.trains[train]
        if let output, Sheet.isWanted(at: output) {
            return try Sheet.write(to: output, named: run.number, TracingWriter.header) { take in
                try writer.rows(of: run, in: world).forEach(take)
            }
        }
        let lines = [[writer.title(run)], TracingWriter.header] + writer.rows(of: run, in: world)
        let text = lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
        guard let output else { return try Console.write(Array(text.utf8)) }
        guard FileManager.default.createFile(atPath: output, contents: Data(text.utf8)) else {
            throw Console.failure("cannot write \(output)", attempt: "a path in a folder you may write to", code: 73)
        }
    }
}
