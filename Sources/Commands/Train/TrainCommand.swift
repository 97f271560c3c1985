import ArgumentParser
import Settings
import Store
import Terminal
import Tracking

/// `caravan train NUMBER[@DATE]`: one departure and what it carries.
struct TrainCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "One departure and what it carries.",
        discussion: "Without a date it is the latest departure of that number.")

    @Argument(help: "A train number, or one departure of it: X8157 or X8157@2026-11-20.")
    var number: String

    @Option(help: "Answer with what was known then.")
    var asOf: String?

    @OptionGroup var table: TableOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        try table.check(with: options)
        let workplace = try Workplace(options, context)
        let places = try workplace.places()
        let moment = try workplace.moment(asOf: asOf)
        let code = number.uppercased()
        let answer = try explained {
            try workplace.reader().read(asOf: moment) { session -> TrainAnswer? in
                let found = code.contains("@") ? try session.subjects(code: code) : try session.trains(number: code)
                return try found.first { try $0.subject.kind == .train && session.isNamed($0) }
                    .map { try TrainAnswer($0, session: session, places: places) }
            }
        }
        guard let answer else {
            throw CommandFailure(
                "no such departure", on: number, why: "no message names it",
                try: "caravan track CONTAINER shows the trains of a container", kind: "unknown-train",
                status: .attention)
        }
        show(answer, workplace, places)
        return .done
    }

    private func show(_ answer: TrainAnswer, _ workplace: Workplace, _ places: Places) {
        if options.json {
            workplace.console.write(TrainJSON(track: TrackJSON(places: places)).value(answer))
        } else if table.csv {
            let writer = TrainTable(places: places, language: workplace.language, utc: options.utc)
            table.write(writer.table(answer), to: workplace.console)
        } else {
            let track = TrackText(
                places: places, language: workplace.language, utc: options.utc, now: workplace.now,
                palette: workplace.console.palette)
            for line in TrainText(track: track).lines(answer) { workplace.console.line(line) }
        }
    }
}
