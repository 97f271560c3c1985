import ArgumentParser
import Foundation
import Settings
import Store
import Terminal
import Tracking

/// `caravan stats`: lists, parcels, pieces, weight and value, and what should have been said and was not.
struct StatsCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Lists, parcels, pieces, weight and value by mode, country, port, consignor.",
        discussion: """
            Days are those of China. Another number of a parcel is no other parcel; values are never added up across \
            currencies; what is not stated stays a row of its own. A list with parcels in several rows is counted in \
            each of them and once in the total.
            """)

    @Option(help: "A year, a month or a day: 2026, 2026-10, 2026-10-05. Without it, everything.")
    var period: String?

    @Option(help: "The day that decides the period: departed, released or declared.")
    var on = StatsBasis.departed

    @Option(help: "Break down by any of mode, country, port, consignor, with commas between them.")
    var by: String?

    @Flag(help: "List what was released and did not depart, departed without a 509, and the like.")
    var gaps = false

    @Option(help: "Answer with what was known then.")
    var asOf: String?

    @OptionGroup var output: WorkbookOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        try output.check(with: options)
        let workplace = try Workplace(options, context)
        let places = try workplace.places()
        let moment = try workplace.moment(asOf: asOf)
        let (period, dimensions) = (try period.map { try Period($0) }, try dimensions())
        let result = try explained {
            try workplace.reader().read(asOf: moment) { session in
                try StatsTally(
                    session: session, places: places, period: period, basis: on, dimensions: dimensions
                ).result()
            }
        }
        let report = StatsReport(
            result: result, period: period, basis: on, dimensions: dimensions, places: places, utc: options.utc)
        try show(report, workplace)
        return .done
    }
}

extension StatsCommand {
    private func dimensions() throws -> [StatsDimension] {
        let words = by?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).lowercased() } ?? []
        return try words.map { word in
            guard let dimension = StatsDimension(rawValue: word) else {
                throw CommandFailure(
                    "cannot break down by", on: word,
                    why: "there are " + StatsDimension.allCases.map(\.rawValue).joined(separator: ", "),
                    try: "--by mode,country", kind: "usage", status: .usage)
            }
            return dimension
        }
    }

    private func show(_ report: StatsReport, _ workplace: Workplace) throws {
        let console = workplace.console
        if options.json { return console.write(StatsJSON(report: report).value(gaps: gaps)) }
        if let workbook = try output.workbook() {
            try fill(workbook.sheet(named: "stats", report.columns), report.rows)
            if gaps { try fill(workbook.sheet(named: "gaps", report.gapColumns), report.gapRows) }
            return try workbook.finish()
        }
        guard !output.isData else {
            let columns = gaps ? report.gapColumns : report.columns
            return try fill(
                output.output(columns, named: "stats", in: nil, console: console),
                gaps ? report.gapRows : report.rows)
        }
        console.line(report.title)
        var table = TextTable(report.columns)
        for row in report.rows { table.append(row) }
        if !report.dimensions.isEmpty { table.append(report.total) }
        console.write(table.text(palette: console.palette))
        for note in report.notes { console.line(SafeText.show(note)) }
        if gaps { for line in report.gapLines { console.line(line) } }
    }

    private func fill(_ output: any TableOutput, _ rows: [[TableCell]]) throws {
        for row in rows { try output.append(row) }
        try output.finish()
    }
}
