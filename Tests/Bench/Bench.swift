import Foundation

/// Measures the product against baselines in the same run, and prints one table.
@main
enum Bench {
    /// What was measured is not what was meant to be.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    private static let chapters: [(name: String, run: @Sendable (Surroundings) async throws -> [Figure])] = [
        ("polling", PollWorldsChapter.figures), ("http", HTTPChapter.figures), ("ingest", IngestChapter.figures),
        ("import", ImportChapter.figures),
        ("lookup", LookupChapter.figures), ("links", LinksChapter.figures), ("replay", ReplayChapter.figures),
    ]
    /// Chapters that run only when named: they make what the others measure.
    private static let onDemand: [(name: String, run: @Sendable (Surroundings) async throws -> [Figure])] = [
        ("links-learn", LinksChapter.learn), ("links-load", { _ in LinksLoad.figures() }),
        ("links-round", LinksRound.figures), ("polling-train", FollowedTrain.figures),
        ("polling-million", MillionParcels.figures), ("large", LargeChapter.figures),
    ]

    static func main() async {
        // The server that is asked is this program too, in a process of its own.
        if CommandLine.arguments.dropFirst().first == ServerProcess.word { return ServerProcess.serve() }
        let wanted = Set(CommandLine.arguments.dropFirst())
        let names = (chapters + onDemand).map(\.name)
        guard wanted.isSubset(of: names) else {
            complain("there is no such chapter; there are \(names.joined(separator: ", "))")
            exit(64)
        }
        do {
            let surroundings = try Surroundings()
            defer { surroundings.clean() }
            var figures: [Figure] = []
            let chosen = wanted.isEmpty ? chapters : (chapters + onDemand).filter { wanted.contains($0.name) }
            for chapter in chosen {
                complain("measuring: \(chapter.name)")
                figures += try await chapter.run(surroundings)
            }
            print(FigureTable(figures).text)
            print(surroundings.description)
        } catch {
            complain("error: \(error)")
            exit(1)
        }
    }

    /// Progress and failures go where the table does not.
    static func complain(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}
