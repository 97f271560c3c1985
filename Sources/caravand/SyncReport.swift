import Polling
import Terminal
import Tracking

/// What a pass did, for people, for programs and for cron.
struct SyncReport {
    private let summary: PassSummary

    init(_ summary: PassSummary) {
        self.summary = summary
    }

    var json: JSONValue {
        let counts = summary.accounting
        return [
            "requests": .int(summary.requests), "messages": .int(summary.messages),
            "events": [
                "new": .int(counts.mapped), "duplicate": .int(counts.duplicate), "unmapped": .int(counts.unmapped),
                "rejected": .int(counts.rejected),
            ],
            "failures": .array(
                failures.map { key, count in
                    ["carrier": .string(key.carrier), "kind": .string(key.kind), "count": .int(count)]
                }),
        ]
    }

    /// Silent under cron unless something failed.
    func show(on console: Console, json wantsJSON: Bool) -> ExitStatus {
        if wantsJSON {
            console.write(json)
        } else if console.isTerminal {
            let counts = summary.accounting
            console.line(
                "\(summary.requests) requests, \(counts.mapped) new, \(counts.duplicate) known, "
                    + "\(counts.unmapped) unmapped, \(counts.rejected) rejected")
        }
        for (key, count) in failures {
            console.remark("could not ask \(SafeText.show(key.carrier)): \(key.kind), \(count) times")
        }
        return status
    }

    private var failures: [(PassSummary.FailureKey, Int)] {
        summary.failures.sorted { ($0.key.carrier, $0.key.kind) < ($1.key.carrier, $1.key.kind) }.map { ($0, $1) }
    }

    private var status: ExitStatus {
        guard !failures.isEmpty else { return .done }
        let failed = failures.reduce(0) { $0 + $1.1 }
        return failed >= summary.requests ? .nobodyAsked : .tryAgain
    }
}
