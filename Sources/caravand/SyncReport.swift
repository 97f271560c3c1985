import Intake
import Polling
import Store
import Terminal
import Tracking

/// What a pass did, for people, for programs and for cron.
struct SyncReport {
    private let summary: PassSummary
    /// Nil when no folder was to be read.
    private let inbox: InboxSummary?
    /// Nil when links were not worked out.
    private let inference: InferenceReport?
    private let zone: String

    init(_ summary: PassSummary, _ inbox: InboxSummary?, _ inference: InferenceReport?, _ office: Office) {
        self.inference = inference
        self.summary = summary
        self.inbox = inbox
        zone = office.room.reportZone
    }

    var json: JSONValue {
        guard let inbox, case .object(let members) = pollingJSON else { return pollingJSON }
        let paper = InboxPaper(zone: zone)
        return .object(
            members + [
                JSONMember("files", .array(inbox.endings.map(paper.json))),
                JSONMember(
                    "obstacles",
                    .array(
                        inbox.obstacles.map {
                            ["path": .string($0.path), "kind": .string($0.kindWord), "reason": .string($0.reason)]
                        })),
            ])
    }

    private var pollingJSON: JSONValue {
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
            "inference": inference.map(inferenceJSON) ?? .null,
        ]
    }

    private func inferenceJSON(_ report: InferenceReport) -> JSONValue {
        [
            "open": .int(report.open), "new": .int(report.change.added), "ended": .int(report.change.ended),
            "scored": .int(report.change.scored),
            "withheld": .array(
                report.withheld.map { ["rule": .string($0.rule), "count": .int($0.count)] }),
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
            for ending in inbox?.endings ?? [] where !ending.wantsAttention { console.line(InboxLines.line(ending)) }
            if let line = inference?.line { console.line(line) }
        }
        for ending in inbox?.endings ?? [] where ending.wantsAttention { console.remark(InboxLines.line(ending)) }
        for obstacle in inbox?.obstacles ?? [] { console.remark(InboxLines.line(obstacle)) }
        for (key, count) in failures {
            console.remark("could not ask \(SafeText.show(key.carrier)): \(key.kind), \(count) times")
        }
        if failures.contains(where: { $0.0.kind == "certificate" }) {
            // Checking is never switched off: a chain that the server sends in part is completed by hand.
            console.remark(
                "try: put the certificate that its server leaves out, or that of its own authority, into a file and "
                    + "name it as ca_file: of the carrier")
        }
        return status
    }

    private var failures: [(PassSummary.FailureKey, Int)] {
        summary.failures.sorted { ($0.key.carrier, $0.key.kind) < ($1.key.carrier, $1.key.kind) }.map { ($0, $1) }
    }

    private var status: ExitStatus {
        guard !failures.isEmpty else { return inboxStatus }
        let failed = failures.reduce(0) { $0 + $1.1 }
        return failed >= summary.requests ? .nobodyAsked : .tryAgain
    }

    private var inboxStatus: ExitStatus {
        guard let inbox else { return .done }
        if let obstacle = inbox.obstacles.first {
            // A folder that is not there is a mistake of the settings or of a mount; the rest may pass.
            return obstacle.kind == .noSuchFolder ? .noSuchFile : .tryAgain
        }
        return inbox.endings.contains(where: \.wantsAttention) ? .attention : .done
    }
}
