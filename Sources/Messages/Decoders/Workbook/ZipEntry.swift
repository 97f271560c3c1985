/// One file inside a ZIP archive, as its central directory lists it.
struct ZipEntry {
    enum Method { case stored, deflated }

    /// With `/` between folders and in small letters, as names are compared.
    var name: String
    var method: Method
    /// Where the compressed bytes stand in the archive.
    var range: Range<Int>
    /// Bytes the directory promises; a promise only.
    var size: UInt64
    var checksum: UInt32
}
