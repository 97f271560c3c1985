import Foundation
import TestSupport
import Testing

/// What a carrier writes never drives a terminal.
struct HostileTextTests {
    private static let hostile = #"\u001b[2J\u001b]0;owned\u0007\u202eevil\u0000\r\n\u009b31m\u2066"#

    private func isHarmless(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
                    && !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
        }
    }

    @Test func nothingOfACarrierReachesTheScreenRaw() async throws {
        let counter = try Counter()
        let text = Self.hostile.replacingOccurrences(of: #"\u0000"#, with: "")
        let event = Corridor.event(1, "LOAD", at: "2026-11-20T10:15:00+08:00", place: text, remark: text)
        let code = Corridor.event(2, "L\(text)", at: "2026-11-20T11:15:00+08:00")
        let named = Corridor.event(3, "GTIN", at: "2026-11-20T09:15:00+08:00").replacingOccurrences(
            of: #""UNLocationCode": "CNURC""#, with: #""locationName": "Yard \#(text)""#)
        try await counter.answer(Corridor.page(event, code, named), at: "2026-11-20T04:00Z")
        #expect(try counter.run(["track", Corridor.box]).output.contains("Yard"))
        for arguments in [
            ["track", Corridor.box], ["track", Corridor.box, "--json"], ["status"], ["status", "--json"],
        ] {
            let ending = try counter.run(arguments)
            #expect(isHarmless(ending.output), "\(arguments)")
            #expect(!ending.output.isEmpty)
        }
    }

    @Test func nothingOfAFileReachesTheScreenRaw() throws {
        let counter = try Counter()
        let name = "list\u{1B}[2J\u{202E}.csv"
        let text = "运单号,箱号,备注\n1\u{1B}[2J.2E+19,MRKU9465770,x\nYT2415800000000001,\u{9B}31mMRKU9465770,x\n"
        let path = try counter.file(name, text)
        for arguments in [
            ["import", path], ["import", path, "--json"], ["import", path + "x"], ["track", "\u{1B}[2J"],
        ] {
            let ending = try counter.run(arguments)
            #expect(isHarmless(ending.output) && isHarmless(ending.errors), "\(arguments)")
        }
    }

    @Test func aColourIsOursAndOnlyOnAScreen() async throws {
        let counter = try Counter()
        try await counter.answer(Corridor.news, at: "2026-11-20T09:00Z")
        #expect(try !counter.run(["track", Corridor.box]).output.contains("\u{1B}"))
    }
}
