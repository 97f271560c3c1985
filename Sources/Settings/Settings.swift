/// What the settings file says, checked.
///
/// Everything has a default: a site without carriers needs no file at all.
/// Paths are ready to open: a relative one starts at the folder of the settings file.
/// The parts are nested types, so that `Settings.Rate` is never mistaken for somebody else's rate.
public struct Settings: Equatable, Sendable {
    /// The file these settings came from; nil when nothing was found and the defaults hold.
    public var file: String?
    /// The database; nil when the settings do not name one.
    public var database: String?
    /// Folders whose files are imported.
    public var inbox: [Inbox]
    /// The carriers that are asked.
    public var carriers: [Carrier]
    /// A table of further places and aliases.
    public var places: String?
    /// The zone of hand-kept tables that name none.
    public var reportZone: String
    /// Whether parcels of one consignor may be evidence of where another's are. Off unless the user says so: the boxes
    /// of groupage hold competitors.
    public var sharedEvidence: Bool

    public init(
        file: String? = nil, database: String? = nil, inbox: [Inbox] = [], carriers: [Carrier] = [],
        places: String? = nil, reportZone: String = Settings.defaultReportZone, sharedEvidence: Bool = false
    ) {
        self.file = file
        self.database = database
        self.inbox = inbox
        self.carriers = carriers
        self.places = places
        self.reportZone = reportZone
        self.sharedEvidence = sharedEvidence
    }

    /// Beijing time: the railway's and the customs' own clock, in Xinjiang too.
    public static let defaultReportZone = "Asia/Shanghai"
}
