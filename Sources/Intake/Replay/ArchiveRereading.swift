import Foundation
import Messages
import Store
import Tracking

/// Reads the archive from its beginning into a store of its own, and again what has come in since.
final class ArchiveRereading {
    /// Unpacked bytes from which on a message is read in stretches, for itself.
    private static let long = 1 << 20
    /// Messages, and their unpacked bytes, that are read at the same time.
    private static let (most, bytes) = (256, 4 << 20)

    let derived: DerivedStore
    private let reader: StoreReader
    private let crew: ReadingCrew
    private let sources: Set<Int64>?
    private let progress: (String) -> Void
    private var position = ArchivePosition()
    private(set) var account = ReplayResult.Reading()
    private var total = 0
    private var seen = 0

    init(
        reader: StoreReader, room: ReadingRoom, library: ProfileLibrary, sources: Set<Int64>?,
        progress: @escaping (String) -> Void
    ) throws {
        self.reader = reader
        self.sources = sources
        self.progress = progress
        derived = try DerivedStore(reading: ForgivingArchive(archive: Archive(room: room, library: library)))
        crew = ReadingCrew(room: room, library: library)
        total = try reader.read { try $0.countMessages() }
    }

    /// Messages that cannot be read any more.
    var unreadable: Set<MessageID> { Set(account.unreadable.map(\.message)) }

    /// Reads whatever has not been read yet.
    func catchUp() throws {
        let lane = SerialLane("caravan.replay")
        try readAll(lane)
        try lane.finish()
    }

    private func readAll(_ lane: SerialLane) throws {
        while true {
            let before = position
            let next = try reader.read { session in
                try derived.learnWords(of: session)
                return try session.packedMessages(after: &position, most: Self.most, bytes: Self.bytes)
                    .filter { try session.concerns($0.message, sources) }
            }
            if next.isEmpty, position.last == before.last { return }
            take(next, lane)
        }
    }

    private func take(_ messages: [PackedMessage], _ lane: SerialLane) {
        var short: [PackedMessage] = []
        for message in messages {
            seen += 1
            guard message.size >= Self.long else {
                short.append(message)
                continue
            }
            takeShort(short, lane)
            short = []
            takeLong(message, lane)
        }
        takeShort(short, lane)
        progress("\(seen) of \(max(seen, total)) messages read again")
    }

    private func takeShort(_ messages: [PackedMessage], _ lane: SerialLane) {
        guard !messages.isEmpty else { return }
        let outcomes = crew.read(messages)
        for (message, outcome) in zip(messages, outcomes) { note(message, outcome) }
        lane.add { [derived] in
            try derived.take(zip(messages, outcomes).map { ($0, $1.readable) })
        }
    }

    /// One that turns out unreadable halfway has left rows behind, which the comparison passes over.
    private func takeLong(_ message: PackedMessage, _ lane: SerialLane) {
        var items = ReplayResult.Items()
        lane.add { [derived] in try derived.begin(message) }
        let outcome = Result {
            try crew.read(message) { report in
                items.count(report)
                lane.add { [derived] in try derived.append(report) }
                progress("message \(message.message.id): \(items.items) items read again")
            }
        }
        lane.add { [derived] in try derived.finish() }
        switch outcome {
        case .success: note(message, items)
        case .failure(let error): refuse(message, error)
        }
    }

    private func note(_ message: PackedMessage, _ outcome: ReadingCrew.Outcome) {
        switch outcome {
        case .success(let reports):
            guard message.hasBody else { return account.notKept += 1 }
            var items = ReplayResult.Items()
            for report in reports { items.count(report) }
            note(message, items)
        case .failure(let error): refuse(message, error)
        }
    }

    private func note(_ message: PackedMessage, _ items: ReplayResult.Items) {
        account.messages += 1
        let profile = message.message.profile
        account.profiles[profile, default: ReplayResult.Items()].add(items)
    }

    private func refuse(_ message: PackedMessage, _ error: any Error) {
        let reason = (error as? any ExplainedFailure)?.reason ?? "\(error)"
        account.unreadable.append(
            ReplayResult.Unreadable(
                message: message.message.id, profile: message.message.profile, name: message.message.name,
                reason: reason))
    }
}

extension ReadingCrew.Outcome {
    /// What was read; nothing where it could not be read, which is told elsewhere.
    fileprivate var readable: [Report] {
        if case .success(let reports) = self { reports } else { [] }
    }
}

extension ReplayResult.Items {
    mutating func count(_ report: Report) {
        for item in report.items {
            items += 1
            if !item.saysSomething {
                if item.problems.contains(where: { $0.severity == .rejection }) { rejected += 1 } else { unmapped += 1 }
            } else if item.events.contains(where: { $0.milestone == .unmapped }) {
                unmapped += 1
            }
        }
    }

    mutating func add(_ other: ReplayResult.Items) {
        messages += 1
        items += other.items
        rejected += other.rejected
        unmapped += other.unmapped
    }
}
