import Intake
import Messages
import Settings
import Terminal

/// Makes folders to read of those in the settings.
struct Inboxes {
    private let settings: Settings

    init(_ settings: Settings) {
        self.settings = settings
    }

    /// - Throws: `CommandFailure` for a profile that cannot be used.
    func all(_ library: ProfileLibrary) throws -> [InboxFolder] {
        try settings.inbox.map { InboxFolder(path: $0.path, profile: try profile(of: $0, library)) }
    }

    private func profile(of inbox: Settings.Inbox, _ library: ProfileLibrary) throws -> Profile? {
        switch inbox.profile {
        case nil: return nil
        case .file(let path):
            do {
                return try Profile(contentsOfFile: path)
            } catch {
                throw CommandFailure(error)
            }
        case .builtIn(let name):
            if let profile = library.profile(named: name) { return profile }
            throw CommandFailure(
                "cannot read", on: inbox.path, why: "there is no profile \(name)",
                try: "name one of " + library.profiles.map(\.name).joined(separator: ", ")
                    + ", or leave `profile:` out and the format is recognised",
                kind: "bad-settings", status: .badSettings)
        }
    }
}
