import Foundation
import HTTPFetch

/// A way in which a carrier fails, and the path of a ``FaultServer`` on which it does.
public enum Fault: String, CaseIterable, Sendable {
    case silence, drip, reset, closed
    case lengthTooGreat, lengthTooSmall, twoLengths, negativeLength
    case chunkSizeIsAWord, chunkSizeOverflows, chunkSizeIsNegative, chunkIsLonger, chunksBreakOff
    case withoutEndMark, cutWithoutLength
    case endless, announcedAsEndless, bomb
    case packedTwice, packedOtherwise, notPacked, packedAndCut
    case manyHeaders, longHeader, zeroInHeader
    case notHTTP, noStatus
    case loginPage, loginPageAsJSON
    case latin, sixteenBits, zeroInBody
    case duplicateKeys, tooDeep, behindTheEnd
    case toAnotherHost, toThisMachine, toAFile, inCircles

    /// Does it.
    ///
    /// - Parameter whole: the body of an answer that does not fail.
    /// - Throws: ``LoopbackConnection/Closed``.
    func happen(on connection: LoopbackConnection, instead whole: String) throws {
        switch self {
        case .silence: connection.waitUntilClosed()
        case .reset:
            try connection.send(Self.head("Content-Length: \(whole.utf8.count)") + whole.prefix(whole.count / 2))
            connection.reset()
        case .drip:
            try connection.send(Self.head("Content-Length: 1000000"))
            while true { try connection.drip(" ", milliseconds: 5) }
        case .endless:
            try connection.send(Self.head("Transfer-Encoding: chunked"))
            let chunk = "10000\r\n" + String(repeating: " ", count: 0x10000) + "\r\n"
            while true { try connection.send(chunk) }
        case .announcedAsEndless:
            try connection.send(Self.head("Content-Length: 1000000000000") + " ")
            connection.waitUntilClosed()
        default: try connection.send(bytes(instead: whole))
        }
    }

    private static func head(_ headers: String...) -> String {
        (["HTTP/1.1 200 OK", "Content-Type: application/json"] + headers).joined(separator: "\r\n") + "\r\n\r\n"
    }

    private static func packed(_ body: Data, as encoding: String) -> Data {
        Data(head("Content-Encoding: \(encoding)", "Content-Length: \(body.count)").utf8) + body
    }

    private static func counted(_ body: some Sequence<UInt8>) -> Data {
        let body = Data(body)
        return Data(head("Content-Length: \(body.count)").utf8) + body
    }

    private static func chunked(_ chunks: String) -> Data {
        Data((head("Transfer-Encoding: chunked") + chunks).utf8)
    }

    private static func redirect(to place: String) -> Data {
        ScriptedResponse.redirect(to: place).bytes
    }

    private func bytes(instead whole: String) -> Data {
        framing(whole) ?? packing(whole) ?? text(whole) ?? Data()
    }

    private func framing(_ whole: String) -> Data? {
        let size = whole.utf8.count
        return switch self {
        case .lengthTooGreat: Data((Self.head("Content-Length: \(size + 9)") + whole).utf8)
        case .lengthTooSmall: Data((Self.head("Content-Length: \(size - 9)") + whole).utf8)
        case .twoLengths: Data((Self.head("Content-Length: \(size)", "Content-Length: \(size + 1)") + whole + " ").utf8)
        case .negativeLength: Data((Self.head("Content-Length: -1") + whole).utf8)
        case .chunkSizeIsAWord: Self.chunked("nine\r\n\(whole)\r\n0\r\n\r\n")
        case .chunkSizeOverflows: Self.chunked("ffffffffffffffffff\r\n\(whole)\r\n0\r\n\r\n")
        case .chunkSizeIsNegative: Self.chunked("-\(String(size, radix: 16))\r\n\(whole)\r\n0\r\n\r\n")
        case .chunkIsLonger: Self.chunked("\(String(size - 3, radix: 16))\r\n\(whole)\r\n0\r\n\r\n")
        case .chunksBreakOff: Self.chunked("\(String(size, radix: 16))\r\n\(whole)\r\n")
        case .withoutEndMark:
            Data("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n\(whole)".utf8)
        case .cutWithoutLength: Data((Self.head() + whole.dropLast()).utf8)
        case .manyHeaders:
            Data(Self.head(String(repeating: "X-More: 0123456789\r\n", count: 5000) + "Content-Length: 2").utf8)
        case .longHeader: Data(Self.head("X-Long: " + String(repeating: "x", count: 100 << 10)).utf8)
        case .zeroInHeader: Data((Self.head("X-Zero: a\0b", "Content-Length: \(size)") + whole).utf8)
        case .notHTTP: Data("SSH-2.0-OpenSSH_9.2\r\n".utf8)
        case .noStatus: Data("HTTP/1.1 OK\r\nContent-Length: \(size)\r\n\r\n\(whole)".utf8)
        default: nil
        }
    }

    private func packing(_ whole: String) -> Data? {
        switch self {
        case .bomb: Self.packed(Gzip.thousandfold(256 << 20), as: "gzip")
        case .packedTwice: Self.packed(Gzip.stored(Gzip.stored(Data(whole.utf8))), as: "gzip, gzip")
        case .packedOtherwise: Self.packed(Data(whole.utf8), as: "br")
        case .notPacked: Self.packed(Data(whole.utf8), as: "gzip")
        case .packedAndCut: Self.packed(Gzip.stored(Data(whole.utf8)).dropLast(12), as: "gzip")
        default: nil
        }
    }

    private func text(_ whole: String) -> Data? {
        switch self {
        case .loginPage:
            ScriptedResponse(headers: ["Content-Type": "text/html"], text: "<html><title>Sign in</title></html>").bytes
        case .loginPageAsJSON: Self.counted("<!DOCTYPE html><title>Sign in</title>".utf8)
        case .latin: Self.counted(whole.replacing("CNURC", with: "\u{FF}").unicodeScalars.map { UInt8($0.value) })
        case .sixteenBits: Self.counted(whole.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
        case .zeroInBody: Self.counted(whole.replacing("CNURC", with: "CN\0URC").utf8)
        case .duplicateKeys:
            Self.counted(whole.replacing("{\"eventID\"", with: "{\"eventID\": \"x\", \"eventID\"").utf8)
        case .tooDeep: Self.counted(repeatElement(UInt8(ascii: "["), count: 100_000))
        case .behindTheEnd: Self.counted("\(whole)\(whole)".utf8)
        case .toAnotherHost: Self.redirect(to: "https://carrier.example/answer")
        case .toThisMachine: Self.redirect(to: "http://127.0.0.1:1/answer")
        case .toAFile: Self.redirect(to: "file:///etc/hostname")
        case .inCircles: Self.redirect(to: "/\(rawValue)/again")
        default: nil
        }
    }
}
