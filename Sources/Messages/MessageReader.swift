public import Tracking

/// Reads messages of one profile.
///
/// Holds a mapping engine, so it belongs to one thread; making one takes about a millisecond.
public final class MessageReader {
    private let profile: Profile
    private let engine: MappingEngine
    private let limits: DecodingLimits
    private let reportZone: String?

    /// - Parameters:
    ///   - reportZone: IANA name of the zone that times without one are in, where the profile does not say.
    /// - Throws: `ReadFailure` if the mapping cannot be set up.
    public init(profile: Profile, places: Places, reportZone: String? = nil, limits: DecodingLimits = DecodingLimits())
        throws(ReadFailure)
    {
        self.profile = profile
        self.limits = limits
        self.reportZone = reportZone
        engine = try MappingEngine(profile: profile, places: places, reportZone: reportZone)
    }

    /// Reads a message and hands its items over in chunks.
    ///
    /// Everything that can be wrong with a document as a whole is found before the first chunk is handed over, except
    /// in tables, which are read row by row.
    ///
    /// - Parameters:
    ///   - asked: the numbers that were asked; empty for what came unasked.
    ///   - receivedAt: dates without a year are of the year nearest to it.
    ///   - chunk: items in a report, at least 1.
    ///   - rejected: told of every item of which something was not taken, as it came.
    /// - Throws: `ReadFailure`, or what `take` throws.
    public func read(
        _ body: [UInt8], asked: [Subject] = [], receivedAt: Instant, chunk: Int = 1000,
        rejected: ((RejectedItem) throws -> Void)? = nil, take: (Report) throws -> Void
    ) throws -> ReadSummary {
        var items: [ReportedItem] = []
        let (count, source) = try each(body, asked, receivedAt) { item, report, source in
            if let rejected, let original = Self.original(item, report, source) { try rejected(original) }
            items.append(report)
            if items.count >= max(1, chunk) {
                try take(Report(items: items))
                items.removeAll(keepingCapacity: true)
            }
        }
        if !items.isEmpty { try take(Report(items: items)) }
        let notes = source.notes.map { ReadSummary.Note(position: $0.position, problem: $0.problem) }
        return ReadSummary(items: count, archive: source.archive, notes: notes)
    }

    /// Reads a message and hands over what each item says, with a way to see the item as it stands there.
    ///
    /// - Throws: `ReadFailure`, or what `take` throws.
    public func quote(
        _ body: [UInt8], asked: [Subject] = [], receivedAt: Instant,
        take: (_ report: ReportedItem, _ original: () -> QuotedItem) throws -> Void
    ) throws {
        _ = try each(body, asked, receivedAt) { item, report, source in
            try take(report) {
                let text = source.originalText ?? Array(item.text.prefix(item.length ?? item.text.count))
                return QuotedItem(position: report.position, text: String(decoding: text, as: UTF8.self))
            }
        }
    }

    private func each(
        _ body: [UInt8], _ asked: [Subject], _ receivedAt: Instant,
        _ work: (DecodedItem, ReportedItem, any ItemSource) throws -> Void
    ) throws -> (count: Int, source: any ItemSource) {
        var source = try source(body, receivedAt: receivedAt)
        engine.begin(
            head: source.head, root: (source as? XMLItems)?.root, asked: asked, receivedAt: receivedAt)
        var count = 0
        while let item = try source.next() {
            count += 1
            var report = try engine.map(item)
            if !report.problems.isEmpty { TableBlame.name(&report.problems, item, source, profile) }
            try work(item, report, source)
        }
        return (count, source)
    }

    private static func original(
        _ item: DecodedItem, _ report: ReportedItem, _ source: any ItemSource
    ) -> RejectedItem? {
        let reasons = report.problems.filter { $0.severity == .rejection }.map { problem in
            problem.column.map { "\($0): \(problem.reason)" } ?? problem.reason
        }
        guard !reasons.isEmpty else { return nil }
        return RejectedItem(
            position: report.position, reasons: reasons, header: source.originalHeader, cells: source.originalCells,
            text: item.text)
    }

    private func source(_ body: [UInt8], receivedAt: Instant) throws -> any ItemSource {
        switch profile.reads {
        case .json: return try JSONItems(body, profile: profile, limits: limits)
        case .jsonLines: return try JSONLineItems(body, profile: profile, limits: limits)
        case .xml: return try XMLItems(body, profile: profile, limits: limits)
        case .edifact: return try EDIFACTItems(body, profile: profile, limits: limits)
        case .table:
            let days = DayReader(zone: profile.zone ?? reportZone ?? "Asia/Shanghai", reference: receivedAt)
            return try TableItems(body, profile: profile, limits: limits, reader: days)
        }
    }
}
