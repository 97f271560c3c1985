import Messages
import Store
import Tracking

/// What every folder is worked with.
struct InboxDesk {
    let files: FileIntake
    let writer: StoreWriter
    let library: ProfileLibrary
    /// How long nobody may have written to a file before it is taken.
    let quiet: Duration
    let now: () -> Instant
    let report: (InboxEnding) -> InboxReport
    let tell: (InboxNotice) -> Void
    let stop: StopFlag
}
