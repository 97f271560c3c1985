import CCurl
import HTTPFetch

/// Header fields in libcurl's form; libcurl reads them in place, so the list outlives the transfer that uses it.
final class HeaderList {
    let fields: [HTTPHeaders.Field]
    private(set) var raw: UnsafeMutablePointer<curl_slist>?

    /// - Throws: ``FetchFailure`` when a field would change the framing of the request. It names the field, never its
    ///   value.
    init(_ fields: [HTTPHeaders.Field]) throws {
        self.fields = fields
        for field in fields {
            try Self.check(field)
            try append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        // libcurl would add these two to a body: the type is the caller's to say, the other costs a round trip.
        if !fields.contains(where: { $0.isNamed("content-type") }) { try append("Content-Type:") }
        try append("Expect:")
    }

    deinit {
        curl_slist_free_all(raw)
    }

    private func append(_ line: String) throws {
        guard let longer = curl_slist_append(raw, line) else { throw FetchFailure(.other, "out of memory") }
        raw = longer
    }

    private static func check(_ field: HTTPHeaders.Field) throws {
        guard !field.name.isEmpty, field.name.utf8.allSatisfy(isPartOfName) else {
            throw FetchFailure(.other, "a header of the request has a name that is none")
        }
        guard !field.value.utf8.contains(where: { $0 == 0 || $0 == 10 || $0 == 13 }) else {
            throw FetchFailure(.other, "header \(field.name) of the request holds a line break")
        }
        guard !field.isNamed("content-length"), !field.isNamed("transfer-encoding") else {
            throw FetchFailure(.other, "header \(field.name) of the request is not the caller's to set")
        }
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
