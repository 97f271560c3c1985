import ArgumentParser
import CarrierSimulator
import Foundation
import Tracking

/// `customs`: the customs messages of a train, as its broker files and receives them.
struct WriteCustoms: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customs", abstract: "Write the customs messages of a train (CEB 505, 603, 604, 607, 509).")

    @OptionGroup var world: WorldOptions

    @Option(help: "Which departure, counted from 0.")
    var train = 0

    @Option(help: "Only what was filed or answered by this time, RFC 3339; by default everything.", transform: instant)
    var until: Instant?

    @Option(name: [.short, .long], help: "Folder to write the files to.")
    var output: String

    func run() throws {
        let world = world.world()
        guard world.trains.indices.contains(train) else {
            throw Console.failure("there is no train \(train)", attempt: "0 to \(world.trains.count - 1)", code: 64)
        }
        let writer = CustomsWriter(until: until ?? Instant(milliseconds: .max))
        do {
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            for file in writer.files(of: world.trains[train], in: world) {
                try Data(file.body).write(to: URL(filePath: output).appending(path: file.name))
            }
        } catch {
            throw Console.failure("cannot write to \(output)", attempt: "a folder you may write to", code: 73)
        }
    }
}
