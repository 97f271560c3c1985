import Intake
import Store
import Terminal
import Tracking

/// Draws how it stands with the folders for people.
struct InboxText {
    let zone: String
    let now: Instant

    func rows(_ states: [InboxState]) -> [[String]] {
        states.lateSources(now: now).map(late) + states.flatMap(rows)
    }

    private func late(_ late: LateSource) -> [String] {
        [
            "LATE",
            "\(SafeText.show(late.source.name)): nothing since \(time(late.since)) was due, "
                + "\(Age.text(now.since(late.since))) ago",
        ]
    }

    private func rows(_ state: InboxState) -> [[String]] {
        let folder = SafeText.show(state.folder)
        var rows = [["inbox", "\(folder): \(arrival(state))"]]
        let contents = state.contents
        if !contents.rejected.isEmpty {
            rows.append(["rejected", "\(folder)/rejected: \(files(contents.rejected))"])
        }
        if let rejection = newRejection(state) {
            rows.append([
                "rejected",
                "\(folder): \(SafeText.show(rejection.name)) came \(time(rejection.at)): "
                    + SafeText.show(rejection.reason),
            ])
        }
        if !contents.waiting.isEmpty { rows.append(["waiting", "\(folder): \(files(contents.waiting))"]) }
        if !contents.leftAlone.isEmpty { rows.append(["left alone", "\(folder): \(files(contents.leftAlone))"]) }
        if let hidden = contents.hidden {
            rows.append(["not seen", "\(folder): this account cannot look into it: \(SafeText.show(hidden))"])
        }
        if let trouble = contents.trouble ?? state.record?.trouble {
            rows.append(["in the way", "\(folder): \(SafeText.show(trouble))"])
        }
        return rows
    }

    /// What came after the last file that could be used, and could not be.
    private func newRejection(_ state: InboxState) -> InboxRecord.Rejection? {
        guard let rejection = state.record?.lastRejection else { return nil }
        if let last = state.lastArrival, last.at >= rejection.at { return nil }
        return rejection
    }

    private func arrival(_ state: InboxState) -> String {
        var text = "no file yet"
        if let last = state.lastArrival {
            let way = last.throughFolder ? "" : ", brought another way"
            text = "last \(SafeText.show(last.name)), \(Age.text(now.since(last.at))) ago\(way)"
        }
        if state.record == nil { text += "; never read yet, `caravand` does that" }
        if let expect = state.expect { text += "; expected \(expect)" }
        if let at = state.source.expectedAt, at > now { text += ", next by \(time(at))" }
        return text
    }

    private func files(_ names: [String]) -> String {
        let shown = names.prefix(5).map { SafeText.show($0) }.joined(separator: ", ")
        return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
    }

    private func time(_ instant: Instant) -> String {
        EventTime(instant, in: zone)?.shown(in: nil) ?? instant.iso8601UTC
    }
}
