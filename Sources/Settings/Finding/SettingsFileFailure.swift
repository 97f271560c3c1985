/// Why no settings file could be read at all.
public enum SettingsFileFailure: Error, Equatable, Sendable {
    /// Somebody named a file that is not there; `namedBy` is `--settings` or `CARAVAN_SETTINGS`.
    case missing(path: String, namedBy: String)
    case unreadable(path: String, reason: String)
    /// Nothing says where the database is, and there is no home to keep it in.
    case noHome

    /// What is wrong.
    public var message: String {
        switch self {
        case .missing(let path, let namedBy): "\(path), named by \(namedBy), does not exist"
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .noHome: "nothing says where the database is, and HOME is not set"
        }
    }

    /// What to do about it.
    public var remedy: String {
        switch self {
        case .missing: "caravan settings --example > caravan.yaml"
        case .unreadable(let path, _): "ls -l \(path)"
        case .noHome: "name it: --database PATH"
        }
    }
}

extension SettingsFileFailure: CustomStringConvertible {
    public var description: String { message }
}
