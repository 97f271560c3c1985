public import Tracking

/// An earlier file of the same source of which a later one repeats a part: perhaps it was its new version.
public struct OlderVersion: Sendable {
    public var message: MessageID
    /// Links of parcels and bags that both state.
    public var repeated: Int
    /// Parcels that the earlier file put into what both name, and the later one names nowhere.
    public var lacking: [Subject]
}

extension ReadSession {
    /// The earlier files of which a message looks like a new version: of what both put something into, it repeats some
    /// and lacks some.
    ///
    /// - Parameter parents: what the message put something into.
    public func olderVersions(of message: MessageID, parents: Set<Subject>) throws -> [OlderVersion] {
        let find = try statement("SELECT source, received_at FROM message WHERE id = ?").bind(
            .integer(message.rawValue))
        guard try find.step() else { return [] }
        let (source, receivedAt) = (find.integer(0), find.integer(1))
        find.finish()
        var search = OlderSearch(session: self, message: message.rawValue, source: source, receivedAt: receivedAt)
        for parent in parents {
            guard let stored = try stored(parent) else { continue }
            try search.look(into: stored.id)
        }
        return try search.result()
    }
}

/// Goes through what both name. A link that was told again bears when; one that was not is lacking.
private struct OlderSearch {
    let session: ReadSession
    let message: Int64
    let source: Int64
    let receivedAt: Int64
    private var repeated: [Int64: Int] = [:]
    private var lacking: [Int64: Set<Int64>] = [:]

    init(session: ReadSession, message: Int64, source: Int64, receivedAt: Int64) {
        self.session = session
        self.message = message
        self.source = source
        self.receivedAt = receivedAt
    }

    mutating func look(into parent: Int64) throws {
        let rows = try session.statement(
            "SELECT child, message, told_at FROM link WHERE parent = ? AND source = ? AND message < ?"
        ).bind(.integer(parent), .integer(source), .integer(message))
        while try rows.step() {
            if rows.optionalInteger(2) == receivedAt {
                repeated[rows.integer(1), default: 0] += 1
            } else {
                lacking[rows.integer(1), default: []].insert(rows.integer(0))
            }
        }
    }

    func result() throws -> [OlderVersion] {
        try lacking.sorted { $0.key < $1.key }.compactMap { old, children in
            guard let count = repeated[old] else { return nil }
            var parcels: Set<Int64> = []
            for child in children { try add(child, of: old, to: &parcels, depth: 0) }
            guard !parcels.isEmpty else { return nil }
            let subjects = try parcels.compactMap { try session.subject($0)?.subject }.sorted { $0.code < $1.code }
            return OlderVersion(message: MessageID(rawValue: old), repeated: count, lacking: subjects)
        }
    }

    /// A parcel, or those of a bag or container, that the message names nowhere.
    private func add(_ child: Int64, of old: Int64, to parcels: inout Set<Int64>, depth: Int) throws {
        guard depth < 4, try !isNamed(child) else { return }
        if try session.subject(child)?.subject.kind == .parcel {
            parcels.insert(child)
            return
        }
        let rows = try session.statement("SELECT child FROM link WHERE parent = ? AND source = ? AND message = ?")
            .bind(.integer(child), .integer(source), .integer(old))
        var inner: [Int64] = []
        while try rows.step() { inner.append(rows.integer(0)) }
        for next in inner { try add(next, of: old, to: &parcels, depth: depth + 1) }
    }

    private func isNamed(_ child: Int64) throws -> Bool {
        let rows = try session.statement(
            "SELECT 1 FROM link WHERE child = ? AND source = ? AND (message = ? OR told_at = ?) LIMIT 1"
        ).bind(.integer(child), .integer(source), .integer(message), .integer(receivedAt))
        defer { rows.finish() }
        return try rows.step()
    }
}
