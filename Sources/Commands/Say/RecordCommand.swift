import ArgumentParser
import Intake
import Settings
import Store
import Terminal
import Tracking

/// `caravan record CODE MILESTONE --at TIME --place PLACE --source WHO`: what a person knows.
struct RecordCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Notes what a person knows of a parcel, container, consignment or train.")

    @Argument(help: "The number.")
    var code: String

    @Argument(help: "What happened: departed, arrived, stripped, delivered, …")
    var milestone: String

    @Option(help: "When, for instance 2026-11-24T10:15, 11/24 or now; without an offset in the time of the place.")
    var at: String

    @Option(help: "Where: a name in any language, or a code.")
    var place: String?

    @Option(help: "The country, ISO 3166 alpha-2, where the place is not known or its name needs one.")
    var country: String?

    @Option(help: "What the number is, where its form does not tell: parcel, container, consignment, …")
    var kind: String?

    @Option(help: "What else was said.")
    var text: String?

    @Flag(help: "It is estimated, and has not happened yet.")
    var estimated = false

    @Flag(help: "It is planned, and has not happened yet.")
    var planned = false

    @OptionGroup var saying: SayingOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let workplace = try Workplace(options, context)
        let milestone = try SaidMilestone.read(milestone)
        let places = try workplace.places()
        let country = try country.map { try Self.country($0) }
        let place = try place.map { try SaidPlace.read($0, country: country, among: places) }
        let time = try SaidTime(at, place: place, workplace: workplace)
        try time.check(isActual: !estimated && !planned)
        let example = "caravan record \(code) \(milestone.rawValue) --at … --kind parcel"
        let found = try NamedSubject(workplace: workplace, doing: "record", example: example).find(code, kind: kind)
        let said: [JSONMember] = [
            JSONMember("milestone", .string(milestone.rawValue)), JSONMember("at", .string(time.said)),
            JSONMember("precision", .string(time.time.precision.rawValue)),
            JSONMember("place", .string(place?.code)), JSONMember("country", .string(country)),
            JSONMember("classifier", .string(classifier.rawValue)), JSONMember("text", .string(text)),
        ]
        let heard = try Saying(workplace: workplace, options: saying)
            .tell("record", Saying.number(found.subject) + said, on: code)
        guard let event = heard.report.items.first?.events.first else { return .attention }
        let person = try saying.person(in: context.environment)
        show(event, heard, EventReference(event.key(source: person)), person, found, workplace, place)
        return .done
    }

    private var classifier: EventClassifier { planned ? .planned : estimated ? .estimated : .actual }

    func validate() throws {
        if planned && estimated { throw ValidationError("either --planned or --estimated") }
    }

    private static func country(_ text: String) throws -> String {
        let code = text.uppercased()
        guard CountryCodes.contains(code) else {
            throw CommandFailure(
                "no such country", on: text, try: "two letters of ISO 3166, such as DE or KZ", kind: "usage",
                status: .usage)
        }
        return code
    }

    private func show(
        _ event: ReportedEvent, _ heard: Heard, _ reference: EventReference, _ person: String,
        _ found: NamedSubject.Found, _ workplace: Workplace, _ place: Place?
    ) {
        if options.json {
            workplace.console.write([
                "message": .int(heard.receipt.message.map { Int($0.rawValue) }),
                "reference": .string(reference.description), "new": .bool(heard.receipt.isNews),
                "subject": .string(event.subject.description), "kind": .string(event.subject.kind.rawValue),
                "milestone": .string(event.milestone.rawValue), "classifier": .string(event.classifier.rawValue),
                "at": .string(event.time.iso8601), "precision": .string(event.time.precision.rawValue),
                "zone": .string(event.time.basis.rawValue), "place": .string(event.place?.text),
                "country": .string(event.country), "source": .string(person),
            ])
            return
        }
        let console = workplace.console
        let when = event.time.shown(in: place, utc: options.utc)
        let site = place.map { "  " + $0.shortName(workplace.language) } ?? ""
        let mark = event.classifier == .actual ? "" : "\(event.classifier.rawValue): "
        let known = heard.receipt.isNews ? "" : "  (known already)"
        console.line(
            "\(event.subject.kind.rawValue) \(SafeText.show(event.subject.code))  \(mark)"
                + "\(event.milestone.name(workplace.language))\(site)  \(when)  by \(SafeText.show(person))\(known)")
        console.line("take it back with: caravan retract \(SafeText.show(reference.description)) --reason …")
        if !found.isKnown {
            console.remark("remark: \(SafeText.show(event.subject.code)) is in no other message yet")
        }
        if event.time.basis == .assumed, event.time.precision != .day {
            console.remark("remark: no place tells the zone; the time is taken as \(workplace.settings.reportZone)")
        }
    }
}
