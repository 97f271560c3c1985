import Foundation
import Intake
import Messages
import Store
import Terminal
import Tracking

/// Takes in one file after the other, or rehearses it.
final class ImportDesk {
    private let workplace: Workplace
    private let library: ProfileLibrary
    private let room: ReadingRoom
    private let isRehearsal: Bool
    /// What the files are about, where they do not say it.
    private let about: [String]
    private let rejected: RejectsFile?
    // Opened with the first file that is of any use: what is not leaves no database behind.
    private var intake: FileIntake?
    /// Where a rehearsal takes place when there is no database yet.
    private var stage: URL?

    init(
        workplace: Workplace, library: ProfileLibrary, room: ReadingRoom, about: [String], isRehearsal: Bool,
        rejected: RejectsFile?
    ) {
        self.workplace = workplace
        self.library = library
        self.room = room
        self.about = about
        self.isRehearsal = isRehearsal
        self.rejected = rejected
    }

    /// - Throws: `CommandFailure` where there is nothing to go on with, whatever the other files are.
    func take(_ source: ImportSource, named: Profile?, replacing version: NewVersion?) throws -> ImportOutcome {
        let body: [UInt8]
        let profile: Profile
        var replacement: Replacement?
        do {
            body = try source.read()
            profile = try named ?? recognised(body, source)
            replacement = try version?.replacement(body: body, profile: profile)
        } catch let failure as CommandFailure {
            return .failed(source.name, failure)
        }
        let intake = try opened()
        do {
            let result = try explained {
                try Self.naming(source) { try take(body, source, profile, replacement, intake) }
            }
            workplace.console.progress("")
            return .taken(result)
        } catch let failure as CommandFailure {
            return .failed(source.name, failure)
        } catch {
            return .failed(
                source.name,
                CommandFailure(
                    "cannot import", on: source.name, why: "\(error)", try: "please report this message",
                    kind: "unforeseen", status: .tryAgain))
        }
    }

    /// Says of a file that cannot be read which one it is.
    private static func naming<Value>(_ source: ImportSource, _ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let failure as ReadFailure {
            throw CommandFailure(
                "cannot import", on: source.name,
                why: (failure.position.map { "\($0): " } ?? "") + failure.reason, try: failure.remedy,
                kind: failure.kind.rawValue, status: .unusableData)
        }
    }

    /// Takes down what a rehearsal was held on.
    func close() {
        intake = nil
        if let stage { try? FileManager.default.removeItem(at: stage) }
        stage = nil
    }

    private func take(
        _ body: [UInt8], _ source: ImportSource, _ profile: Profile, _ replacement: Replacement?, _ intake: FileIntake
    ) throws -> FileResult {
        let note: ((RejectedItem) throws -> Void)? = rejected.map { file in { file.add($0) } }
        let about = try about.map { try NumberAbout.read($0, profile) }
        let progress = { [workplace] (items: Int) in workplace.console.progress("\(source.name): \(items) rows") }
        if isRehearsal {
            return try intake.rehearse(
                body, name: source.name, profile: profile, about: about, receivedAt: workplace.now,
                replacing: replacement, rejected: note, progress: progress)
        }
        return try intake.take(
            body, name: source.name, profile: profile, about: about, receivedAt: workplace.now,
            replacing: replacement, rejected: note, progress: progress)
    }

    private func opened() throws -> FileIntake {
        if let intake { return intake }
        let made = FileIntake(
            writer: try isRehearsal ? stageWriter() : workplace.writer(), room: room, library: library)
        intake = made
        return made
    }

    /// A rehearsal leaves nothing, neither a database where there was none nor a newer schema where there is one.
    private func stageWriter() throws -> StoreWriter {
        do {
            _ = try StoreReader(path: workplace.databasePath)
            return try workplace.writer()
        } catch let failure as StoreFailure where failure.kind == .noDatabase {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("caravan-\(UUID().uuidString)")
            stage = folder
            return try explained { try StoreWriter(path: folder.appendingPathComponent("rehearsal.db").path) }
        } catch let failure as any ExplainedFailure {
            throw CommandFailure(failure)
        }
    }

    private func recognised(_ body: [UInt8], _ source: ImportSource) throws -> Profile {
        guard !body.isEmpty else {
            throw CommandFailure(
                "cannot import", on: source.name, why: "the file is empty",
                try: "check that it was written to its end", kind: "empty-file",
                status: .unusableData)
        }
        guard let profile = library.recognise(body: body, fileName: source.name) else {
            if let failure = library.refusal(of: body) { try Self.naming(source) { throw failure } }
            throw CommandFailure(
                "cannot import", on: source.name, why: library.strangeness(of: body),
                try: "caravan import --profile NAME \(source.name); `caravan carriers` lists the profiles",
                kind: "unrecognised", status: .unusableData)
        }
        return profile
    }
}
