import ArgumentParser

/// Simulated trains, their manifests, and a carrier that tells about them on loopback.
@main
struct CaravanSimulator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caravan-simulator",
        abstract: "Simulated trains from Urumqi, their manifests, and a carrier that tells about them.",
        discussion: "The same seed gives the same world, so the commands agree with each other.",
        subcommands: [
            Serve.self, WriteManifest.self, WriteCustoms.self, WriteTracing.self, ListTrains.self, ListOffsets.self,
        ])
}
