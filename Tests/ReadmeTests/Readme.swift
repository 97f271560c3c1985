import Foundation

/// README.md, as far as tests hold it to its word.
struct Readme {
    /// The folder of Package.swift.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let lines: [String]

    init() throws {
        let text = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The commands of all ```console blocks, in order.
    var commands: [ReadmeCommand] {
        var commands: [ReadmeCommand] = []
        var isInside = false
        for (index, line) in lines.enumerated() {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                commands.append(ReadmeCommand(line: index + 1, text: String(line.dropFirst(2))))
            } else if isInside, let last = commands.indices.last {
                commands[last].append(line)
            }
        }
        return commands
    }

    /// What stands in backquotes in the first cell of each row of the tables under a heading.
    func names(under heading: String) -> [String] {
        guard let start = lines.firstIndex(where: { $0.hasPrefix("#") && $0.hasSuffix(" " + heading) }) else {
            return []
        }
        let section = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
        return section.filter { $0.hasPrefix("| `") }.compactMap { row in
            row.split(separator: "`").dropFirst().first.map(String.init)
        }
    }

    /// The first cell of each row of the table under a heading, below its title.
    func cells(under heading: String) -> [String] {
        guard let start = lines.firstIndex(where: { $0.hasPrefix("#") && $0.hasSuffix(" " + heading) }) else {
            return []
        }
        let rows = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }.filter { $0.hasPrefix("|") }
        return rows.dropFirst(2).compactMap { row in
            row.split(separator: "|").first.map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }
}
