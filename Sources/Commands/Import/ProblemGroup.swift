import Intake
import Terminal
import Tracking

/// Problems of one file that say the same of several rows, told once.
struct ProblemGroup {
    private let first: FileResult.Located
    private(set) var count = 1

    private init(_ first: FileResult.Located) {
        self.first = first
    }

    /// In the order of the first of each.
    static func all(of problems: [FileResult.Located]) -> [ProblemGroup] {
        var groups: [ProblemGroup] = []
        var known: [[String]: Int] = [:]
        for located in problems {
            let problem = located.problem
            let key = [problem.kind, problem.severity.rawValue, problem.column ?? "", problem.reason]
            if let index = known[key] {
                groups[index].count += 1
            } else {
                known[key] = groups.count
                groups.append(ProblemGroup(located))
            }
        }
        return groups
    }

    var line: String {
        let column = first.problem.column.map { ", column \(SafeText.show($0))" } ?? ""
        let more = count > 1 ? "; the same in \(count - 1) more" : ""
        return "\(SafeText.show(first.position))\(column): \(first.problem.severity.rawValue): "
            + SafeText.show(first.problem.reason) + more
    }
}
