import ArgumentParser
import Terminal

/// `zones`, which no help lists: the offsets this program knows, to compare it as it was linked with a table.
struct ListOffsets: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zones", abstract: "Prints the offset of each ZONE INSTANT line of standard input.",
        shouldDisplay: false)

    func run() throws {
        _ = try Console.zones()
        while let line = readLine() {
            guard !line.isEmpty else { continue }
            guard let answer = ZoneOffsets.answer(line) else {
                throw Console.failure(
                    "cannot tell: \(line)", attempt: "a line like: Asia/Almaty 2026-11-20T00:00:00Z", code: 1)
            }
            try Console.say(answer)
        }
    }
}
