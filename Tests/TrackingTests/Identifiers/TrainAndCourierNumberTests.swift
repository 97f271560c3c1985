import Testing

@testable import Tracking

@Suite struct TrainAndCourierNumberTests {
    @Test(arguments: [
        ("X8157@2026-11-20", "X8157@2026-11-20"), (" x8157 @ 2026-11-20 ", "X8157@2026-11-20"),
        ("X8157次@20261120", "X8157@2026-11-20"), ("1404@2028-02-29", "1404@2028-02-29"),
        ("A@2026-01-01", "A@2026-01-01"), ("12345678@2026-01-01", "12345678@2026-01-01"),
    ])
    func aTrainIsItsNumberAndItsDate(_ text: String, _ code: String) throws {
        let reading = try IdentifierSchemes.subject(kind: .train, scheme: nil, issuer: "any", code: text)
        #expect(reading.subject == Subject(.train, .train, code))
    }

    @Test(arguments: [
        "X8157", "X8157@", "@2026-11-20", "X8157@2026-02-30", "X8157@2026-13-01", "X8157@26-11-20", "X8157@2026-11",
        "123456789@2026-11-20", "X8157@2026-11-20@2", "7084-087-1306", "X8/57@2026-11-20",
    ])
    func aTrainWithoutRightNumberAndDateIsAProblem(_ text: String) {
        for scheme in [nil, "train", "train-cn", "train-index-1520"] {
            let problem = #expect(throws: IdentifierProblem.self) {
                try IdentifierSchemes.subject(kind: .train, scheme: scheme, issuer: nil, code: text)
            }
            #expect(problem?.kind == "bad-number" && problem?.reason.contains("X8157@2026-11-20") == true)
        }
    }

    @Test(arguments: ["X8489", "X8157", "X9041", "x9081", "X9801次"])
    func chineseTrainNumbersAreRecognised(_ text: String) {
        #expect(IdentifierSchemes.identify(text).first?.scheme == .trainCN)
    }

    @Test(arguments: ["X819", "8489", "X84890", "X7157", "K8157"])
    func otherNumbersAreNoChineseTrains(_ text: String) {
        #expect(TrainNumberCN.read(text) == nil)
    }

    @Test(arguments: ["YT2229521272164446", "yt 2229 5212 7216 4446", " Y T 2 2 2 9 5 2 1 2 7 2 1 6 4 4 4 6 "])
    func courierNumbersAreReadHoweverSpaced(_ text: String) {
        #expect(YunExpress.read(text)?.subject.description == "yunexpress:YT2229521272164446")
    }

    @Test(arguments: ["YT222952127216444", "YT22295212721644461", "YU2229521272164446", "YT222952127216444A"])
    func otherNumbersAreNoCourierNumbers(_ text: String) {
        #expect(YunExpress.read(text) == nil)
    }
}
