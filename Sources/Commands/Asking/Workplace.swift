import Foundation
import Intake
import Messages
import Settings
import Store
import Terminal
import Tracking

/// What a command works with: the settings that hold, the places, the language, the console.
struct Workplace {
    let options: CommonOptions
    let context: ProgramContext
    let settings: Settings
    let console: Console
    let language: Language
    let databasePath: String

    /// - Throws: `CommandFailure` for settings that cannot be used.
    init(_ options: CommonOptions, _ context: ProgramContext) throws {
        self.options = options
        self.context = context
        // The lookup command asks no carrier, so it needs no secret.
        settings = try options.loadSettings(environment: context.environment, secrets: .skipped)
        console = options.console(context.console)
        language = options.language(environment: context.environment)
        databasePath = try options.databasePath(settings, environment: context.environment)
    }

    var now: Instant {
        Instant(milliseconds: Int64((context.now().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// The corridor's places, with the additions of the settings.
    func places() throws -> Places {
        guard let path = settings.places else { return .corridor }
        guard let rows = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("cannot read the places", on: path, why: "there is no such file",
                                 try: "correct `places:` in the settings", kind: "no-such-file", status: .badSettings)
        }
        do {
            return try Places.corridor.adding(userRows: String(decoding: rows, as: UTF8.self))
        } catch {
            throw CommandFailure("cannot read the places", on: path, why: "\(error)",
                                 try: "correct the row and try again", kind: "bad-places", status: .badSettings)
        }
    }

    func reader() throws -> StoreReader {
        try explained { try StoreReader(path: databasePath) }
    }

    func writer() throws -> StoreWriter {
        try explained { try StoreWriter(path: databasePath) }
    }

    func room() throws -> ReadingRoom {
        ReadingRoom(places: try places(), reportZone: settings.reportZone)
    }

    /// The built-in profiles, and those of files that the settings name.
    func library() throws -> ProfileLibrary {
        let paths = (settings.carriers.map(\.profile) + settings.inbox.compactMap(\.profile)).compactMap {
            if case .path(let path) = $0 { path } else { nil }
        }
        return try explained { try ProfileLibrary(files: Array(Set(paths)).sorted()) }
    }
}

/// Runs `work` and tells a failure of any target in the words of a command.
func explained<Result>(_ work: () throws -> Result) throws -> Result {
    do {
        return try work()
    } catch let failure as any ExplainedFailure {
        throw CommandFailure(failure)
    }
}
