import ArgumentParser
import Intake
import Settings
import Store
import Terminal
import Tracking

/// `caravan watch CODE… --carrier NAME`: start asking about a number.
struct WatchCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Starts asking a carrier about numbers.")

    @Argument(help: "Numbers to ask about.")
    var codes: [String]

    @Option(help: "The carrier, by its name in the settings.")
    var carrier: String

    @Option(help: "What the numbers are, where their form does not tell: parcel, container, consignment, …")
    var kind: String?

    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let workplace = try Workplace(options, context)
        guard workplace.settings.carriers.contains(where: { $0.name == carrier }) else {
            let names = workplace.settings.carriers.map(\.name).joined(separator: ", ")
            throw CommandFailure(
                "cannot watch with", on: carrier, why: "the settings name no such carrier",
                try: names.isEmpty ? "add it under `carriers:` in the settings" : "use one of \(names)",
                kind: "unknown-carrier", status: .usage)
        }
        let readings = try codes.map { try WatchedNumber.read($0, kind: kind) }
        let subjects = readings.map(\.subject)
        try Wish(workplace).tell(subjects, carrier: carrier, asks: true)
        for reading in readings where reading.checkDigit == .bad {
            let code = SafeText.show(reading.subject.code)
            workplace.console.remark("warning: the check digit of \(code) does not fit; it is asked about all the same")
        }
        for subject in subjects { workplace.console.line("watching \(SafeText.show(subject.code)) with \(carrier)") }
        return .done
    }
}

/// `caravan unwatch CODE…`: stop asking about a number; what is known stays.
struct UnwatchCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "unwatch", abstract: "Stops asking about numbers; what is known of them stays.")

    @Argument(help: "Numbers that need not be asked about any more.")
    var codes: [String]

    @Option(help: "Only this carrier; otherwise all of them.")
    var carrier: String?

    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let workplace = try Workplace(options, context)
        var status = ExitStatus.done
        for code in codes {
            let found = try explained {
                try workplace.reader().read { session -> (StoredSubject, [Asked.Poll])? in
                    let found = try Lookup(session: session).find(code)
                    // A number is watched for itself, also where it is another number of something.
                    return try (found.asked ?? found.stored).map { ($0, try session.asked(about: $0).polls) }
                }
            }
            let carriers = (found?.1 ?? []).filter { $0.nextCheckAt != nil }.map(\.carrier)
                .filter { carrier == nil || $0 == carrier }
            guard let subject = found?.0.subject, !carriers.isEmpty else {
                workplace.console.line("\(SafeText.show(code)) was not watched")
                status = .attention
                continue
            }
            for name in carriers { try Wish(workplace).tell([subject], carrier: name, asks: false) }
            workplace.console.line("no longer asking about \(SafeText.show(subject.code))")
        }
        return status
    }
}
