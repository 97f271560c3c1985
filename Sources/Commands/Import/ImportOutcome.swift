import Intake
import Store
import Terminal
import Tracking

/// How the import of one file ended.
enum ImportOutcome {
    case taken(FileResult)
    case failed(String, CommandFailure)

    static func status(of outcomes: [ImportOutcome]) -> ExitStatus {
        let failures = outcomes.compactMap { if case .failed(_, let failure) = $0 { failure.status } else { nil } }
        if failures.count == outcomes.count, let first = failures.first { return first }
        let results = outcomes.compactMap { if case .taken(let result) = $0 { result } else { nil } }
        if results.allSatisfy({ $0.accounting.items > 0 && $0.accounting.rejected == $0.accounting.items }),
            !results.isEmpty
        {
            return .unusableData
        }
        let hasRejected = results.contains { $0.accounting.rejected > 0 || $0.hasRejectedRows }
        return failures.isEmpty && !hasRejected ? .done : .attention
    }

    func json(isRehearsal: Bool) -> JSONValue {
        switch self {
        case .taken(let result): taken(result, isRehearsal)
        case .failed(let file, let failure):
            [
                "file": .string(file), "profile": .null, "items": 0, "mapped": 0, "duplicate": 0, "unmapped": 0,
                "rejected": 0, "links": 0, "error": .string(failure.kind), "reason": .string(failure.why),
            ]
        }
    }

    private func taken(_ result: FileResult, _ isRehearsal: Bool) -> JSONValue {
        let counts = result.accounting
        var members = [
            JSONMember("problems", .array(result.problems.map(problem))), JSONMember("replaced", replaced(result)),
            JSONMember("lacking", .array(result.olderVersions.map(older))),
        ]
        if isRehearsal { members += rehearsed(result) }
        guard case .object(let head) = head(result, counts) else { return .null }
        return .object(head + members)
    }

    private func rehearsed(_ result: FileResult) -> [JSONMember] {
        let kinds = result.newSubjects.sorted { $0.key.rawValue < $1.key.rawValue }
        return [
            JSONMember("dryRun", true),
            JSONMember("newSubjects", .object(kinds.map { JSONMember($0.key.rawValue, .int($0.value)) })),
            JSONMember("newNumbers", .array(result.newLargeSubjects.map { .string($0.description) })),
        ]
    }

    private func replaced(_ result: FileResult) -> JSONValue {
        result.withdrawal.map { WithdrawalText($0).json(by: result.message) } ?? .null
    }

    private func older(_ version: OlderVersion) -> JSONValue {
        [
            "message": .int(Int(version.message.rawValue)), "repeated": .int(version.repeated),
            "parcels": .array(version.lacking.map { .string($0.code) }),
        ]
    }

    private func head(_ result: FileResult, _ counts: Accounting) -> JSONValue {
        [
            "file": .string(result.file), "profile": .string(result.profile), "items": .int(counts.items),
            "mapped": .int(counts.mapped), "duplicate": .int(counts.duplicate), "unmapped": .int(counts.unmapped),
            "rejected": .int(counts.rejected), "links": .int(result.links),
            "message": .int(result.message.map { Int($0.rawValue) }),
        ]
    }

    private func problem(_ located: FileResult.Located) -> JSONValue {
        [
            "position": .string(located.position), "kind": .string(located.problem.kind),
            "severity": .string(located.problem.severity.rawValue), "column": .string(located.problem.column),
            "value": .string(located.problem.value), "reason": .string(located.problem.reason),
        ]
    }

    func lines(isRehearsal: Bool) -> [String] {
        guard case .taken(let result) = self else { return [] }
        let counts = result.accounting
        var lines = [
            (isRehearsal ? "would import " : "")
                + "\(SafeText.show(result.file))  \(result.profile): \(counts.items) rows, \(counts.mapped) new, "
                + "\(counts.duplicate) known, \(counts.unmapped) unmapped, \(counts.rejected) rejected, "
                + "\(result.links) new links"
        ]
        let groups = ProblemGroup.all(of: result.problems)
        lines += groups.prefix(20).map { "  " + $0.line }
        let total = result.problemCounts.values.reduce(0, +)
        if let withdrawal = result.withdrawal { lines += WithdrawalText(withdrawal).lines.map { "  " + $0 } }
        if isRehearsal { lines += newLines(result) }
        let shown = groups.prefix(20).reduce(0) { $0 + $1.count }
        if total > shown { lines.append("  … \(total - shown) more; --json lists the first hundred") }
        return lines
    }
}

extension ImportOutcome {
    /// What a person must not miss: parcels that an earlier version named and this one does not.
    var remarks: [String] {
        guard case .taken(let result) = self else { return [] }
        let dropped = result.withdrawal.flatMap { WithdrawalText($0).lackingLine }.map { ["remark: " + $0] } ?? []
        return dropped + result.olderVersions.map(remark)
    }

    private func remark(_ version: OlderVersion) -> String {
        guard case .taken(let result) = self else { return "" }
        let (old, count) = (version.message, version.lacking.count)
        let names = version.lacking.prefix(5).map { SafeText.show($0.code) }.joined(separator: ", ")
        let file = SafeText.show(result.file)
        return "remark: \(file) looks like a new version of message \(old) and lacks \(count) of its parcels: \(names)"
            + "\(count > 5 ? ", …" : ""); if it is one: caravan import --replaces \(old) \(file)"
    }

    private func newLines(_ result: FileResult) -> [String] {
        let kinds = SubjectKind.allCases.compactMap { kind in
            result.newSubjects[kind].map { "\($0) \(kind.rawValue)\($0 == 1 ? "" : "s")" }
        }
        guard !kinds.isEmpty else { return ["  names nothing new"] }
        let large = result.newLargeSubjects.prefix(12).map { SafeText.show($0.code) }.joined(separator: ", ")
        let more = result.newLargeSubjects.count > 12 ? ", …" : ""
        return ["  new: " + kinds.joined(separator: ", ") + (large.isEmpty ? "" : ": \(large)\(more)")]
    }
}

extension FileResult {
    /// Whether any row was not taken, though others of its item were.
    var hasRejectedRows: Bool { problems.contains { $0.problem.severity == .rejection } }
}
