import ArgumentParser
import Intake
import Store
import Terminal
import Tracking

/// `caravan link CHILD PARENT --reason TEXT`: a claim by hand, or with `--alias` another number.
struct LinkCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Says by hand what carried something, or what else it is called.")

    @Argument(help: "The parcel, bag, container, wagon or consignment.")
    var child: String

    @Argument(help: "What carried it; a train as X8157@2026-11-20. With --alias its other number.")
    var parent: String

    @Option(help: "From when; without an offset in the report zone.")
    var from: String?

    @Option(help: "Until when.")
    var until: String?

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var pair: PairOptions
    @OptionGroup var saying: SayingOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let workplace = try Workplace(options, context)
        let reason = try Saying.reason(reason)
        let from = try from.map { try TimeArgument.time($0, option: "--from", workplace: workplace) }
        let until = try until.map { try TimeArgument.time($0, option: "--until", workplace: workplace) }
        if let from, let until, until.latest < from.instant {
            throw CommandFailure(
                "cannot link until", on: until.iso8601, why: "it is before --from", try: "exchange the two",
                kind: "bad-time", status: .usage)
        }
        let times = [JSONMember("from", .string(from?.iso8601)), JSONMember("until", .string(until?.iso8601))]
        let told = SaidPair(workplace: workplace, saying: saying, options: pair)
        if let role = try pair.role() { return try told.alias(child, parent, role, says: true, times + [reason]) }
        return try told.link(child, parent, says: true, times + [reason])
    }
}

/// `caravan unlink CHILD PARENT --reason TEXT`: whoever claims it, it is not so.
struct UnlinkCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink", abstract: "Denies by hand that something carried it, or that it is called so.")

    @Argument(help: "The parcel, bag, container, wagon or consignment.")
    var child: String

    @Argument(help: "What did not carry it. With --alias a number that is not its own.")
    var parent: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup var pair: PairOptions
    @OptionGroup var saying: SayingOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        let workplace = try Workplace(options, context)
        let reason = try Saying.reason(reason)
        let told = SaidPair(workplace: workplace, saying: saying, options: pair)
        if let role = try pair.role() { return try told.alias(child, parent, role, says: false, [reason]) }
        return try told.link(child, parent, says: false, [reason])
    }
}
