public import ArgumentParser
import Terminal

/// `caravan`: asks the database, and never the network.
public struct CaravanCommand: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "caravan",
        abstract: "Tells where parcels, containers and trains on the Urumqi–Europe corridor are.",
        discussion: "Everything is answered from the database; `caravand` asks the carriers.",
        version: "0.1.0",
        subcommands: [
            TrackCommand.self, ListCommand.self, TrainsCommand.self, TrainCommand.self, StatsCommand.self,
            IdentifyCommand.self, FindCommand.self, ImportCommand.self, ExportCommand.self, RecordCommand.self,
            RetractCommand.self, LinkCommand.self, UnlinkCommand.self, WatchCommand.self, UnwatchCommand.self,
            ReplayCommand.self, StatusCommand.self, CarriersCommand.self, SettingsCommand.self, ZonesCommand.self,
        ])

    public init() {}
}
