import Messages
import Terminal
import Tracking

/// What each profile can tell, as a table.
struct CoverageTable {
    private let profiles: [Profile]

    init(_ profiles: [Profile]) {
        self.profiles = profiles
    }

    static let header = [
        "profile", "reads", "asks about", "events", "links", "aliases", "ETA", "history", "credentials",
    ]

    var rows: [[String]] { profiles.map(Self.cells) }

    var text: TextTable {
        var table = TextTable(Self.header.map { TableColumn($0) } + [TableColumn("title", isFlexible: true)])
        for profile in profiles { table.append((Self.cells(profile) + [profile.title]).map { .text($0) }) }
        return table
    }

    private static func cells(_ profile: Profile) -> [String] {
        let tells = profile.coverage
        let about = profile.ask.map { $0.about.map(\.rawValue).joined(separator: ", ") } ?? "imported"
        let marks = [tells.events, tells.links, tells.aliases, tells.estimates].map { $0 ? "yes" : "-" }
        return [profile.name, profile.reads.rawValue, about] + marks
            + [tells.history?.rawValue ?? "-", tells.credentials ?? "-"]
    }
}
