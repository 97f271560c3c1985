import ArgumentParser
import Foundation
import Settings
import Store
import Terminal
import Tracking

/// `caravan export --format epcis CODE…`: what is known of numbers, for the systems of others.
struct ExportCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "What happened to numbers, and what they were inside, as a document for others.",
        discussion: """
            Written are events that happened, the number's own and those of its carriers while it was inside, and the \
            links between them. Left out are expectations, plans, and what was only inferred: a document of events says \
            what was.
            """)

    @Argument(help: "Numbers, in any spelling.")
    var codes: [String] = []

    @Option(help: "A file with one number on each line; - is standard input.")
    var file: String?

    @Option(help: "What it is written in.")
    var format = ExportFormat.epcis

    @Option(help: "Write to this file instead of standard output.")
    var output: String?

    @Option(help: "Write what was known then, for instance 2026-11-20T12:00:00+08:00.")
    var asOf: String?

    @Option(
        help: """
            A web address of your own, such as https://id.example.com, under which numbers without a GS1 key are named; \
            without it they are urn:caravan:obj:….
            """)
    var idBase: String?

    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let workplace = try Workplace(options, context)
        let codes = try codes + CodeList.read(file)
        guard !codes.isEmpty else {
            throw CommandFailure(
                "no number to export", try: "caravan export --format epcis CODE", kind: "usage", status: .usage)
        }
        try checkBase()
        let places = try workplace.places()
        let moment = try workplace.moment(asOf: asOf)
        let content = try explained {
            try workplace.reader().read(asOf: moment) { session in
                var content = ExportContent()
                for code in codes { try content.add(code, session: session, places: places) }
                return content
            }
        }
        for code in content.unknown { workplace.console.report(unknown(code)) }
        guard !content.isEmpty else { return try nothing(content) }
        let document = EPCISDocument(uris: EPCISNames(base: idBase), places: places)
            .value(content, createdAt: workplace.now)
        try write(document, to: workplace.console)
        if let remark = content.leftOut { workplace.console.remark("remark: \(remark)") }
        return content.unknown.isEmpty ? .done : .attention
    }

    private func write(_ document: JSONValue, to console: Console) throws {
        guard let output else { return console.write(document) }
        do {
            try Data(document.bytes(pretty: true) + [0x0A]).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw CommandFailure(
                "cannot write the export to", on: output, why: error.localizedDescription,
                try: "name a file in a folder of yours", kind: "not-writable", status: .notAllowed)
        }
    }

    private func nothing(_ content: ExportContent) throws -> ExitStatus {
        // Each unknown number was named already.
        if content.known.isEmpty { return .attention }
        throw CommandFailure(
            "nothing to write", on: content.known.joined(separator: ", "),
            why: content.leftOut ?? "nothing is known to have happened to it, and it was inside nothing",
            try: "caravan track \(content.known[0])", kind: "nothing-to-export", status: .unusableData)
    }

    private func unknown(_ code: String) -> CommandFailure {
        CommandFailure(
            "unknown number", on: code, why: "it is in no message", try: "caravan identify \(SafeText.show(code))",
            kind: "unknown-code", status: .attention)
    }

    private func checkBase() throws {
        guard let idBase else { return }
        let parts = URLComponents(string: idBase)
        guard let parts, parts.scheme == "https", parts.host?.isEmpty == false, parts.query == nil,
            parts.fragment == nil
        else {
            throw CommandFailure(
                "no web address in --id-base", on: idBase, why: "an https address of a domain of yours was expected",
                try: "--id-base https://id.example.com", kind: "bad-address", status: .usage)
        }
    }
}
