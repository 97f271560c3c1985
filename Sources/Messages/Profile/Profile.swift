public import Tracking

/// The description of one carrier interface or document type: how to ask, how to read.
///
/// A profile is a YAML text, built in or a file of the user's. Everything about a carrier that can be said in it is
/// said in it, so that nobody recompiles to add one.
public struct Profile: Sendable {
    /// The form of its messages.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        case json
        /// One JSON object on each line.
        case jsonLines = "json-lines"
        /// Separated text (comma, semicolon, tab) or the sheets of an Excel workbook: the content decides.
        case table
        case xml
        /// UN/EDIFACT interchanges (ISO 9735), and single messages of them.
        case edifact
    }

    public let name: String
    public let title: String
    public let reads: Format
    /// How the carrier is asked; nil for documents that come by themselves.
    public let ask: AskTemplate?
    /// Kinds of subjects that a document without a number of its own may be about, the likeliest first.
    public let about: [SubjectKind]
    /// Raw code of the carrier to milestone; a code that ends with `*` stands for all that begin like it.
    public let milestones: [String: Milestone]
    /// How much of what happened an answer holds; nil for documents.
    public let history: Coverage.History?
    /// The same by the word in small letters, for tables, in which people write as they like.
    let milestonesByWord: [String: Milestone]
    /// IANA name of the zone that times without one are assumed to be in.
    public let zone: String?
    /// The YAML text, to start a profile of one's own from.
    public let text: String

    /// The milestones of codes that begin alike, the longest beginning first: `604.-*`.
    private let milestonesByBeginning: [(beginning: String, milestone: Milestone)]

    let recognition: Recognition
    let redact: [String]
    /// Where a document holds further JSON in a string.
    let unwrap: [JSONPath]
    let xml: XMLRules
    let edifact: EDIFACTRules
    let redactWhere: [ConditionalRedaction]
    let each: [JSONPath]
    /// The columns of a table, or the fields of a JSON item.
    let columns: TableColumns
    let fields: JSONFields
    /// Columns whose cells are days, brought to `2026-11-20` before anything else.
    let days: [String]
    /// Columns whose cells are times, brought to `2026-11-20T14:56` before anything else; a day stays a day.
    let times: [String]
    /// Columns in which a merged cell counts for all cells it covers.
    let merged: Set<Int>
    /// Columns that the rows above a header may tell for all rows below it.
    let above: Set<Int>
    /// Times without an offset are in the zone of whoever keeps the table, and not in that of the place.
    let keepsOwnClock: Bool
    /// Facts whose value must be a decimal number, and is brought to plain form.
    let quantities: Set<String>
    let shape: Shape
    let agreement: Agreement?
    /// Links, aliases and facts of an item are taken only if at least one of its events is.
    let restsOnEvents: Bool
    let selects: [ItemSelect]

    /// Reads a profile.
    ///
    /// - Parameter file: what mistakes are reported under.
    /// - Throws: every mistake at once, each with its line.
    public init(yaml: String, file: String) throws(ProfileMistakes) {
        let reading = ProfileReading(yaml, file: file)
        guard let profile = reading.profile, reading.log.mistakes.isEmpty else {
            throw ProfileMistakes(mistakes: reading.log.mistakes)
        }
        self = profile
    }

    init(_ reading: ProfileReading, _ root: ProfileNode) {
        text = reading.yaml
        name = root.requiredText("name")
        title = root.requiredText("title")
        reads = reading.format(root)
        (columns, fields) = reads == .table ? (reading.columns(root), JSONFields([])) : reading.fields(root)
        recognition = reading.recognition(root)
        ask = reading.ask(root, reads)
        about = ask?.about ?? reading.about(root)
        redact = reading.redact(root, reads, columns)
        unwrap = reading.unwrap(root, reads)
        xml = reading.xmlRules(root, reads)
        edifact = reading.edifactRules(root, reads)
        redactWhere = reading.redactWhere(root, reads)
        each = reading.each(root, reads)
        days = reading.knownColumns(root, "days", columns)
        times = reading.knownColumns(root, "times", columns)
        merged = Set(reading.knownColumns(root, "merged", columns).compactMap(columns.index))
        above = Set(reading.knownColumns(root, "above", columns).compactMap(columns.index))
        keepsOwnClock = reading.keepsOwnClock(root)
        quantities = Set(root.texts("quantities"))
        milestones = reading.milestones(root)
        history = reading.history(root)
        milestonesByWord = reads == .table ? Self.byWord(milestones) : [:]
        milestonesByBeginning = milestones.filter { $0.key.hasSuffix("*") }
            .map { (String($0.key.dropLast()), $0.value) }.sorted { $0.0.utf8.count > $1.0.utf8.count }
        zone = reading.zone(root)
        shape = reading.shape(root, reads, columns)
        agreement = reading.agreement(root, columns)
        restsOnEvents = reading.restsOnEvents(root)
        selects = reading.selects(root, columns)
    }

    /// What a carrier's or a table's own word means; `unmapped` for one that the profile does not list.
    func milestone(_ rawCode: String) -> Milestone {
        milestones[rawCode] ?? milestonesByWord[rawCode.lowercased()]
            ?? milestonesByBeginning.first { rawCode.hasPrefix($0.beginning) }?.milestone ?? .unmapped
    }

    private static func byWord(_ milestones: [String: Milestone]) -> [String: Milestone] {
        Dictionary(milestones.sorted { $0.key < $1.key }.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    }
}
