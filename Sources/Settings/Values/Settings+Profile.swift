extension Settings {
    /// Which description of an interface is meant: one of ours by name, or a file.
    public enum Profile: Hashable, Sendable {
        case builtIn(String)
        /// The path of a file.
        case file(String)
    }
}

extension Settings.Profile: CustomStringConvertible {
    public var description: String {
        switch self {
        case .builtIn(let name): name
        case .file(let path): path
        }
    }
}
