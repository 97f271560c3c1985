import Intake
import Store
import Tracking

/// How it stands with one folder that is read by itself.
struct InboxState {
    /// A file that told what the folder is for.
    struct Arrival {
        var at: Instant
        var name: String
        var message: MessageID?
        /// False when it was brought another way: by `caravan import`, or through another folder.
        var throughFolder: Bool
    }

    var folder: String
    /// Nil when formats are recognised.
    var profile: String?
    /// As the settings write it.
    var expect: String?
    var source: AwaitedSource
    /// Nil when no program has read the folder yet.
    var record: InboxRecord?
    var lastArrival: Arrival?
    var contents: InboxContents
}

extension Sequence<InboxState> {
    /// The folders whose files did not come, the longest overdue first.
    func lateSources(now: Instant) -> [LateSource] {
        map(\.source).lateSources(now: now)
    }
}
