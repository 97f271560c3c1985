import Intake
import Messages
import Settings
import Store
import Terminal
import Tracking

/// Finds out how it stands with the folders of the settings.
struct InboxStates {
    private let settings: Settings
    private let names: [String?]

    /// - Throws: `CommandFailure` for a profile of the user's that cannot be read.
    init(_ settings: Settings) throws {
        self.settings = settings
        names = try settings.inbox.map { inbox in
            switch inbox.profile {
            case nil: nil
            case .builtIn(let name): name
            case .file(let path): try explained { try Profile(contentsOfFile: path) }.name
            }
        }
    }

    func all(_ session: ReadSession) throws -> [InboxState] {
        try zip(settings.inbox, names).map { try state($0, profile: $1, session) }
    }

    private func state(_ inbox: Settings.Inbox, profile: String?, _ session: ReadSession) throws -> InboxState {
        let folder = InboxFolder.absolute(inbox.path)
        let record = try session.inbox(folder)
        let arrival = try lastArrival(record, profile: profile, session)
        let source = AwaitedSource(
            name: folder, deadline: inbox.expect.map(Deadline.init), zone: settings.reportZone,
            awaitedSince: record?.watchedSince, lastArrival: arrival?.at)
        return InboxState(
            folder: folder, profile: profile, expect: inbox.expect?.description, source: source, record: record,
            lastArrival: arrival, contents: InboxContents(folder))
    }

    /// A table that somebody imports by hand has come as well, for whoever waits for it. But that is known only where
    /// one folder alone is for its profile: of two agents who send the same kind, the file does not say whose it is.
    private func lastArrival(
        _ record: InboxRecord?, profile: String?, _ session: ReadSession
    ) throws -> InboxState.Arrival? {
        let own = record?.lastArrival.map {
            InboxState.Arrival(at: $0.at, name: $0.name, message: $0.message, throughFolder: true)
        }
        guard let profile, names.count(where: { $0 == profile }) == 1,
            let file = try session.lastArrival(profile: profile)
        else { return own }
        // What the folder brought itself stands in the archive too, but from when it was taken, not from when it came.
        if let last = record?.lastArrival?.message, let message = file.message, message <= last { return own }
        if let own, own.at >= file.at { return own }
        return InboxState.Arrival(at: file.at, name: file.name, message: file.message, throughFolder: false)
    }
}

extension Deadline {
    /// What the settings expect, in the words of the domain.
    init(_ expectation: Settings.Expectation) {
        switch expectation {
        case .daily(let time): self = .daily(minute: time.minuteOfDay)
        case .weekly(let day, let time):
            let weekday = (Settings.Weekday.allCases.firstIndex(of: day) ?? 0) + 1
            self = .weekly(weekday: weekday, minute: time.minuteOfDay)
        case .every(let interval): self = .every(interval.duration)
        }
    }
}

extension Settings.TimeOfDay {
    fileprivate var minuteOfDay: Int { hour * 60 + minute }
}
