import Intake
import Store
import Terminal
import Tracking

/// Writes what is put beside a file that was put aside: what was understood, what was not, and what to do next.
struct InboxPaper {
    /// The zone in which the folder's people tell times.
    let zone: String

    func report(_ ending: InboxEnding) -> InboxReport {
        InboxReport(
            text: lines(ending).joined(separator: "\n") + "\n", json: json(ending).write(pretty: true) + "\n")
    }

    // MARK: For people

    private func lines(_ ending: InboxEnding) -> [String] {
        let bytes = ending.sha256.map { "SHA-256 \($0)" } ?? "\(ending.size) bytes"
        var lines = ["Report on \(SafeText.show(ending.name)), \(bytes)", "", "came      \(time(ending.cameAt))"]
        lines.append("read      \(time(ending.takenAt))")
        let way = ending.wanted.map { "the folder is for \(SafeText.show($0))" } ?? "its format was to be recognised"
        switch ending.outcome {
        case .taken(let result):
            lines += ["as        \(result.profile) (\(way))"] + account(result) + ["", "next      " + next(result)]
        case .rejected(let rejection):
            let place = rejection.object.map { "\(SafeText.show($0)): " } ?? ""
            lines += ["as        nothing (\(way))", "rejected  \(place)\(SafeText.show(rejection.reason))"]
            lines += rejection.result.map(account) ?? []
            lines += ["", "next      \(SafeText.show(rejection.remedy))"]
        }
        return lines
    }

    private func account(_ result: FileResult) -> [String] {
        let counts = result.accounting
        var lines = [
            "rows      \(counts.items): \(counts.mapped) new, \(counts.duplicate) known, \(counts.unmapped) unmapped, "
                + "\(counts.rejected) rejected",
            "links     \(result.links) new",
        ]
        if let message = result.message { lines.append("message   \(message)") }
        let total = result.problemCounts.values.reduce(0, +)
        guard total > 0 else { return lines }
        let kinds = result.problemCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        lines.append("problems  " + kinds.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
        lines += result.problems.map(Self.line)
        if total > result.problems.count { lines.append("  … \(total - result.problems.count) more") }
        return lines
    }

    private static func line(_ located: FileResult.Located) -> String {
        let problem = located.problem
        let column = problem.column.map { ", column \(SafeText.show($0))" } ?? ""
        let value = problem.value.map { " (\(SafeText.show($0, columns: 60)))" } ?? ""
        return "  \(SafeText.show(located.position))\(column): \(problem.severity.rawValue): "
            + SafeText.show(problem.reason) + value
    }

    private func next(_ result: FileResult) -> String {
        if result.accounting.rejected > 0 {
            return "correct these rows and put the file into the folder again; what is known is counted as known"
        }
        if result.accounting.unmapped > 0 {
            return "nothing is lost: what is unmapped is kept, and `caravan status` lists it"
        }
        return "nothing"
    }

    private func time(_ instant: Instant) -> String {
        EventTime(instant, in: zone)?.shown(in: nil) ?? instant.iso8601UTC
    }

    // MARK: For programs

    /// One file, with the fields of `caravan import --json` where it was read.
    func json(_ ending: InboxEnding) -> JSONValue {
        var members: [JSONMember] = [
            JSONMember("folder", .string(ending.folder)), JSONMember("file", .string(ending.name)),
            JSONMember("sha256", .string(ending.sha256)), JSONMember("cameAt", .string(ending.cameAt.iso8601UTC)),
            JSONMember("takenAt", .string(ending.takenAt.iso8601UTC)),
        ]
        if let movedTo = ending.movedTo { members.append(JSONMember("movedTo", .string(movedTo))) }
        switch ending.outcome {
        case .taken(let result): members += [JSONMember("error", .null)] + counts(result)
        case .rejected(let rejection):
            members += [
                JSONMember("error", .string(rejection.kindWord)), JSONMember("at", .string(rejection.object)),
                JSONMember("reason", .string(rejection.reason)), JSONMember("try", .string(rejection.remedy)),
            ]
            members += rejection.result.map(counts) ?? []
        }
        return .object(members)
    }

    private func counts(_ result: FileResult) -> [JSONMember] {
        let counts = result.accounting
        return [
            JSONMember("profile", .string(result.profile)), JSONMember("items", .int(counts.items)),
            JSONMember("mapped", .int(counts.mapped)), JSONMember("duplicate", .int(counts.duplicate)),
            JSONMember("unmapped", .int(counts.unmapped)), JSONMember("rejected", .int(counts.rejected)),
            JSONMember("links", .int(result.links)),
            JSONMember("message", .int(result.message.map { Int($0.rawValue) })),
            JSONMember("problems", .array(result.problems.map(problem))),
        ]
    }

    private func problem(_ located: FileResult.Located) -> JSONValue {
        [
            "position": .string(located.position), "kind": .string(located.problem.kind),
            "severity": .string(located.problem.severity.rawValue), "column": .string(located.problem.column),
            "value": .string(located.problem.value), "reason": .string(located.problem.reason),
        ]
    }
}
