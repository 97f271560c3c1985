/// How the text of a manifest is written as bytes.
public enum ManifestEncoding: String, CaseIterable, Sendable {
    case utf8
    /// GB 18030, as spreadsheets save CSV on a Chinese system.
    case gb18030
    /// Little-endian with a byte order mark, as spreadsheets save "Unicode text".
    case utf16
}
