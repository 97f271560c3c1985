import Store
import Tracking

/// What the customs of the country of export and the border said of a subject.
struct CustomsStory {
    /// When the first declaration was sent, when the last was released, and when it left China.
    var declaredAt: EventTime?
    var releasedAt: EventTime?
    var departedAt: EventTime?
    /// Whether a departure message of customs (509) says that it left.
    var hasDepartureMessage = false
    /// Whether the customs of the country of export speaks of a list.
    var isExportPaper = false
    /// The consignments that cover it.
    var consignments: [Subject] = []
    /// Which of the subject's own papers were sent to customs and not answered, by their place in the pattern.
    var unanswered: [Int] = []

    init(own: [Subject?], _ dossier: Dossier, _ timeline: Timeline) {
        let papers = dossier.events.filter { $0.subject.kind == .declaration && $0.classifier == .actual }
        isExportPaper = papers.contains { event in
            [.exportDeclared, .exportHeld, .exportRejected, .exportCleared, .exportClosed].contains(event.milestone)
                && !Self.otherFilings.contains { event.rawCode.hasPrefix($0) }
        }
        declaredAt = Self.first(papers.filter { $0.milestone == .exportDeclared })
        releasedAt = Self.released(papers)
        let left = dossier.events.filter(Self.isDepartureMessage)
        hasDepartureMessage = !left.isEmpty
        departedAt = Self.first(left) ?? timeline.entries.first(where: Self.leavesChina)?.time
        unanswered = own.indices.filter { index in Self.isUnanswered(papers.filter { $0.subject == own[index] }) }
        consignments = Set(dossier.links.lazy.map(\.parent).filter { $0.kind == .consignment })
            .sorted { $0.code < $1.code }
    }

    /// Answers to filings that are no lists: arrival, departure, splitting, summary, return.
    private static let otherFilings = ["508.", "510.", "608.", "702.", "214.", "216."]

    /// Customs messages are numbered; 509 is the departure.
    static func isDepartureMessage(_ event: Event) -> Bool {
        event.milestone == .borderDeparted && event.classifier == .actual && event.rawCode.hasPrefix("509")
    }

    /// A list (603) that was sent, and of which no receipt (604) has come.
    private static func isUnanswered(_ told: [Event]) -> Bool {
        told.contains { $0.milestone == .exportDeclared } && told.allSatisfy { $0.rawCode.hasPrefix("603") }
    }

    private static func leavesChina(_ entry: TimelineEntry) -> Bool {
        entry.milestone == .borderDeparted && entry.classifier == .actual && entry.shown && entry.side == "CN"
    }

    private static func first(_ events: [Event]) -> EventTime? {
        events.min { $0.time.instant < $1.time.instant }?.time
    }

    /// The last word of customs on the papers, where it is a release.
    private static func released(_ papers: [Event]) -> EventTime? {
        let words: [Milestone] = [.exportHeld, .exportRejected, .exportCleared, .exportClosed, .cancelled]
        let said = papers.filter { words.contains($0.milestone) }
        guard let last = said.max(by: { $0.time.instant < $1.time.instant }),
            last.milestone == .exportCleared || last.milestone == .exportClosed
        else { return nil }
        return said.filter { $0.milestone == .exportCleared }.max { $0.time.instant < $1.time.instant }?.time
            ?? last.time
    }
}
