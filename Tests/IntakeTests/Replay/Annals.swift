import Intake
import Messages
import Store
import TestSupport
import Tracking

/// A store to which random things happen: files, answers, people's words, messages taken back and replaced.
final class Annals {
    static let begin = Instant(seconds: 1_795_176_000)

    let folder: TemporaryFolder
    let path: String
    let writer: StoreWriter
    let library: ProfileLibrary
    private let files: FileIntake
    private let persons: PersonIntake
    private let reader: AnswerReader
    private let teller: Profile
    var random: SeededGenerator
    private var told: [String] = []
    private var steps = 0
    /// Whether messages may be dated before earlier ones.
    private let inOrder: Bool

    init(seed: UInt64, inOrder: Bool, profile: String = TellerProfile.text) throws {
        folder = try TemporaryFolder()
        path = folder.path("caravan.db")
        writer = try StoreWriter(path: path)
        teller = try Profile(yaml: profile, file: "teller.yaml")
        library = try ProfileLibrary(user: [teller])
        files = FileIntake(writer: writer, room: ReadingRoom(), library: library)
        persons = PersonIntake(writer: writer, room: ReadingRoom(), library: library)
        reader = try AnswerReader(profile: teller, source: "line-a", room: ReadingRoom())
        random = SeededGenerator(seed: seed)
        self.inOrder = inOrder
    }

    /// When the next thing happens.
    var now: Instant { Self.begin.advanced(by: .seconds(60 * Int64(steps))) }

    /// Lets something happen; returns when.
    @discardableResult
    func goOn() async throws -> Instant {
        steps += 1
        let at = inOrder ? now : Self.begin.advanced(by: .seconds(60 * Int64.random(in: 0...20, using: &random)))
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<7: _ = try files.take(body(), name: "\(steps).json", profile: teller, receivedAt: at)
        case 7..<13: try await answer(at)
        case 13..<15: try say(record(), at)
        case 15: try say(pair(), at)
        case 16: if let line = try retraction() { try say(line, at) }
        case 17..<19: if let line = try undoing() { try say(line, at) }
        default: try replace(at)
        }
        return at
    }

    /// What came before comes again in one of four.
    private func body() -> [UInt8] {
        var story = Storyteller(random: random)
        defer { random = story.random }
        if !told.isEmpty, story.chance(0.25) { return Array(story.one(told).utf8) }
        let text = story.message()
        told.append(text)
        return Array(text.utf8)
    }

    private func answer(_ at: Instant) async throws {
        let part = try await reader.read(body(), asked: [], receivedAt: at)
        _ = try writer.acceptAndWait([Delivery(parts: [part])])
    }

    private func say(_ line: String, _ at: Instant) throws {
        let said = String(line.dropLast(2)) + #", "said": "\#(steps)"}}"#
        _ = try persons.hear(said, person: ["anna", "boris"][Int.random(in: 0...1, using: &random)], at: at)
    }

    private func record() -> String {
        var story = Storyteller(random: random)
        defer { random = story.random }
        let box = story.one(Storyteller.boxes)
        return """
            {"record": {"kind": "container", "scheme": "iso6346", "code": "\(box)", "milestone": "departed", \
            "at": "\(story.time())", "classifier": "actual"}}
            """
    }

    private func pair() -> String {
        var story = Storyteller(random: random)
        defer { random = story.random }
        let (parcel, box) = (story.one(Storyteller.parcels), story.one(Storyteller.boxes))
        let child = #"{"kind": "parcel", "scheme": "number", "code": "\#(parcel)"}"#
        if story.chance(0.5) {
            let word = story.one(["link", "link", "unlink"])
            let parent = #"{"kind": "container", "scheme": "iso6346", "code": "\#(box)"}"#
            return #"{"\#(word)": {"child": \#(child), "parent": \#(parent)}}"#
        }
        let word = story.one(["alias", "alias", "unalias"])
        let other = #"{"kind": "parcel", "scheme": "number", "code": "L\#(story.one(["1", "2"]))"}"#
        return #"{"\#(word)": {"subject": \#(child), "alias": \#(other), "role": "last-mile"}}"#
    }

    private func retraction() throws -> String? {
        let events = try StoreReader(path: path).read { session in
            try Storyteller.boxes.flatMap { try session.subjects(code: $0) }.flatMap { try session.ownEvents(of: $0) }
        }
        let keys = events.map(\.key).sorted { $0.words.lexicographicallyPrecedes($1.words) }
        guard let key = keys.randomElement(using: &random) else { return nil }
        return """
            {"retract": {"kind": "\(key.subject.kind.rawValue)", "scheme": "\(key.subject.scheme.rawValue)", \
            "code": "\(key.subject.code)", "occurred_at": "\(key.occurredAt.iso8601UTC)", "source": "\(key.source)", \
            "source_id": "\(key.sourceID)", "raw_code": "\(key.rawCode)", "classifier": "\(key.classifier.rawValue)"}}
            """
    }

    private func undoing() throws -> String? {
        guard let old = try anyMessage(.file, .person) else { return nil }
        return #"{"undo": {"source": "\#(old.source)", "sha256": "\#(Self.digits(old.sha256))"}}"#
    }

    private func replace(_ at: Instant) throws {
        let new = body()
        guard let old = try anyMessage(.file), old.sha256 != Fingerprint.sha256(new) else { return }
        let said = """
            {"replace": {"source": "\(old.source)", "sha256": "\(Self.digits(old.sha256))", \
            "replacement": "\(Self.digits(Fingerprint.sha256(new)))", "said": "\(steps)"}}
            """
        _ = try files.take(
            new, name: "\(steps).json", profile: teller, receivedAt: at,
            replacing: Replacement(said: said, person: "anna"))
    }

    /// A message that may be taken back.
    private func anyMessage(_ channels: Message.Channel...) throws -> ArchivedMessage? {
        let messages = try StoreReader(path: path).read { session in
            try (1...max(1, session.countMessages() + 20)).compactMap {
                try session.archived(MessageID(rawValue: Int64($0)))
            }
        }
        return messages.filter { message in
            let body = String(decoding: message.body ?? [], as: UTF8.self)
            let hasEnd = !["retract", "undo", "replace"].contains { body.hasPrefix("{\"\($0)\"") }
            return channels.contains(message.channel) && message.endedBy == nil && message.body != nil && hasEnd
        }.randomElement(using: &random)
    }

    private static func digits(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Annals {
    func replay(_ library: ProfileLibrary? = nil, limits: ReplayLimits = ReplayLimits(), keeps: Bool = true) throws
        -> ReplayResult
    {
        try Replay(
            writer: writer, room: ReadingRoom(), library: library ?? self.library, limits: limits, person: "operator",
            now: now
        ).run(keeps: keeps)
    }

    func digest() throws -> String { try StoreReader(path: path).read { try $0.digest() } }

    /// What is answered about everybody in the story.
    func answers(asOf: Instant? = nil) throws -> [String] {
        try StoreReader(path: path).read(asOf: asOf) { session in
            try (Storyteller.boxes + Storyteller.parcels + ["L1", "L2", "X8157@2026-11-20"]).map { code in
                let dossiers = try session.subjects(code: code).map { try session.dossier(of: $0) }
                let told = dossiers.flatMap { dossier in
                    dossier.events.map { "\($0)" } + dossier.links.map { "\($0)" } + dossier.aliases.map { "\($0)" }
                        + dossier.facts.map { "\($0)" }
                }
                let timelines = dossiers.map { Timeline($0) { Places.corridor.place(for: $0) } }.filter { timeline in
                    !(timeline.entries.isEmpty && timeline.links.isEmpty && timeline.numbers.isEmpty)
                }
                return "\(code) \(told.sorted()) \(timelines)"
            }
        }
    }

    /// Every table whole, without what only says when something was told again.
    func rows() throws -> [String] { try TableDump.of(path) }

    /// The rows of what is and was believed.
    func believed() throws -> [String] {
        let tables = ["event", "link", "alias", "fact"].flatMap { ["\($0) ", "past_\($0) "] }
        return try rows().filter { row in tables.contains { row.hasPrefix($0) } }
            .map { $0.replacing(#/ told_at:[0-9NUL]+/#, with: "") }
    }

    /// Reads what lies in the archive and takes it as it was taken; returns how many messages.
    func bringEverythingAgain() throws -> Int {
        let messages = try StoreReader(path: path).read { session in
            try (1...200).compactMap { try session.archived(MessageID(rawValue: $0)) }
        }
        var count = 0
        for message in messages where message.channel != .person && message.endedBy == nil {
            guard let body = message.body, let profile = library.profile(named: message.profile) else { continue }
            var report = Report()
            _ = try MessageReader(profile: profile, places: .corridor, reportZone: "Asia/Shanghai")
                .read(body, asked: message.asked, receivedAt: message.receivedAt) { report.items += $0.items }
            let again = Message(
                channel: message.channel, source: message.source, profile: message.profile, asked: message.asked,
                receivedAt: message.receivedAt, sha256: message.sha256, body: body)
            _ = try writer.acceptAndWait([Delivery(parts: [.init(message: again, report: report)])])
            count += 1
        }
        return count
    }
}
