public import Tracking

/// What is remembered of the last answer about one number, of which the same bytes again would teach nothing.
public struct AcceptedAnswer: Sendable, Hashable {
    /// Of the bytes as they came.
    public var sha256: [UInt8]
    /// Fingerprint of what it was read with; whoever reads otherwise reads it anew.
    public var reading: [UInt8]
    /// `ETag` of the answer, as it came.
    public var etag: String?
    /// `Last-Modified` of the answer, as it came.
    public var lastModified: String?
    /// Items in it, and those of them that the profile does not map; known once it is in the store.
    public internal(set) var items = 0
    public internal(set) var unmapped = 0
    /// Whether it speaks of other subjects too.
    var isWide = false

    public init(sha256: [UInt8], reading: [UInt8], etag: String? = nil, lastModified: String? = nil) {
        self.sha256 = sha256
        self.reading = reading
        self.etag = etag
        self.lastModified = lastModified
    }

    /// Of the same answer once more.
    public var accounting: Accounting {
        Accounting(items: items, duplicate: items - unmapped, unmapped: unmapped)
    }
}

extension AcceptedAnswer {
    /// - Parameter column: the first of the fingerprint, what it was read with, items, unmapped, ETag, Last-Modified.
    init?(_ row: PreparedStatement, from column: Int32) {
        guard let sha256 = row.optionalBytes(column), let reading = row.optionalBytes(column + 1) else { return nil }
        self.init(
            sha256: sha256, reading: reading, etag: row.optionalText(column + 4),
            lastModified: row.optionalText(column + 5))
        items = Int(row.integer(column + 2))
        unmapped = Int(row.integer(column + 3))
    }
}
