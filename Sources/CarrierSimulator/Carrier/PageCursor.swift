/// Where the next page of a listing begins.
///
/// It names the listing by what was published when its first page was asked for, so that pages neither repeat nor miss
/// an event although the clock goes on.
struct PageCursor: Hashable, Sendable {
    /// Records published when the listing was made.
    var published: Int
    /// Events on the pages before.
    var offset: Int

    var text: String { "p\(published)-\(offset)" }

    init(published: Int, offset: Int) {
        self.published = published
        self.offset = offset
    }

    /// Nil when the text is no cursor of ours.
    init?(_ text: String) {
        let parts = text.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
        guard text.first == "p", parts.count == 2, let published = Int(parts[0]), let offset = Int(parts[1]),
            published >= 0, offset >= 0
        else { return nil }
        self.init(published: published, offset: offset)
    }
}
