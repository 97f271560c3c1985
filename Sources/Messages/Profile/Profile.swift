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
        /// Separated text: comma, semicolon or tab.
        case csv
    }

    public let name: String
    public let title: String
    public let reads: Format
    /// How the carrier is asked; nil for documents that come by themselves.
    public let ask: AskTemplate?
    /// Kinds of subjects that a document without a number of its own may be about, the likeliest first.
    public let about: [SubjectKind]
    /// Raw code of the carrier to milestone.
    public let milestones: [String: Milestone]
    /// IANA name of the zone that times without one are assumed to be in.
    public let zone: String?
    /// The YAML text, to start a profile of one's own from.
    public let text: String

    let recognition: Recognition
    let redact: [String]
    let redactWhere: [ConditionalRedaction]
    let each: [JSONPath]
    /// The columns of a table, or the fields of a JSON item.
    let columns: TableColumns
    let fields: JSONFields
    /// Columns whose cells are days, brought to `2026-11-20` before anything else.
    let days: [String]
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
        (columns, fields) = reads == .csv ? (reading.columns(root), JSONFields([])) : reading.fields(root)
        recognition = reading.recognition(root)
        ask = reading.ask(root, reads)
        about = ask?.about ?? reading.about(root)
        redact = reading.redact(root, reads, columns)
        redactWhere = reading.redactWhere(root, reads)
        each = reading.each(root, reads)
        days = reading.knownColumns(root, "days", columns)
        quantities = Set(root.texts("quantities"))
        milestones = reading.milestones(root)
        zone = reading.zone(root)
        shape = reading.shape(root, reads, columns)
        agreement = reading.agreement(root, columns)
        restsOnEvents = reading.restsOnEvents(root)
        selects = reading.selects(root, columns)
    }
}
