internal import Tracking

/// Where the messages of a file stand, checked against what their trailers say (ISO 9735).
///
/// A file that ends too early is refused as a whole. A message whose trailer does not fit is told apart, since each of
/// the others proves with its own that it is whole.
struct EDIFACTOutline {
    private(set) var messages: [EDIFACTMessage] = []
    private(set) var notes: [SourceNote] = []
    /// Values to overwrite, in the order of the text.
    private(set) var redactions: [EDIFACTRedaction.Edit] = []
    private let redaction: EDIFACTRedaction
    private let isUTF8: Bool
    private var scanner: EDIFACTScanner
    private var charset = EDIFACTCharset.utf8
    private var interchange: Envelope?
    private var group: Envelope?
    private var open: (message: EDIFACTMessage, segments: Int)?

    private struct Envelope {
        var header: EDIFACTSegment
        var reference: String
        /// Messages so far, and functional groups.
        var messages = 0
        var groups = 0
    }

    /// - Throws: `ReadFailure` for what cannot be used as a whole.
    init(_ bytes: [UInt8], redaction: EDIFACTRedaction, limits: DecodingLimits) throws(ReadFailure) {
        self.redaction = redaction
        // A text that ends inside a character ends inside a segment too, which is what there is to say of it.
        isUTF8 = UTF8Check.firstInvalid(bytes)?.reachesEnd ?? true
        scanner = EDIFACTScanner(bytes, limits: limits)
        while !scanner.isAtEnd() {
            if interchange == nil, open == nil { try beginAtTop() }
            guard !scanner.isAtEnd() else { throw scanner.truncated("there is nothing behind UNA") }
            try take(scanner.next())
        }
        if let open { throw scanner.truncated("message \(open.message.reference) has no UNT") }
        if let interchange { throw scanner.truncated("interchange \(interchange.reference) has no UNZ") }
    }

    private mutating func beginAtTop() throws(ReadFailure) {
        // Messages without an interchange around them follow one another with the separators of the first.
        if scanner.begins("UNA") || scanner.begins("UNB") || messages.isEmpty { try scanner.beginInterchange() }
    }

    private mutating func take(_ segment: EDIFACTSegment) throws(ReadFailure) {
        redactions += redaction.edits(of: segment, in: scanner.bytes)
        switch segment.tag {
        case "UNB": try beginInterchange(segment)
        case "UNG": try beginGroup(segment)
        case "UNH": try beginMessage(segment)
        case "UNT": try endMessage(segment)
        case "UNE": try endGroup(segment)
        case "UNZ": try endInterchange(segment)
        default: try addSegment(segment)
        }
    }

    private func text(_ segment: EDIFACTSegment, _ element: Int, _ component: Int = 0) -> String {
        segment.text(element, component, in: scanner.bytes)
    }

    private mutating func beginInterchange(_ segment: EDIFACTSegment) throws(ReadFailure) {
        try checkNoMessage(before: "UNB", segment)
        if let interchange { throw unfinished(segment, "interchange \(interchange.reference) has no UNZ") }
        charset = try EDIFACTCharset(level: text(segment, 0), isUTF8: isUTF8)
        // Before version 4 the character may stand in values.
        if (Int(text(segment, 0, 1)) ?? 0) < 4 { scanner.separators.repetition = nil }
        interchange = Envelope(header: segment, reference: text(segment, 4))
    }

    private mutating func beginGroup(_ segment: EDIFACTSegment) throws(ReadFailure) {
        try checkNoMessage(before: "UNG", segment)
        if let group { throw unfinished(segment, "group \(group.reference) has no UNE") }
        interchange?.groups += 1
        group = Envelope(header: segment, reference: text(segment, 4))
    }

    private mutating func beginMessage(_ segment: EDIFACTSegment) throws(ReadFailure) {
        try checkNoMessage(before: "UNH", segment)
        if interchange == nil {
            charset = try EDIFACTCharset(level: nil, isUTF8: isUTF8)
            scanner.separators.repetition = nil
            if charset != .utf8, messages.isEmpty { noteCharset(segment) }
        }
        interchange?.messages += 1
        group?.messages += 1
        let message = EDIFACTMessage(
            index: messages.count, reference: text(segment, 0), type: text(segment, 1), range: segment.range,
            separators: scanner.separators, charset: charset,
            envelope: [interchange?.header, group?.header].compactMap(\.self))
        open = (message, 1)
    }

    private mutating func addSegment(_ segment: EDIFACTSegment) throws(ReadFailure) {
        guard open != nil else {
            throw ReadFailure(
                .malformed, at: scanner.position(segment.range.lowerBound),
                "\(segment.tag.isEmpty ? "text" : segment.tag) outside a message",
                remedy: "an interchange is UNB, messages from UNH to UNT, and UNZ; look at the text there")
        }
        open?.segments += 1
        if !segment.isTagged {
            spoil(
                "bad-segment", segment.tag, "UNH",
                "\(scanner.position(segment.range.lowerBound)): a segment begins with a tag of three capital letters; "
                    + "a separator inside a text may lack its release character")
        }
        if let count = open?.segments, count > scanner.limits.messageSegments {
            throw ReadFailure(
                .tooLarge, at: scanner.position(segment.range.lowerBound),
                "a message of more than \(scanner.limits.messageSegments) segments", remedy: "ask for less in a message"
            )
        }
    }
}

extension EDIFACTOutline {
    private mutating func endMessage(_ segment: EDIFACTSegment) throws(ReadFailure) {
        guard open != nil else { throw unfinished(segment, "UNT ends no message") }
        open?.segments += 1
        let (said, reference) = (text(segment, 0), text(segment, 1))
        let counted = open?.segments ?? 0
        if Int(said) != counted {
            spoil(
                "segment-count", said, "UNT",
                "its trailer counts \(said.isEmpty ? "nothing" : said), \(counted) segments are here: part of the "
                    + "message is lost or damaged; get it again")
        }
        if reference != open?.message.reference {
            spoil(
                "other-reference", reference, "UNT",
                "the message begins as \(open?.message.reference ?? "") and ends as \(reference): two may have run into "
                    + "one another; get it again")
        }
        guard var message = open?.message else { return }
        message.range = message.range.lowerBound..<segment.range.upperBound
        messages.append(message)
        open = nil
    }

    private mutating func endGroup(_ segment: EDIFACTSegment) throws(ReadFailure) {
        try checkNoMessage(before: "UNE", segment)
        guard let group else { throw unfinished(segment, "UNE ends no group") }
        check(segment, of: group, counted: group.messages, "messages")
        self.group = nil
    }

    private mutating func endInterchange(_ segment: EDIFACTSegment) throws(ReadFailure) {
        try checkNoMessage(before: "UNZ", segment)
        if let group { throw unfinished(segment, "group \(group.reference) has no UNE") }
        guard let interchange else { throw unfinished(segment, "UNZ ends no interchange") }
        let hasGroups = interchange.groups > 0
        check(
            segment, of: interchange, counted: hasGroups ? interchange.groups : interchange.messages,
            hasGroups ? "groups" : "messages")
        self.interchange = nil
    }

    /// What is there is whole, each message by its own trailer; but some may be missing, and nobody would notice.
    private mutating func check(_ segment: EDIFACTSegment, of envelope: Envelope, counted: Int, _ what: String) {
        let (said, reference) = (text(segment, 0), text(segment, 1))
        if Int(said) != counted {
            note(
                segment, "message-count", said,
                "\(segment.tag) counts \(said.isEmpty ? "nothing" : said), \(counted) \(what) are here: some may be "
                    + "missing; ask the sender for \(envelope.reference) again")
        }
        if reference != envelope.reference {
            note(
                segment, "other-reference", reference,
                "what begins as \(envelope.reference) ends as \(reference): part of it may be missing; ask the sender "
                    + "for it again")
        }
    }

    private mutating func note(_ segment: EDIFACTSegment, _ kind: String, _ value: String, _ reason: String) {
        notes.append(
            SourceNote(
                position: scanner.position(segment.range.lowerBound),
                problem: RowProblem(kind: kind, column: segment.tag, value: value, reason: reason)))
    }

    private mutating func noteCharset(_ segment: EDIFACTSegment) {
        notes.append(
            SourceNote(
                position: scanner.position(segment.range.lowerBound),
                problem: RowProblem(
                    kind: "no-charset", severity: .warning, column: "UNB", value: nil,
                    reason: "no UNB says which characters these are; letters beyond ASCII are read as ISO 8859-1")))
    }

    /// The first thing that is wrong with a message is the one to mend.
    private mutating func spoil(_ kind: String, _ value: String, _ column: String, _ reason: String) {
        guard let message = open?.message, message.problem == nil else { return }
        open?.message.problem = RowProblem(
            kind: kind, column: column, value: value,
            reason: "message \(message.reference.isEmpty ? "\(message.index + 1)" : message.reference): \(reason)")
    }

    private func checkNoMessage(before tag: String, _ segment: EDIFACTSegment) throws(ReadFailure) {
        if let open { throw unfinished(segment, "\(tag) stands before the UNT of message \(open.message.reference)") }
    }

    private func unfinished(_ segment: EDIFACTSegment, _ reason: String) -> ReadFailure {
        ReadFailure(
            .truncated, at: scanner.position(segment.range.lowerBound), reason,
            remedy: "part of the interchange is lost; get the whole of it again, nothing was taken")
    }
}
