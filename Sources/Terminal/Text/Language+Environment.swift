public import ArgumentParser
public import Tracking

extension Language: ExpressibleByArgument {
    /// The language of a locale's variables, the strongest first; English where they name another one.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale.flatMap { Language(rawValue: String($0.prefix(2)).lowercased()) } ?? .en
    }
}
