import Tracking

extension WriteSession {
    func watchInbox(_ folder: String, now: Instant) throws {
        try statement("INSERT INTO inbox (folder, watched_since) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .bind(.text(folder), .integer(now.milliseconds)).run()
    }

    /// A file that came before the last one, and is taken only now, does not become the last.
    func note(_ change: InboxChange, inbox folder: String) throws {
        switch change {
        case .arrived(let at, let name, let message):
            try statement(
                """
                UPDATE inbox SET last_arrival = ?2, last_name = ?3, last_message = ?4
                WHERE folder = ?1 AND coalesce(last_arrival, ?2) <= ?2
                """
            ).bind(
                .text(folder), .integer(at.milliseconds), .text(name), .optional(message?.rawValue)
            ).run()
        case .rejected(let at, let name, let reason):
            try statement(
                """
                UPDATE inbox SET last_rejection = ?2, rejected_name = ?3, rejected_reason = ?4
                WHERE folder = ?1 AND coalesce(last_rejection, ?2) <= ?2
                """
            ).bind(.text(folder), .integer(at.milliseconds), .text(name), .text(reason)).run()
        case .troubled(let trouble):
            try statement("UPDATE inbox SET trouble = ? WHERE folder = ?")
                .bind(.optional(trouble), .text(folder)).run()
        }
    }
}
