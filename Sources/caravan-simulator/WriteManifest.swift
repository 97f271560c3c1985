public import ArgumentParser
public import CarrierSimulator
import Foundation

/// `manifest`: what a train lists, as a table.
struct WriteManifest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifest", abstract: "Write the manifest of a train as CSV, or as a workbook to a file.xlsx.",
        discussion: "With --parcels, the manifest of one large train of that many parcels instead.")

    @OptionGroup var world: WorldOptions

    @Option(help: "Which departure, counted from 0.")
    var train = 0

    @Option(help: "Language of header and places: en or zh.")
    var lang = ManifestLanguage.en

    @Option(help: "utf8, gb18030 or utf16.")
    var encoding = ManifestEncoding.utf8

    @Option(help: "comma, semicolon or tab.")
    var delimiter = ManifestDelimiter.comma

    @Option(help: "Parcels of one large train.")
    var parcels: Int?

    @Option(name: [.short, .long], help: "File to write; standard output by default.")
    var output: String?

    func validate() throws {
        guard parcels.map({ $0 >= 1 }) ?? true else { throw ValidationError("A manifest lists at least one parcel.") }
    }

    func run() throws {
        _ = try Console.zones()
        let world =
            parcels.map { World(seed: self.world.seed, parameters: .bigTrain(parcels: $0)) } ?? self.world.world()
        let wanted = parcels == nil ? train : 0
        guard world.trains.indices.contains(wanted) else {
            throw Console.failure("there is no train \(wanted)", attempt: "0 to \(world.trains.count - 1)", code: 64)
        }
        var writer = ManifestWriter()
        writer.language = lang
        writer.encoding = encoding
        writer.delimiter = delimiter
        if let output, Sheet.isWanted(at: output) {
            return try Sheet.write(to: output, named: world.trains[wanted].number, writer.header) { take in
                try writer.forEachRow(of: world.trains[wanted], in: world, limit: parcels ?? .max, take: take)
            }
        }
        let target = try target()
        try writer.write(world.trains[wanted], of: world, limit: parcels ?? .max) {
            try target.write(contentsOf: Data($0))
        }
    }

    private func target() throws -> FileHandle {
        guard let output else { return .standardOutput }
        guard FileManager.default.createFile(atPath: output, contents: nil),
            let file = FileHandle(forWritingAtPath: output)
        else {
            throw Console.failure("cannot write \(output)", attempt: "a path in a folder you may write to", code: 73)
        }
        return file
    }
}

extension ManifestLanguage: ExpressibleByArgument {}
extension ManifestEncoding: ExpressibleByArgument {}
extension ManifestDelimiter: ExpressibleByArgument {}
