import HTTPFetch

/// The lines before the body of an answer, as they come in.
struct IncomingHead {
    /// Bytes of all header lines of one exchange, interim answers and trailers included.
    static let maximumSize = 64 << 10
    /// Header lines of one exchange, counted likewise.
    static let maximumLines = 200

    static let tooLarge = FetchFailure(.headersTooLarge, "more than \(maximumSize) bytes or \(maximumLines) lines")

    private(set) var headers = HTTPHeaders()
    /// Whether HTTP/1 frames the body; HTTP/2 needs neither a length nor chunks to know its end.
    private(set) var isHTTP1 = false
    private(set) var size = 0
    private var lineCount = 0
    private var lines: [UInt8] = []
    /// Whether the empty line has come; libcurl does not mind when the connection ends before it.
    private(set) var isComplete = false

    /// Whether the body is compressed on the way.
    private(set) var isEncoded = false

    /// Makes room for the next exchange.
    mutating func reset() {
        let room = lines
        self = IncomingHead()
        lines = room
        lines.removeAll(keepingCapacity: true)
    }

    /// Takes the next line, with its line end.
    ///
    /// - Throws: ``FetchFailure`` of kind `headersTooLarge` or `encoding`.
    mutating func receive(_ line: UnsafeRawBufferPointer) throws {
        size += line.count
        lineCount += 1
        guard size <= Self.maximumSize, lineCount <= Self.maximumLines else { throw Self.tooLarge }
        if isComplete {
            // Another status line follows an interim answer; anything else is a trailer, which nobody asked for.
            guard line.starts(with: "HTTP/".utf8) else { return }
            isComplete = false
            lines.removeAll(keepingCapacity: true)
        }
        if lines.isEmpty { isHTTP1 = line.starts(with: "HTTP/1".utf8) }
        lines.append(contentsOf: line)
        if line.allSatisfy({ $0 == 10 || $0 == 13 }) { try complete() }
    }

    private mutating func complete() throws {
        isComplete = true
        headers = HTTPHeaders(Self.fields(in: lines))
        let encodings = headers.values(of: "content-encoding")
            .flatMap { $0.lowercased().split(whereSeparator: { ", ".contains($0) }) }
            .filter { $0 != "identity" }
        guard encodings.count <= 1, encodings.allSatisfy({ $0 == "gzip" || $0 == "x-gzip" }) else {
            throw FetchFailure(.encoding, "the answer is not compressed by gzip alone")
        }
        isEncoded = !encodings.isEmpty
    }

    private static func fields(in lines: [UInt8]) -> [HTTPHeaders.Field] {
        var fields: [HTTPHeaders.Field] = []
        for line in lines.split(separator: 10).dropFirst() {
            if line.first == 32 || line.first == 9 {
                guard let last = fields.indices.last else { continue }
                fields[last].value += " " + text(line)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let value = text(line[line.index(after: colon)...])
                fields.append(HTTPHeaders.Field(name: text(line[..<colon]), value: value))
            }
        }
        return fields
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let isSpace = { (byte: UInt8) in byte == 32 || byte == 9 || byte == 13 }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }) else { return "" }
        let last = bytes.lastIndex(where: { !isSpace($0) }) ?? first
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
