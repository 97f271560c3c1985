/// An event on its way to becoming a line of a timeline.
struct Line {
    let number: Int
    let read: ReadEvent
    let path: Ascent.Path?
    var decides: Bool
    var shown: Bool
    /// Told by the number of a leg after the first: its `accepted` is no news of the journey as a whole.
    let isLaterLeg: Bool

    /// Told by the number of a parcel that goes back to its sender.
    var isOnReturn = false

    /// What it means for the status: whatever happens to a parcel that goes back, it is on its way back until somebody
    /// says that it is returned, or that it came to another end.
    var standing: Milestone {
        guard isOnReturn, read.milestone.isPhysical else { return read.milestone }
        switch read.milestone {
        case .returned, .disposed, .damaged: return read.milestone
        default: return .returning
        }
    }

    var isInherited: Bool { path != nil }

    /// Of several reports of one happening, whether this one is rather shown: the subject's own before a carrier's,
    /// a clock before a day, a place before none.
    func isBetter(than other: Line) -> Bool {
        if isInherited != other.isInherited { return !isInherited }
        if read.isDay != other.read.isDay { return !read.isDay }
        if (read.event.place == nil) != (other.read.event.place == nil) { return read.event.place != nil }
        if (read.event.time.basis == .assumed) != (other.read.event.time.basis == .assumed) {
            return read.event.time.basis != .assumed
        }
        return number < other.number
    }
}
