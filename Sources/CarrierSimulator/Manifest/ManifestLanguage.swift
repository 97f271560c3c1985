/// The language of a manifest's header and place names.
public enum ManifestLanguage: String, CaseIterable, Sendable {
    case en
    case zh
}
