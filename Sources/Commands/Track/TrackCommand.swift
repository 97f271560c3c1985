import ArgumentParser
import Foundation
import Intake
import Messages
import Settings
import Store
import Terminal
import Tracking

/// `caravan track CODE…`: the timeline and status of parcels, containers, consignments, trains.
struct TrackCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "track", abstract: "The timeline and status of parcels, containers, consignments, trains.")

    @Argument(help: "Numbers, in any spelling.")
    var codes: [String] = []

    @Option(help: "A file with one number on each line; - is standard input.")
    var file: String?

    @Option(help: "Answer with what was known then, for instance 2026-11-20T12:00:00+08:00.")
    var asOf: String?

    @Flag(help: "Show the messages behind the answer, with what each says as it stands in the archive.")
    var raw = false

    @OptionGroup var table: TableOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        try table.check(with: options)
        if raw, table.csv {
            throw CommandFailure(
                "cannot show messages in a table", on: "--csv", why: "they are no rows",
                try: "caravan track --raw --json",
                kind: "usage", status: .usage)
        }
        let workplace = try Workplace(options, context)
        let codes = try codes + CodeList.read(file)
        guard !codes.isEmpty else {
            throw CommandFailure("no number to track", try: "caravan track CODE", kind: "usage", status: .usage)
        }
        let places = try workplace.places()
        let moment = try workplace.moment(asOf: asOf)
        let quoter = raw ? ArchiveQuoter(room: try workplace.room(), library: try workplace.library()) : nil
        let answers = try explained {
            try workplace.reader().read(asOf: moment) { session in
                try codes.map { code in
                    var answer = try TrackAnswer(code, session: session, places: places)
                    answer.raw = try quoter.map { try RawMessage.behind(answer, $0, session) }
                    return answer
                }
            }
        }
        show(answers, workplace, places)
        return answers.contains { !$0.isKnown } ? .attention : .done
    }

    private func show(_ answers: [TrackAnswer], _ workplace: Workplace, _ places: Places) {
        if options.json {
            let writer = TrackJSON(places: places)
            workplace.console.write(.array(answers.map { writer.value($0) }))
            return
        }
        if table.csv {
            let writer = TrackTable(places: places, language: workplace.language, utc: options.utc)
            return table.write(writer.table(answers), to: workplace.console)
        }
        let writer = TrackText(
            places: places, language: workplace.language, utc: options.utc, now: workplace.now,
            palette: workplace.console.palette)
        for (index, answer) in answers.enumerated() {
            if index > 0 { workplace.console.line() }
            for line in writer.lines(answer) { workplace.console.line(line) }
        }
    }
}
