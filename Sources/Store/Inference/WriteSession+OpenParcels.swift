import Foundation
import Tracking

/// Which parcels no paper puts into a container: kept up to date by looking at new subjects alone.
extension WriteSession {
    /// How far the looking has come.
    struct OpenState {
        var subjects: Int64 = 0
        var message: Int64 = 0
        var unfinished = "[]"
        var inferred: Int64 = 0
    }

    func openState() throws -> OpenState {
        let find = try statement("SELECT subjects, message, unfinished, inferred FROM inference_state WHERE id = 1")
            .bind()
        defer { find.finish() }
        guard try find.step() else { return OpenState() }
        return OpenState(
            subjects: find.integer(0), message: find.integer(1), unfinished: find.text(2), inferred: find.integer(3))
    }

    func save(_ state: OpenState) throws {
        try statement(
            """
            INSERT INTO inference_state (id, subjects, message, unfinished, inferred) VALUES (1, ?1, ?2, ?3, ?4)
            ON CONFLICT DO UPDATE SET subjects = ?1, message = ?2, unfinished = ?3, inferred = ?4
            """
        ).bind(.integer(state.subjects), .integer(state.message), .text(state.unfinished), .integer(state.inferred))
            .run()
    }

    /// The state from which this round looks on: from the first subject, where something that was told may not be told
    /// any more or has only now become visible, which subjects do not show.
    func nextOpenState() throws -> OpenState {
        var state = try openState()
        let complete = try single("SELECT coalesce(max(id), 0) FROM message WHERE complete = 1")
        let unfinished = try words(
            "SELECT json_group_array(id) FROM (SELECT id FROM message WHERE complete = 0 ORDER BY id)")
        if try unfinished != state.unfinished || hasTakenBack(since: state.message) { state.subjects = 0 }
        state.unfinished = unfinished
        state.message = complete
        return state
    }

    private func hasTakenBack(since message: Int64) throws -> Bool {
        let found = try statement(
            """
            SELECT EXISTS (SELECT 1 FROM message_end WHERE ended_by > ?1)
                OR EXISTS (SELECT 1 FROM link_retraction WHERE message > ?1)
                OR EXISTS (SELECT 1 FROM link INDEXED BY link_denied WHERE probability = 0 AND message > ?1)
            """
        ).bind(.integer(message))
        defer { found.finish() }
        return try found.step() && found.integer(0) == 1
    }

    private func single(_ sql: StaticString) throws -> Int64 {
        let find = try statement(sql).bind()
        defer { find.finish() }
        return try find.step() ? find.integer(0) : 0
    }

    private func words(_ sql: StaticString) throws -> String {
        let find = try statement(sql).bind()
        defer { find.finish() }
        return try find.step() ? find.text(0) : "[]"
    }
}

extension WriteSession {
    /// Looks at the next subjects, by their numbers.
    func lookForOpen(after subject: Int64, atMost count: Int64) throws -> (end: Int64, isLast: Bool) {
        let last = try single("SELECT coalesce(max(id), 0) FROM subject")
        let end = min(last, subject + count)
        // What is only another number of a parcel is no parcel of its own.
        try statement(
            """
            INSERT INTO inference_open SELECT s.id FROM subject AS s
            WHERE s.id > ?1 AND s.id <= ?2 AND s.kind = ?3
                AND NOT EXISTS (SELECT 1 FROM alias AS a WHERE a.alias = s.id AND a.by_hand IS NOT 0)
                AND NOT EXISTS (SELECT 1 FROM told_link AS t WHERE t.child = s.id AND t.kind = ?4)
                AND NOT EXISTS (
                    SELECT 1 FROM told_link AS b CROSS JOIN told_link AS c ON c.child = b.parent
                    WHERE b.child = s.id AND b.kind = ?5 AND c.kind = ?4)
            ON CONFLICT DO NOTHING
            """
        ).bind([.integer(subject), .integer(end)] + kinds).run()
        return (end, end >= last)
    }

    /// Sets aside what papers have told in the meantime; returns the last parcel looked at, nil at the end.
    func closeTold(after parcel: Int64, atMost count: Int) throws -> Int64? {
        let find = try statement(
            "SELECT max(parcel), count(*) FROM (SELECT parcel FROM inference_open WHERE parcel > ? ORDER BY parcel LIMIT ?)"
        ).bind(.integer(parcel), .int(count))
        let (last, found) = try find.step() ? (find.integer(0), find.integer(1)) : (0, 0)
        find.finish()
        guard found > 0 else { return nil }
        try statement(
            """
            DELETE FROM inference_open WHERE parcel > ?1 AND parcel <= ?2
                AND (EXISTS (SELECT 1 FROM alias AS a WHERE a.alias = parcel AND a.by_hand IS NOT 0)
                     OR EXISTS (SELECT 1 FROM told_link AS t WHERE t.child = parcel AND t.kind = ?4)
                     OR EXISTS (
                         SELECT 1 FROM told_link AS b CROSS JOIN told_link AS c ON c.child = b.parent
                         WHERE b.child = parcel AND b.kind = ?5 AND c.kind = ?4))
            """
        ).bind([.integer(parcel), .integer(last)] + kinds).run()
        return found < count ? nil : last
    }

    /// Parcel, container and bag, as both statements number them from the third on.
    private var kinds: [PreparedStatement.Value] {
        get throws {
            try [SubjectKind.parcel, .container, .bag].map { .integer(try terms.number($0.rawValue)) }
        }
    }

    func openCount() throws -> Int { Int(try single("SELECT count(*) FROM inference_open")) }

    func setAside(_ parcels: ArraySlice<Int64>) throws {
        for parcel in parcels {
            try statement("DELETE FROM inference_open WHERE parcel = ?").bind(.integer(parcel)).run()
        }
    }
}
