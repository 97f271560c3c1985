import Tracking

/// Turns events into rows before any time is taken.
struct BareRows {
    private(set) var rows: [BareRow] = []
    /// Words in the order of their numbers, from 2 on.
    private(set) var words: [String] = []
    private var numbers: [String: Int64] = ["": 0, "unmapped": 1]
    private var subjects: [String: Int64] = [:]

    init(_ events: [ReportedEvent]) {
        for word in ["line-a", "dcsa", "container", "iso6346", "actual", "reported", "second", "CN", "laden"] {
            _ = number(word)
        }
        rows = events.map { row($0) }
    }

    mutating func number(_ word: String) -> Int64 {
        if let known = numbers[word] { return known }
        words.append(word)
        numbers[word] = Int64(words.count + 1)
        return Int64(words.count + 1)
    }

    private mutating func row(_ event: ReportedEvent) -> BareRow {
        let code = event.subject.code
        let known = subjects[code]
        let subject = known ?? Int64(subjects.count + 1)
        subjects[code] = subject
        return BareRow(
            subject: subject, newSubject: known == nil ? BareText(code) : nil,
            occurredAt: event.time.instant.milliseconds, sourceID: BareText(event.sourceID ?? ""),
            rawCode: number(event.rawCode), place: number(event.place?.text ?? ""),
            milestone: number(event.milestone.rawValue), text: BareText(event.text ?? ""),
            version: BareText(event.version ?? ""), hasID: event.sourceID != nil)
    }
}
