import Testing
import Tracking

struct NumberPartTests {
    @Test(arguments: [
        ("mrku 946", "MRKU946"), ("MRKU-946", "MRKU946"), ("ＭＲＫＵ９４６", "MRKU946"), (" 'yt24 15 ", "YT2415"),
        ("2026\u{2013}11-20", "20261120"), ("поезд", "ПОЕЗД"), ("a%_*\"b", "A%_*\"B"),
    ])
    func spellingDoesNotMatter(typed: String, text: String) throws {
        #expect(try NumberPart(typed).text == text)
    }

    @Test(arguments: [
        ("MRKU9465770", NumberPart.Position.whole), ("mrku", .beginning), ("5770", .end), ("KU94", .inside),
        ("RKU946577", .inside), ("MRKU946577", .beginning), ("RKU9465770", .end),
    ])
    func aPartStandsSomewhere(part: String, position: NumberPart.Position) throws {
        #expect(try NumberPart(part).position(in: "MRKU9465770") == position)
    }

    @Test(arguments: ["MRKU9465771", "MRKU94657700", "0577", "MRKU%", "MRKU_465770", "*"])
    func whatIsNoPartStandsNowhere(part: String) throws {
        #expect(try NumberPart(part).position(in: "MRKU9465770") == nil)
    }

    @Test func hyphensOfTheNumberDoNotMatterEither() throws {
        #expect(try NumberPart("SO 10").position(in: "SO-1001") == .beginning)
        #expect(try NumberPart("57@202611").position(in: "X8157@2026-11-20") == .inside)
    }

    @Test func everyStretchOfANumberIsAPartOfIt() throws {
        let whole = try NumberPart("YT2415800000000001-DE")
        let characters = Array(whole.text)
        for start in characters.indices {
            for end in start..<characters.count where end - start >= 2 {
                let part = try NumberPart(String(characters[start...end]))
                #expect(part.position(in: whole.text) != nil)
            }
        }
        #expect(try !NumberPart("YT").isLongEnough)
    }

    @Test func oneSlipOfTheHandIsOneEdit() throws {
        let edits = try NumberPart("AB12").oneEditAway
        for edit in ["A12", "BA12", "AB13", "AB123", "0AB12", "AB2"] { #expect(edits.contains(edit)) }
        for other in ["AB12", "A1", "B21A", "AB1234", "CD12"] { #expect(!edits.contains(other)) }
    }
}
