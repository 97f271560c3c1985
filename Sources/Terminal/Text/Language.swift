public import ArgumentParser

/// The language of names and milestones on screen; fields of JSON are always English.
public enum Language: String, Sendable, CaseIterable, ExpressibleByArgument {
    case en
    case zh
    case ru

    /// The language of a locale's variables, the strongest first; English where they name another one.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale.flatMap { Language(rawValue: String($0.prefix(2)).lowercased()) } ?? .en
    }
}
