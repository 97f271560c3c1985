import ArgumentParser
import Settings
import Store
import Terminal
import Tracking

/// `caravan list`: a worklist of parcels, or of what carries them.
struct ListCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "A worklist: whose parcels are where, silent how long, in which box.",
        discussion: "Rows stand in the order in which the numbers first became known.")

    @Option(name: .customLong("in"), help: "Only what is in this container, train, bag, consignment or order.")
    var inside: String?

    @Option(name: .customLong("of"), help: "Only what is of this consignor, by the reference in the tables.")
    var consignor: String?

    @Option(help: "Only what stands at this milestone, for instance border-departed.")
    var status: String?

    @Option(help: "Only what stands at this place: a code, a UN/LOCODE, or a name in any language.")
    var at: String?

    @Option(help: "Only what goes to this country, for instance DE.")
    var to: String?

    @Option(help: "Only what nothing was heard of for so long and has not ended: 12h, 3d, 2w.")
    var silent: String?

    @Flag(help: "Only what has not ended: not delivered, returned, lost or disposed of.")
    var open = false

    @Option(help: "What to list: parcel, bag, container, wagon, consignment, train or declaration.")
    var kind = SubjectKind.parcel

    @Option(help: "Show so many rows, and say how many there are.")
    var limit: Int?

    @Option(help: "Answer with what was known then.")
    var asOf: String?

    @OptionGroup var output: WorkbookOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        try output.check(with: options)
        let workplace = try Workplace(options, context)
        let places = try workplace.places()
        let moment = try workplace.moment(asOf: asOf)
        let filter = try filter(places)
        let count = try explained {
            try workplace.reader().read(asOf: moment) { session in
                var list = Worklist(session: session, places: places, now: moment ?? workplace.now)
                (list.kind, list.filter, list.limit) = (kind, filter, limit)
                if let inside { try narrow(&list, to: inside) }
                return try write(list, workplace)
            }
        }
        say(count, workplace)
        return .done
    }
}

extension ListCommand {
    private func filter(_ places: Places) throws -> WorklistFilter {
        var filter = WorklistFilter(consignor: consignor, country: to, isOpen: open)
        filter.status = try status.map { text in
            guard let milestone = Milestone(rawValue: text.lowercased()) else {
                throw CommandFailure(
                    "no such milestone", on: text,
                    why: "there are " + Milestone.allCases.map(\.rawValue).joined(separator: ", "),
                    try: "caravan list --status border-departed", kind: "unknown-milestone", status: .usage)
            }
            return milestone
        }
        filter.place = try at.map { text in
            let place = places.resolve(scheme: nil, value: text, country: nil)
            guard place.isResolved else {
                throw CommandFailure(
                    "no such place", on: text, why: "no place of the corridor goes by it",
                    try: "caravan list --at Dostyk", kind: "unknown-place", status: .usage)
            }
            return place
        }
        filter.silence = try silent.map { try SpanArgument.read($0, option: "--silent") }
        guard limit.map({ $0 > 0 }) ?? true else {
            throw CommandFailure("--limit needs a count of rows", try: "--limit 50", kind: "usage", status: .usage)
        }
        return filter
    }

    private func narrow(_ list: inout Worklist, to code: String) throws {
        let found = try Lookup(session: list.session).find(code)
        guard let stored = found.stored else {
            throw CommandFailure(
                "cannot list what is in", on: code, why: "no message names it", try: "caravan track \(code)",
                kind: "unknown-code", status: .attention)
        }
        list.scopes = [stored]
        let carriers: [SubjectKind] = [.bag, .container, .wagon, .vehicle, .consignment, .train, .declaration]
        if carriers.contains(stored.subject.kind) { list.filter.carriers = [stored.subject] }
    }

    private func write(_ list: Worklist, _ workplace: Workplace) throws -> Worklist.Count {
        let console = workplace.console
        if options.json {
            var array = JSONArrayOutput(console)
            let writer = WorklistJSON(track: TrackJSON(places: list.places), now: list.now)
            let count = try list.rows { row in
                array.append(writer.value(row))
                return console.outcome == .written
            }
            array.finish()
            return count
        }
        let table = WorklistTable(
            places: list.places, language: workplace.language, utc: options.utc, now: list.now, isData: output.isData,
            kind: kind)
        let workbook = try output.workbook()
        let rows = try output.output(table.columns, named: "list", in: workbook, console: console)
        let count = try list.rows { row in
            try rows.append(table.cells(row))
            return console.outcome == .written
        }
        try rows.finish()
        try workbook?.finish()
        return count
    }

    /// What a limit cut is said, and never left to be guessed.
    private func say(_ count: Worklist.Count, _ workplace: Workplace) {
        let found = CountText.of(count.found)
        if count.found > count.shown {
            let atLeast = count.isOpenEnded ? "at least " : ""
            workplace.console.remark("\(CountText.of(count.shown)) of \(atLeast)\(found) shown")
        } else if let xlsx = output.xlsx {
            workplace.console.remark("\(found) row\(count.found == 1 ? "" : "s") written to \(SafeText.show(xlsx))")
        } else if !options.json && !output.isData {
            workplace.console.remark(count.found == 0 ? "nothing to list" : "\(found) shown")
        }
    }
}
