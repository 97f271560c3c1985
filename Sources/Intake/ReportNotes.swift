import Messages
import Store
import Tracking

/// What is noted of a file while it is read: its first problems whole and how many of each kind, and what it puts
/// something into.
struct ReportNotes {
    static let most = 100
    private var first: [FileResult.Located] = []
    private var counts: [String: Int] = [:]
    /// Links that were reported, new or not.
    private(set) var links = 0
    private(set) var parents: Set<Subject> = []
    private var last: Subject?

    mutating func note(_ report: Report) {
        for item in report.items {
            for problem in item.problems {
                counts[problem.kind, default: 0] += 1
                if first.count < Self.most { first.append(.init(position: item.position, problem: problem)) }
            }
            links += item.links.count
            for link in item.links where link.parent != last {
                // The rows of one bag follow one another.
                last = link.parent
                parents.insert(link.parent)
            }
        }
    }

    /// What concerns the file as a whole is told even when its rows have filled the list.
    mutating func note(_ notes: [ReadSummary.Note]) {
        for note in notes {
            counts[note.problem.kind, default: 0] += 1
            first.insert(.init(position: note.position, problem: note.problem), at: 0)
        }
    }

    func result(_ name: String, _ profile: Profile, _ receipt: Receipt) -> FileResult {
        FileResult(
            file: name, profile: profile.name, message: receipt.message, accounting: receipt.accounting,
            links: receipt.links, problems: first, problemCounts: counts)
    }
}
