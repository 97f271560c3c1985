import Foundation

/// The table of Scripts/arrows.txt, read anew so that a test knows which walls there are.
struct ArrowTable {
    /// What each target may import.
    private(set) var allowed: [String: Set<String>] = [:]
    private(set) var targets: [String] = []

    init(root: URL) throws {
        let text = try String(contentsOf: root.appending(path: "Scripts/arrows.txt"), encoding: .utf8)
        var rows: [(name: String, isExact: Bool, modules: Set<String>)] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.split(separator: " ").map(String.init)
            rows.append((words[0], words[1] == "=", Set(words.dropFirst(2))))
        }
        let everywhere = rows.first { $0.name == "*" }?.modules ?? []
        for row in rows where row.name != "*" {
            targets.append(row.name)
            allowed[row.name] = row.isExact ? row.modules : row.modules.union(everywhere)
        }
    }

    /// Every module that stands in the table, and every target.
    var modules: [String] {
        allowed.values.reduce(into: Set(targets)) { $0.formUnion($1) }.sorted()
    }

    /// What a target may not import: each of them is a wall.
    func forbidden(to target: String) -> [String] {
        modules.filter { $0 != target && !(allowed[target] ?? []).contains($0) }
    }
}
