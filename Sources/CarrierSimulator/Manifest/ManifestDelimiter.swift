/// What stands between the fields of a manifest.
public enum ManifestDelimiter: String, CaseIterable, Sendable {
    case comma
    case semicolon
    case tab

    var text: String {
        switch self {
        case .comma: ","
        case .semicolon: ";"
        case .tab: "\t"
        }
    }
}
