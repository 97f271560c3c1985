import ArgumentParser
import Settings
import Store
import Terminal
import Tracking

/// `caravan trains`: what left, what is due, and where its containers are.
struct TrainsCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "trains", abstract: "Departures: when each left, and where its containers are now.",
        discussion: "The latest departure comes first. A train of which nobody tells where it starts is shown too.")

    @Option(help: "Only trains that left, or are to leave, since then.")
    var since: String?

    @Option(help: "Where they leave from; \"any\" for everywhere.")
    var from = "URH"

    @Option(help: "Answer with what was known then.")
    var asOf: String?

    @OptionGroup var output: WorkbookOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        try output.check(with: options)
        let workplace = try Workplace(options, context)
        let places = try workplace.places()
        let zone = workplace.settings.reportZone
        let moment = try workplace.moment(asOf: asOf)
        let begin = try since.map { try TimeArgument.begin($0, option: "--since", zone: zone) }
        let origin = try origin(places)
        let trains = try explained {
            try workplace.reader().read(asOf: moment) { session in
                try TrainRoll(session: session, places: places, origin: origin, since: begin).departures()
            }
        }
        try show(trains, workplace, places, now: moment ?? workplace.now)
        return .done
    }
}

extension TrainsCommand {
    private func origin(_ places: Places) throws -> Place? {
        guard from.lowercased() != "any" else { return nil }
        let found = places.resolve(scheme: nil, value: from, country: nil)
        guard let place = places.place(for: found) else {
            throw CommandFailure(
                "no such place", on: from, why: "no place of the corridor goes by it",
                try: "caravan trains --from Urumqi", kind: "unknown-place", status: .usage)
        }
        return place
    }

    private func show(_ trains: [TrainRoll.Item], _ workplace: Workplace, _ places: Places, now: Instant) throws {
        let console = workplace.console
        if options.json {
            var array = JSONArrayOutput(console)
            let writer = TrainsJSON(train: TrainJSON(track: TrackJSON(places: places)))
            for train in trains { array.append(writer.value(train)) }
            return array.finish()
        }
        let table = TrainsTable(
            places: places, language: workplace.language, utc: options.utc, now: now, isData: output.isData)
        let workbook = try output.workbook()
        let rows = try output.output(table.columns, named: "trains", in: workbook, console: console)
        for train in trains { try rows.append(table.cells(train)) }
        try rows.finish()
        try workbook?.finish()
        if trains.isEmpty { console.remark("no departure is known") }
    }
}
