/// Which of two reports of one event id holds: the greater version, and where they are equal the later receipt.
struct EventVersion: Comparable {
    var text: String
    /// UTC milliseconds.
    var receivedAt: Int64

    static func < (left: EventVersion, right: EventVersion) -> Bool {
        left.text == right.text ? left.receivedAt < right.receivedAt : left.text < right.text
    }
}
