/// Writes segments as an interchange would hold them.
struct EDIFACTText {
    var component: Character = ":"
    var element: Character = "+"
    var release: Character? = "?"
    var terminator: Character = "'"
    /// What stands behind each terminator.
    var lineEnd = ""
    /// Where lines are cut, wherever that is; 0 never.
    var width = 0
    var hasAdvice = false

    /// - Parameter segments: of each the tag, and elements whose components stand apart with `|`.
    func write(_ segments: [[String]]) -> String {
        var text = hasAdvice ? "UNA\(component)\(element).\(release ?? " ") \(terminator)" + lineEnd : ""
        for segment in segments {
            let elements = segment.map { value in
                value.split(separator: "|", omittingEmptySubsequences: false).map { escaped($0) }
                    .joined(separator: String(component))
            }
            text += elements.joined(separator: String(element)) + String(terminator) + lineEnd
        }
        return wrapped(text)
    }

    private func escaped(_ value: Substring) -> String {
        value.reduce(into: "") { result, character in
            let isService = character == component || character == element || character == terminator
            if let release, isService || character == release { result.append(release) }
            result.append(character)
        }
    }

    private func wrapped(_ text: String) -> String {
        guard width > 0 else { return text }
        let characters = Array(text)
        return stride(from: 0, to: characters.count, by: width)
            .map { String(characters[$0..<min($0 + width, characters.count)]) }.joined(separator: "\r\n")
    }

    /// One message of a status.
    static func message(
        _ reference: String = "1", version: String = "IFTSTA|D|00B|UN", document: String = "23", body: [[String]]
    ) -> [[String]] {
        let inner = [["BGM", document, "D\(reference)", "9"]] + body
        return [["UNH", reference, version]] + inner + [["UNT", "\(inner.count + 2)", reference]]
    }

    /// Of many messages, each a list of segments.
    static func interchange(of messages: [[[String]]], level: String = "UNOC|3") -> [[String]] {
        [["UNB", level, "S", "R", "261121|0800", "X1"]] + messages.flatMap(\.self)
            + [["UNZ", "\(messages.count)", "X1"]]
    }

    /// A status of one container, as little as one may be.
    static func status(
        _ status: String = "P||HS|Rail departed", box: String = "MRKU9465770", at: String = "334|202611201456|203",
        place: [String] = ["LOC", "175", "CNULZ|139|6"], more: [[String]] = []
    ) -> [[String]] {
        [["CNI", "1"], ["STS", "1", status], ["DTM", at], place] + more + [["EQD", "CN", box]]
    }
}
