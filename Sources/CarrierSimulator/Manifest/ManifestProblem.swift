/// Why a manifest could not be written.
public enum ManifestProblem: Error, Hashable, CustomStringConvertible {
    /// The system's converter does not know this encoding, or refused the text.
    case cannotEncode(String)

    public var description: String {
        switch self {
        case .cannotEncode(let name): "this system cannot write text as \(name)"
        }
    }
}
