import ArgumentParser
import Settings
import Store
import Terminal
import Tracking

/// `caravan find TEXT`: part of a number, a place in any language, a customer's reference.
struct FindCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Part of a number, a place in any language, a customer's reference.",
        discussion: """
            Capitals, blanks, hyphens and full-width characters do not matter. A place shows the trains and containers \
            whose latest news is of it, with the parcels listed in them. References of customers are looked through \
            when nothing else is found, or with --references.
            """)

    @Argument(help: "Three characters or more; a place may have two. Several words are one text.")
    var text: [String]

    @Option(help: "Show so many rows, and say when there are more.")
    var limit = 50

    @Flag(help: "Look through the references of customers in any case; slower in a large database.")
    var references = false

    @Option(help: "Answer with what was known then.")
    var asOf: String?

    @OptionGroup var table: TableOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        try table.check(with: options)
        guard (1...100_000).contains(limit) else {
            throw CommandFailure(
                "--limit needs a count of rows", why: "1 to 100000", try: "--limit 50", kind: "usage", status: .usage)
        }
        let workplace = try Workplace(options, context)
        let places = try workplace.places()
        let moment = try workplace.moment(asOf: asOf)
        let wanted = text.joined(separator: " ")
        let named = places.matching(wanted)
        let part = try part(wanted, isPlace: !named.isEmpty)
        let findings = try explained {
            let walker = try workplace.reader()
            return try workplace.reader().read(asOf: moment) { session in
                var finder = Finder(
                    walker: walker, session: session, asOf: moment, places: places, now: moment ?? workplace.now,
                    limit: limit)
                finder.looksAtReferences = references
                return try finder.find(wanted, part, places: named)
            }
        }
        show(findings, of: wanted, workplace, places)
        return findings.isEmpty ? .attention : .done
    }

    /// The text as part of a number; nil for a place that can be none.
    private func part(_ text: String, isPlace: Bool) throws -> NumberPart? {
        do {
            let part = try NumberPart(text)
            guard part.isLongEnough || isPlace else {
                throw CommandFailure(
                    "cannot find anything by", on: text,
                    why: "it takes \(NumberPart.shortest) characters, blanks and hyphens not counted, or a place",
                    try: "caravan find MRKU946, or caravan track \(text) for a whole number", kind: "text-too-short",
                    status: .usage)
            }
            return part.isLongEnough ? part : nil
        } catch let problem as IdentifierProblem {
            if isPlace { return nil }
            throw CommandFailure(
                "cannot find anything by", on: text, why: problem.reason, try: "caravan find MRKU946",
                kind: problem.kind, status: .usage)
        }
    }
}

extension FindCommand {
    private func show(_ findings: Finder.Findings, of text: String, _ workplace: Workplace, _ places: Places) {
        let console = workplace.console
        if options.json {
            return console.write(FindJSON(track: TrackJSON(places: places)).value(findings, of: text))
        }
        let writer = FindTable(places: places, language: workplace.language, utc: options.utc, isData: table.csv)
        if table.csv || !findings.isEmpty { table.write(writer.table(findings), to: console) }
        for line in FindText(language: workplace.language).remarks(findings, of: text) { console.remark(line) }
    }
}
