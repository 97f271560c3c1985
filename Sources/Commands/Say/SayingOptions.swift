import ArgumentParser
import Terminal

/// Who says something, and who writes it down.
struct SayingOptions: ParsableArguments {
    @Option(help: "Who says so, for instance \"agent, by chat\"; otherwise the name of this account.")
    var source: String?

    @Option(help: "Who writes it down.")
    var by: String?

    /// - Throws: `CommandFailure` for a source that is blank.
    func person(in environment: [String: String]) throws -> String {
        guard let source else { return Self.account(in: environment) }
        let name = source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty, name.count <= 200 else {
            throw CommandFailure(
                "cannot note who says so", on: source, why: "it is blank, or longer than 200 letters",
                try: "--source \"agent, by chat\"", kind: "usage", status: .usage)
        }
        return name
    }

    /// The name of the account that runs the command.
    static func account(in environment: [String: String]) -> String {
        environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "person"
    }
}
