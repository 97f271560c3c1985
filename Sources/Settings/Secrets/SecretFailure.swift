/// Why a key could not be had. None of the cases holds the key.
public enum SecretFailure: Error, Equatable, Sendable {
    case noVariable(String)
    case noCredentials(String)
    case noFile(String)
    case unreadable(path: String, reason: String)
    case tooOpen(path: String, mode: UInt32)
    case empty(SecretReference)
    case malformed(SecretReference)

    /// What is wrong.
    public var message: String {
        switch self {
        case .noVariable(let name): "the environment has no \(name)"
        case .noCredentials(let name): "credential \(name) is not there: CREDENTIALS_DIRECTORY is not set"
        case .noFile(let path): "\(path) does not exist"
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .tooOpen(let path, let mode): "others may read \(path) (mode \(String(mode & 0o777, radix: 8)))"
        case .empty(let reference): "\(reference) is empty"
        case .malformed(let reference): "\(reference) holds a line break or another control character"
        }
    }

    /// What to do about it.
    public var remedy: String {
        switch self {
        case .noVariable(let name): "set \(name) for this program, or name a file: file:PATH"
        case .noCredentials(let name): "add LoadCredential=\(name):PATH to the unit, or write file:PATH"
        case .noFile(let path): "create it with the key as its only line, then: chmod 600 \(path)"
        case .unreadable: "let the account this program runs under read it"
        case .tooOpen(let path, _): "chmod 600 \(path)"
        case .empty, .malformed: "put the key there, alone, on one line"
        }
    }
}

extension SecretFailure: CustomStringConvertible {
    public var description: String { message }
}
