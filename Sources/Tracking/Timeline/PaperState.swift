/// Whether customs keeps a subject back: what its own papers say about leaving the country.
struct PaperState {
    /// The event that keeps it back.
    let blocking: ReadEvent?

    /// Judges by paper: of each paper its latest word counts, and a list that is filed again and released replaces one
    /// that was withdrawn or rejected.
    ///
    /// - Parameters:
    ///   - own: what was told of the subject itself.
    ///   - papers: what was told of the declarations that it stands on.
    ///   - names: one name for a paper that is known by several numbers.
    init(own: [ReadEvent], papers: [ReadEvent], names: NumberNames) {
        let ownWord = own.last { $0.isActual && $0.milestone.isExportPaper }
        var words: [Subject: ReadEvent] = [:]
        // A list that was withdrawn neither keeps back nor releases.
        for event in papers where event.isActual && (event.milestone.isExportPaper || event.milestone == .cancelled) {
            words[names.name(of: event.event.subject)] = event
        }
        let latest = words.values.sorted(by: ReadEvent.precedes)
        let released = latest.last { $0.milestone == .exportCleared || $0.milestone == .exportClosed }
        if let ownWord, Self.blocks(ownWord), released.map({ $0.at <= ownWord.at }) ?? true {
            blocking = ownWord
        } else {
            let blocked = latest.last(where: Self.blocks)
            let refiled = (latest + [ownWord].compactMap { $0 }).contains { word in
                word.milestone != .cancelled && !Self.blocks(word) && word.at > (blocked?.at ?? word.at)
            }
            blocking = released == nil && !refiled ? blocked : nil
        }
    }

    private static func blocks(_ event: ReadEvent) -> Bool {
        event.milestone == .exportHeld || event.milestone == .exportRejected
    }
}
