import Store
import Terminal
import Tracking

/// Draws the state of the database for people.
struct StatusText {
    let database: String
    let isAsking: Bool
    let now: Instant

    /// What is told, and what of it; safe already.
    func rows(_ status: DatabaseStatus) -> [[String]] {
        let kinds = status.subjects.sorted { $0.key < $1.key }.map {
            "\($0.value) \($0.key)\($0.value == 1 ? "" : "s")"
        }
        let last = status.lastMessageAt.map { Age.text(now.since($0)) + " ago" } ?? "never"
        let counts = status.accounting
        var rows = [
            ["database", "\(SafeText.show(database)), \(status.bytes / 1024) KiB"],
            ["daemon", isAsking ? "asking carriers" : "not running"],
            ["messages", "\(status.messages), last \(last)"],
            [
                "items",
                "\(counts.items): \(counts.mapped) mapped, \(counts.duplicate) duplicate, "
                    + "\(counts.unmapped) unmapped, \(counts.rejected) rejected",
            ],
            ["known", kinds.isEmpty ? "nothing yet" : kinds.joined(separator: ", ")],
            ["events", "\(status.events)"], ["links", "\(status.links)"],
        ]
        rows += status.carriers.map { ["carrier", carrier($0)] }
        rows += status.unmapped.map {
            [
                "unmapped",
                "\(SafeText.show($0.rawCode)) of \(SafeText.show($0.source)), \($0.count) event\($0.count == 1 ? "" : "s")",
            ]
        }
        rows += status.incomplete.map { ["cut short", "\(SafeText.show($0)); import it again to take it up"] }
        return rows
    }

    func carrier(_ queue: DatabaseStatus.CarrierQueue) -> String {
        var text = "\(SafeText.show(queue.state.carrier)): \(queue.watched) watched, \(queue.due) due"
        if let oldest = queue.oldestDue { text += ", oldest \(Age.text(now.since(oldest)))" }
        if let success = queue.state.lastSuccess { text += ", last answer \(Age.text(now.since(success))) ago" }
        for (kind, count) in queue.failing.sorted(by: { $0.key < $1.key }) { text += ", \(count) failing: \(kind)" }
        if queue.failing["certificate"] != nil { text += " (name the missing certificate as ca_file:)" }
        if let reason = queue.state.blockedReason { text += ", blocked: \(SafeText.show(reason))" }
        return text + rest(queue.state)
    }

    /// Why a carrier that has numbers due is not asked about them, as far as that is its own doing.
    private func rest(_ state: CarrierState) -> String {
        guard let notBefore = state.notBefore, notBefore > now else {
            return state.trips > 0 ? ", tried with one number at a time" : ""
        }
        return ", left alone for \(Age.text(notBefore.since(now)))"
            + (state.trips > 0 ? ", then tried with one number" : "")
    }
}
