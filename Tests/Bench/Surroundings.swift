import Foundation

/// Where measuring happens: the programs beside this one, and a folder on a real disk for databases.
struct Surroundings: Sendable, CustomStringConvertible {
    private let programs: URL
    let folder: URL

    init() throws {
        programs = URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            .deletingLastPathComponent()
        let chosen = ProcessInfo.processInfo.environment["CARAVAN_BENCH_FOLDER"].map { URL(fileURLWithPath: $0) }
        folder = (chosen ?? programs).appendingPathComponent("bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func program(_ name: String) -> String { programs.appendingPathComponent(name).path }

    /// A path for a database or file that no other run uses.
    func path(_ name: String) -> String {
        folder.appendingPathComponent("\(UInt32.random(in: 0...UInt32.max))-\(name)").path
    }

    /// Removes a database with its companions.
    func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", ".write-lock", ".sync-lock"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    func clean() {
        try? FileManager.default.removeItem(at: folder)
    }

    func size(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    var description: String {
        let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first ?? "?"
        return
            "\nMedians of interleaved runs; databases in \(folder.deletingLastPathComponent().lastPathComponent)/ on disk; "
            + "\(ProcessInfo.processInfo.activeProcessorCount) cores, load average \(load) at the end."
    }
}
