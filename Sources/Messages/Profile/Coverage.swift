/// What the messages of a profile can tell, and what it takes to get them.
public struct Coverage: Sendable, Hashable {
    /// How much of what happened an answer holds.
    public enum History: String, Sendable, Hashable, CaseIterable {
        /// Everything so far: what is missed once comes again.
        case whole
        /// Only where it is now: what happens between two questions is lost.
        case latest
    }

    public var events: Bool
    public var links: Bool
    public var aliases: Bool
    /// Whether it says when something is expected.
    public var estimates: Bool
    /// Nil for a document, which says what it says.
    public var history: History?
    /// What the carrier wants to be shown: `none`, `basic`, `bearer`, `signature NAME`, or the name of a header; nil for a document.
    public var credentials: String?
}

extension Profile {
    /// What its messages can tell, read off its SELECTs.
    public var coverage: Coverage {
        let groups = Set(selects.map(\.group))
        return Coverage(
            events: groups.contains(.events), links: groups.contains(.links), aliases: groups.contains(.aliases),
            estimates: selects.contains { $0.group == .events && $0.text.contains("'estimated'") }, history: history,
            credentials: ask.map { Self.name($0.credentials) })
    }

    private static func name(_ credentials: AskTemplate.Credentials) -> String {
        switch credentials {
        case .none: "none"
        case .basic: "basic"
        case .bearer: "bearer"
        case .header(let name): name
        case .signature(let signature): "signature \(signature.rawValue)"
        }
    }
}
