import ArgumentParser
import Settings
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
        let folders = try InboxStates(workplace.settings)
        let (status, inbox, isAsking) = try explained {
            let reader = try workplace.reader()
            let (status, inbox) = try reader.read { (try $0.status(now: now), try folders.all($0)) }
            return (status, inbox, reader.file.isSyncLocked)
        }
        if options.json {
            let json = StatusJSON(database: workplace.databasePath, isAsking: isAsking, now: now)
            workplace.console.write(json.value(status, inbox))
        } else {
            let text = StatusText(database: workplace.databasePath, isAsking: isAsking, now: now)
            let all = text.rows(status) + InboxText(zone: workplace.settings.reportZone, now: now).rows(inbox)
            if table.csv {
                var rows = TextTable(["what", "value"])
                for row in all { rows.append(row.map { .text($0) }) }
                table.write(rows, to: workplace.console)
            } else {
                for line in Columns.aligned(all) { workplace.console.line(line) }
            }
        }
        return .done
    }
}
