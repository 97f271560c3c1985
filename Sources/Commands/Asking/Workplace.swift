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

    /// The moment of knowledge that `--as-of` asks for; nil for what is known now.
    ///
    /// - Throws: `CommandFailure` with what would be right.
    func moment(asOf text: String?) throws -> Instant? {
        try text.map { try TimeArgument.read($0, option: "--as-of", zone: settings.reportZone) }
    }

    /// The corridor's places, with the additions of the settings.
    func places() throws -> Places {
        try settings.places.map { try UserPlaces.read($0) } ?? .corridor
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

    /// The built-in profiles, those of files that the settings name, and one more file.
    func library(adding path: String? = nil) throws -> ProfileLibrary {
        var paths = (settings.carriers.map(\.profile) + settings.inbox.compactMap(\.profile)).compactMap(\.file)
        if let path, path.contains("/") || path.contains(".") { paths.append(path) }
        return try explained { try ProfileLibrary(userFiles: Array(Set(paths)).sorted()) }
    }

    /// A profile by its name, or by the path of its file.
    func profile(named name: String) throws -> Profile {
        if name.contains("/") || name.contains(".") { return try explained { try Profile(contentsOfFile: name) } }
        let library = try library()
        guard let profile = library.profile(named: name) else {
            throw CommandFailure(
                "no such profile", on: name,
                why: "there are " + library.profiles.map(\.name).joined(separator: ", "),
                try: "name one of them, or the path of a profile", kind: "unknown-profile",
                status: .usage)
        }
        return profile
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

extension Settings.Profile {
    /// The path of a profile of the user's own.
    fileprivate var file: String? {
        if case .file(let path) = self { path } else { nil }
    }
}
