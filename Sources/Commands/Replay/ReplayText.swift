import Intake
import Store
import Terminal
import Tracking

/// Tells people what a replay found.
struct ReplayText {
    let result: ReplayResult
    let isRehearsal: Bool

    /// Messages that are named one by one when they cannot be read.
    private static let most = 10

    var lines: [String] {
        let reading = result.reading
        var lines = [
            "\(CountText.of(reading.messages)) messages read again, \(CountText.of(reading.items)) items"
                + (items.isEmpty ? "" : ": \(items)")
        ]
        if reading.notKept > 0 {
            lines.append("\(CountText.of(reading.notKept)) only repeated what was known, so their bytes were not kept")
        }
        for one in reading.unreadable.prefix(Self.most) {
            let name = one.name.map { " (\(SafeText.show($0)))" } ?? ""
            lines.append("message \(one.message)\(name) stays as it is: \(SafeText.show(one.reason))")
        }
        if reading.unreadable.count > Self.most {
            let more = reading.unreadable.count - Self.most
            lines.append("and \(CountText.of(more)) more messages stay as they are, which cannot be read again")
        }
        return lines + [outcome]
    }

    private var items: String {
        let sums = result.reading.profiles.values.reduce(into: (unmapped: 0, rejected: 0)) { sums, items in
            sums.unmapped += items.unmapped
            sums.rejected += items.rejected
        }
        return [(sums.unmapped, "unmapped"), (sums.rejected, "rejected")].filter { $0.0 > 0 }
            .map { "\(CountText.of($0.0)) \($0.1)" }.joined(separator: ", ")
    }

    private var outcome: String {
        guard result.came + result.went > 0 else { return "nothing to correct" }
        let counts = "\(CountText.of(result.came)) came, \(CountText.of(result.went)) went"
        if isRehearsal { return "would be corrected: " + counts + "; nothing was changed" }
        guard let first = result.corrections.first, let last = result.corrections.last else { return counts }
        let messages = first == last ? "message \(first)" : "messages \(first) to \(last)"
        return "corrected: \(counts), by \(messages)"
    }

    var table: TextTable {
        var table = TextTable([
            "what", "source", "profile", "detail", TableColumn("came", alignment: .trailing),
            TableColumn("went", alignment: .trailing),
        ])
        for difference in result.differences {
            let sort = difference.sort
            table.append([
                .text(sort.what), .text(sort.source), .text(sort.profile), .text(sort.detail),
                .integer(difference.came), .integer(difference.went),
            ])
        }
        return table
    }
}
