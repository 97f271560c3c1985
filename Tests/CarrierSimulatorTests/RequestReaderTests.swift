import Testing

@testable import CarrierSimulator

@Suite struct RequestReaderTests {
    private let text = "POST /a?x=%E4%B8%AD+1&y=2&x=3 HTTP/1.1\r\nAPI-Key:  k\r\nContent-Length: 5\r\n\r\nhello"

    @Test func readsARequestInPiecesOfAnySize() throws {
        for size in [1, 7, 100] {
            var reader = RequestReader()
            var requests: [CarrierRequest] = []
            for start in stride(from: 0, to: text.utf8.count, by: size) {
                reader.receive(Array(text.utf8.dropFirst(start).prefix(size)))
                while let (request, isLast) = try reader.next() {
                    #expect(!isLast)
                    requests.append(request)
                }
            }
            #expect(requests.count == 1)
            #expect(requests.first?.query == ["x": "中 1", "y": "2"])
            #expect(requests.first?.headers["api-key"] == "k")
            #expect(requests.first?.body == Array("hello".utf8))
        }
    }

    @Test func readsRequestsThatCameTogether() throws {
        var reader = RequestReader()
        reader.receive(Array((text + text + "GET / HTTP/1.1\r\nConnection: close\r\n\r\n").utf8))
        let together = [try #require(try reader.next()), try #require(try reader.next())].map(\.request)
        #expect(together.map(\.method) == ["POST", "POST"])
        #expect(together.map(\.path) == ["/a", "/a"])
        let last = try #require(try reader.next())
        #expect(last.request.method == "GET" && last.request.path == "/" && last.isLast)
        #expect(try reader.next() == nil)
    }

    @Test(arguments: [
        ("GARBAGE\r\n\r\n", RequestProblem.malformed), ("GET / SPDY/1\r\n\r\n", .malformed),
        ("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", .malformed),
        ("GET / HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", .tooLong),
        ("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", .tooLong),
        (String(repeating: "x", count: 70_000), .tooLong),
    ])
    func refusesWhatIsNoRequest(text: String, problem: RequestProblem) {
        var reader = RequestReader()
        reader.receive(Array(text.utf8))
        #expect(throws: problem) { try reader.next() }
    }
}
