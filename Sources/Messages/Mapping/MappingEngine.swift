internal import Tracking

/// Runs the SELECTs of a profile over one item after another and gives what they say, checked.
final class MappingEngine {
    private let profile: Profile
    private let connection: MappingConnection
    private let selects: [PreparedSelect]
    /// Those that may have something to say in this message.
    private var speaking: [PreparedSelect]
    private var rows: RowReader
    private var repetition: RowRepetition
    private var events = DistinctRows<ReportedEvent>()
    private var links = DistinctRows<ReportedLink>()

    init(profile: Profile, places: Places, reportZone: String?) throws(ReadFailure) {
        self.profile = profile
        connection = try MappingConnection()
        var selects: [PreparedSelect] = []
        for select in profile.selects { selects.append(try PreparedSelect(select, on: connection, profile.columns)) }
        self.selects = selects
        speaking = selects
        rows = RowReader(profile: profile, places: places, reportZone: reportZone)
        repetition = RowRepetition(profile)
        for select in selects { select.group = repetition.group(of: select.select) }
    }

    /// Forgets the last message and prepares for the next.
    ///
    /// - Parameter root: of XML, the name of the outermost element.
    func begin(head: [UInt8], root: String? = nil, asked: [Subject], receivedAt: Instant) {
        rows.asked = asked
        rows.receivedAt = receivedAt
        repetition = RowRepetition(profile)
        let askedText = Array(AskedText.json(asked).utf8)
        speaking = selects.filter { select in
            select.select.roots.isEmpty || root.map(select.select.roots.contains) ?? true
        }
        for select in speaking {
            select.split = SplitRows(select.select)
            select.statement.bind(.head, head)
            select.statement.bind(.asked, askedText)
            if let root { select.statement.bind(.root, Array(root.utf8)) }
        }
    }

    func map(_ item: DecodedItem) throws -> ReportedItem {
        var report = ReportedItem(position: item.position)
        guard item.problem == nil else {
            report.problems = item.warnings + [item.problem].compactMap(\.self)
            return report
        }
        rows.problems = item.warnings
        events.forget()
        links.forget()
        if let head = item.head {
            for select in speaking { select.statement.bind(.head, head) }
        }
        do {
            let news = repetition.news(of: item)
            rows.problems += news.problems
            try fill(&report, from: item, news)
        } catch let failure as ReadFailure where failure.kind == .malformed {
            rows.reject("mapping-failed", nil, nil, failure.reason)
            report = ReportedItem(position: item.position)
        }
        report.problems = rows.problems
        return report
    }

    private func fill(_ report: inout ReportedItem, from item: DecodedItem, _ news: RowRepetition.News) throws {
        var skipped: [PreparedSelect] = []
        for select in speaking where news.canSpeak(select.select) {
            if select.select.group == .mentions { continue }
            guard news.isNew(select.group) else {
                skipped.append(select)
                continue
            }
            try runApart(select, item, &report)
            if select.select.group == .problems, rows.problems.contains(where: { $0.severity == .rejection }) { return }
        }
        if !report.saysSomething, !rows.problems.contains(where: { $0.severity == .rejection }) {
            // A row that only repeats what the message said above is a repetition, and not one that says nothing.
            // Facts stay with the row that gave them first.
            for select in skipped where select.select.group != .facts { try run(select, item, &report) }
        }
        if profile.restsOnEvents, report.events.isEmpty, rows.problems.contains(where: { $0.severity == .rejection }) {
            report = ReportedItem(position: report.position)
        }
        try refuseOtherNumber(&report, item)
    }

    /// Runs the SELECT over the item, or over the rows that are told apart with it.
    private func runApart(_ select: PreparedSelect, _ item: DecodedItem, _ report: inout ReportedItem) throws {
        guard select.select.apart != nil else { return try run(select, item, &report) }
        for row in select.split?.rows(with: item) ?? [] { try run(select, row, &report) }
    }

    private func run(_ select: PreparedSelect, _ item: DecodedItem, _ report: inout ReportedItem) throws {
        try select.statement.rows(over: item) { row in
            switch select.select.group {
            case .problems: problem(row, select)
            case .mentions: break
            case .events:
                if let event = rows.event(row, select) { events.add(event, to: &report.events) }
            case .links:
                if let link = rows.link(row, select) { links.add(link, to: &report.links) }
            case .aliases:
                if let alias = rows.alias(row, select), !report.aliases.contains(alias) { report.aliases.append(alias) }
            case .facts: if let fact = rows.fact(row, select) { report.facts.append(fact) }
            case .watches: if let watch = rows.watch(row, select) { report.watches.append(watch) }
            case .retractions:
                if let retraction = rows.retraction(row, select) { report.retractions.append(retraction) }
            case .undoings: if let undoing = rows.undoing(row, select) { report.undoings.append(undoing) }
            }
        }
    }

    private func problem(_ row: MappedRow, _ select: PreparedSelect) {
        guard let kind = row.text(select.column("kind")) else { return }
        let reason = row.text(select.column("reason")) ?? kind
        let column = row.text(select.column("column"))
        let value = row.text(select.column("value"))
        if row.text(select.column("severity")) == "warning" {
            rows.warn(kind, column, value, reason)
        } else {
            rows.reject(kind, column, value, reason)
        }
    }

    /// An answer about somebody else is not taken, unless the item names the number asked somewhere.
    private func refuseOtherNumber(_ report: inout ReportedItem, _ item: DecodedItem) throws {
        guard !rows.asked.isEmpty, report.saysSomething else { return }
        var named = report.events.map(\.subject) + report.links.flatMap { [$0.child, $0.parent] }
        named += report.aliases.flatMap { [$0.subject, $0.alias] } + report.facts.map(\.subject)
        // Not the whole of `rows`, which is large and would be copied for every item.
        let isAsked = { [asked = rows.asked] (subject: Subject) in
            asked.contains { $0.kind == subject.kind && $0.code == subject.code }
        }
        if named.contains(where: isAsked) { return }
        if try mentions(item).contains(where: isAsked) { return }
        let numbers = Set(named.map(\.description)).sorted().joined(separator: ", ")
        report = ReportedItem(position: report.position)
        rows.reject(
            "other-number", "code", numbers,
            "the answer is about another number than \(rows.asked.map(\.description).joined(separator: ", "))")
    }

    private func mentions(_ item: DecodedItem) throws -> [Subject] {
        var mentioned: [Subject] = []
        // What an item merely mentions need not be a number we can read.
        let problems = rows.problems
        defer { rows.problems = problems }
        for select in speaking where select.select.group == .mentions {
            try select.statement.rows(over: item) { row in
                if let subject = rows.subject(row, select.identifier) { mentioned.append(subject) }
            }
        }
        return mentioned
    }
}
