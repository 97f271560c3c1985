import ArgumentParser
import Store
import Terminal
import Tracking

/// `caravan status`: database, daemon, queue, oldest due, failures, unmapped codes.
struct StatusCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "The state of the database and of the asking.")

    @OptionGroup var table: TableOptions
    @OptionGroup var options: CommonOptions

    func run(in context: ProgramContext) throws -> ExitStatus {
        try table.check(with: options)
        let workplace = try Workplace(options, context)
        let now = workplace.now
        let (status, isAsking) = try explained {
            let reader = try workplace.reader()
            return (try reader.read { try $0.status(now: now) }, reader.file.isSyncLocked)
        }
        if options.json {
            workplace.console.write(StatusJSON(database: workplace.databasePath, isAsking: isAsking).value(status))
        } else {
            let text = StatusText(database: workplace.databasePath, isAsking: isAsking, now: now)
            if table.csv {
                var rows = TextTable(["what", "value"])
                for row in text.rows(status) { rows.append(row.map { .text($0) }) }
                table.write(rows, to: workplace.console)
            } else {
                for line in text.lines(status) { workplace.console.line(line) }
            }
        }
        return .done
    }
}
