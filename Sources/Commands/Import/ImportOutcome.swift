import Intake
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

    var json: JSONValue {
        switch self {
        case .taken(let result): taken(result)
        case .failed(let file, let failure):
            [
                "file": .string(file), "profile": .null, "items": 0, "mapped": 0, "duplicate": 0, "unmapped": 0,
                "rejected": 0, "links": 0, "error": .string(failure.kind), "reason": .string(failure.why),
            ]
        }
    }

    private func taken(_ result: FileResult) -> JSONValue {
        let counts = result.accounting
        return [
            "file": .string(result.file), "profile": .string(result.profile), "items": .int(counts.items),
            "mapped": .int(counts.mapped), "duplicate": .int(counts.duplicate), "unmapped": .int(counts.unmapped),
            "rejected": .int(counts.rejected), "links": .int(result.links),
            "message": .int(result.message.map { Int($0.rawValue) }),
            "problems": .array(result.problems.map(problem)),
        ]
    }

    private func problem(_ located: FileResult.Located) -> JSONValue {
        [
            "position": .string(located.position), "kind": .string(located.problem.kind),
            "severity": .string(located.problem.severity.rawValue), "column": .string(located.problem.column),
            "value": .string(located.problem.value), "reason": .string(located.problem.reason),
        ]
    }

    var lines: [String] {
        guard case .taken(let result) = self else { return [] }
        let counts = result.accounting
        var lines = [
            "\(SafeText.show(result.file))  \(result.profile): \(counts.items) rows, \(counts.mapped) new, "
                + "\(counts.duplicate) known, \(counts.unmapped) unmapped, \(counts.rejected) rejected, "
                + "\(result.links) new links"
        ]
        lines += result.problems.prefix(20).map { located in
            let column = located.problem.column.map { ", column \(SafeText.show($0))" } ?? ""
            return "  \(SafeText.show(located.position))\(column): \(located.problem.severity.rawValue): "
                + SafeText.show(located.problem.reason)
        }
        let total = result.problemCounts.values.reduce(0, +)
        if total > 20 { lines.append("  … \(total - 20) more; --json lists the first hundred") }
        return lines
    }
}

extension FileResult {
    /// Whether any row was not taken, though others of its item were.
    var hasRejectedRows: Bool { problems.contains { $0.problem.severity == .rejection } }
}
