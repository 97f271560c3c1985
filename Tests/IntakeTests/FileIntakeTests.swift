import Foundation
import Intake
import Messages
import Store
import TestSupport
import Testing
import Tracking

struct FileIntakeTests {
    @Test(arguments: [1, 3, 1999, 2000, 2001, 4500])
    func everyRowOfAFileOfAnyLengthIsTaken(rows: Int) throws {
        let bench = try Bench()
        let result = try bench.take(Manifests.csv(rows))
        #expect(result.accounting == Accounting(items: rows, mapped: rows))
        #expect(result.problems.isEmpty)
        let status = try bench.status()
        #expect(status.subjects["parcel"] == rows)
        #expect(status.messages == 1 && status.incomplete.isEmpty)
        #expect(status.accounting == result.accounting)
    }

    @Test(arguments: [30, 4500]) func theSameFileAgainIsKnownAndAddsNoRow(rows: Int) throws {
        let bench = try Bench()
        let text = Manifests.csv(rows, broken: [3, 7, 20])
        let first = try bench.take(text)
        #expect(first.accounting == Accounting(items: rows, mapped: rows - 3, rejected: 3))
        let before = try (bench.digest(), bench.rows())
        let again = try bench.take(text)
        #expect(again.accounting == Accounting(items: rows, duplicate: rows - 3, rejected: 3))
        #expect(again.links == 0)
        #expect(again.message == first.message)
        #expect(try bench.digest() == before.0)
        #expect(try bench.rows() == before.1)
    }

    @Test func aRowThatCannotBeReadIsToldWithItsPlaceAndTheOthersAreTaken() throws {
        let bench = try Bench()
        let result = try bench.take(Manifests.csv(3000, broken: [2500]))
        #expect(result.accounting == Accounting(items: 3000, mapped: 2999, rejected: 1))
        let problem = try #require(result.problems.first)
        #expect(result.problems.count == 1)
        #expect(problem.position.contains("2502"), "\(problem.position)")
        #expect(!problem.problem.reason.isEmpty)
    }

    @Test func aFileThatBreaksOffLeavesNothingThatAReaderSees() throws {
        let bench = try Bench()
        try bench.take(Manifests.csv(2))
        let before = try bench.digest()
        // The quote never ends: the table cannot be read to its end.
        let broken = Manifests.csv(5000) + "\"YT0000000000099999,BAG1,MRKU9465770"
        #expect(throws: ReadFailure.self) { try bench.take(broken) }
        let visible = try bench.read { session in
            try session.subjects(code: "YT0000000000000100").map {
                try session.dossier(of: $0).links.count
            }
        }
        #expect(visible.allSatisfy { $0 == 0 })
        let container = try bench.read { session in
            try session.subjects(code: "MRKU9465770").first.map { try session.contents(of: $0)[.parcel] ?? 0 }
        }
        #expect(container == 2)
        // Brought again whole, it is taken up.
        let whole = try bench.take(Manifests.csv(5000))
        #expect(whole.accounting.items == 5000 && whole.accounting.rejected == 0)
        #expect(try bench.digest() != before)
    }

    @Test func whatAnIncompleteFileAlsoSaidIsNotLostToAWholeOne() throws {
        let bench = try Bench()
        let broken = Manifests.csv(5000) + "\"YT0000000000099999,BAG1,MRKU9465770"
        #expect(throws: ReadFailure.self) { try bench.take(broken) }
        let result = try bench.take(Manifests.csv(100))
        #expect(result.accounting == Accounting(items: 100, mapped: 100))
        let links = try bench.read { session in
            try session.subjects(code: "YT0000000000000042").map { try session.dossier(of: $0).links.count }
        }
        #expect(links == [3])
    }

    @Test func theEncodingOfAManifestChangesNothing() throws {
        let text = Manifests.csv(50)
        var digests: Set<String> = []
        let utf16 = Array(text.utf16)
        let encodings: [String: [UInt8]] = [
            "UTF-8": Array(text.utf8),
            "UTF-8 with BOM": [0xEF, 0xBB, 0xBF] + Array(text.utf8),
            "UTF-16LE": [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            "UTF-16BE": [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
            "GB18030": try Encoded.gb18030(text),
            "CRLF": Array(text.replacingOccurrences(of: "\n", with: "\r\n").utf8),
            "tabs": Array(text.replacingOccurrences(of: ",", with: "\t").utf8),
            "semicolons": Array(text.replacingOccurrences(of: ",", with: ";").utf8),
        ]
        for (name, bytes) in encodings {
            let bench = try Bench()
            let profile = bench.library.recognise(body: bytes, fileName: "m.csv")
            #expect(profile?.name == "manifest", "\(name)")
            #expect(try bench.take(bytes).accounting == Accounting(items: 50, mapped: 50), "\(name)")
            digests.insert(try bench.digest())
        }
        #expect(digests.count == 1)
    }
}

/// Text in other encodings.
enum Encoded {
    struct Unencodable: Error {}

    static func gb18030(_ text: String) throws -> [UInt8] {
        let converter = iconv_open("GB18030", "UTF-8")
        defer { iconv_close(converter) }
        var input = Array(text.utf8).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 2)
        let written = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output -> Int? in
                var (from, to) = (input.baseAddress, output.baseAddress)
                var (left, room) = (input.count, output.count)
                let result = iconv(converter, &from, &left, &to, &room)
                return result == Int(bitPattern: UInt.max) || left > 0 ? nil : output.count - room
            }
        }
        guard let written else { throw Unencodable() }
        return output.prefix(written).map { UInt8(bitPattern: $0) }
    }
}
