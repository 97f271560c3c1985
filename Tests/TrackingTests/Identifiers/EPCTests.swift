import Testing
import Tracking

/// URIs of EPCIS: what they name, and how numbers of ours are written as one.
struct EPCTests {
    @Test(arguments: [
        ("urn:epc:id:sscc:0614141.1234567890", "bag sscc:106141412345678908"),
        ("https://example.com/some/00/106141412345678908?x=1", "bag sscc:106141412345678908"),
        ("urn:epc:id:bic:mrku9465770", "container iso6346:MRKU9465770"),
        ("urn:epc:id:sgtin:0614141.107346.2017", "parcel epc:https://id.gs1.org/01/10614141073464/21/2017"),
        ("https://shop.example/01/614141073467/21/aB", "parcel epc:https://id.gs1.org/01/00614141073467/21/aB"),
        ("urn:epc:id:grai:4012345.55555.987", "bag epc:https://id.gs1.org/8003/04012345555554987"),
        ("http://id.gs1.org/8003/04012345555554987", "bag epc:https://id.gs1.org/8003/04012345555554987"),
        ("urn:epc:id:giai:4000001.12345", "vehicle epc:https://id.gs1.org/8004/400000112345"),
        ("urn:epc:id:ginc:0614141.xyz47", "consignment epc:https://id.gs1.org/401/0614141xyz47"),
        ("urn:epc:id:gsin:0614141.123456789", "consignment epc:https://id.gs1.org/402/06141411234567890"),
        ("urn:epc:id:gdti:0614141.00001.1618034", "declaration epc:https://id.gs1.org/253/06141410000121618034"),
        ("urn:epc:id:imovn:9176187", "vehicle epc:urn:epc:id:imovn:9176187"),
        (
            "urn:epc:id:upui:1234567.089456.51qIgY)%3C%26Jp3*j7",
            "parcel epc:urn:epc:id:upui:1234567.089456.51qIgY)%3C%26Jp3*j7"
        ),
        ("https://transaction.example/po/12345678", "parcel epc:https://transaction.example/po/12345678"),
        ("urn:uuid:F81D4FAE-7dec-11d0-a765-00a0c91e6bf6", "parcel epc:urn:uuid:F81D4FAE-7dec-11d0-a765-00a0c91e6bf6"),
        ("urn:caravan:obj:train:train:X8157@2026-11-20", "train train:X8157@2026-11-20"),
        ("https://id.example.com/x/caravan/obj/bag/number/hub%201/BAG-1", "bag number/hub 1:BAG-1"),
    ])
    func aURINamesOneThing(uri: String, named: String) throws {
        let subject = try EPC.reading(uri).subject
        #expect("\(subject.kind) \(subject)" == named)
    }

    @Test(arguments: [
        ("urn:epc:id:sgln:0614141.07346.1234", "not-one-thing"),
        ("https://id.gs1.org/414/0614141073467", "not-one-thing"),
        ("urn:epc:id:gsrn:0614141.0000010253", "not-one-thing"),
        ("urn:epc:class:lgtin:4012345.012345.998877", "not-one-thing"),
        ("urn:epc:idpat:sgtin:4012345.098765.*", "not-one-thing"),
        ("https://id.gs1.org/01/10614141073464", "not-one-thing"),
        ("urn:epc:id:sscc:0614141.12345", "bad-number"), ("urn:epc:id:sgtin:0614141.107346", "bad-number"),
        ("urn:epc:id:bic:CARTON12", "bad-number"), ("urn:epc:id:grai:abc.1.2", "bad-number"), ("no uri", "bad-number"),
        ("MRKU9465770", "bad-number"), ("", "no-number"), ("urn:caravan:obj:ship:x:1", "bad-number"),
    ])
    func whatNamesNoSingleThingSaysWhy(uri: String, kind: String) {
        #expect { try EPC.reading(uri) } throws: { ($0 as? IdentifierProblem)?.kind == kind }
    }

    @Test func aWrongCheckDigitIsSeenAndTheNumberKept() throws {
        #expect(try EPC.reading("https://id.gs1.org/00/106141412345678900").checkDigit == .bad)
        #expect(try EPC.reading("https://id.gs1.org/01/10614141073465/21/1").checkDigit == .bad)
        #expect(try EPC.reading("urn:epc:id:bic:MRKU9465771").checkDigit == .bad)
    }

    @Test func whateverIsWrittenAsAURIIsReadAsTheSameSubject() throws {
        var generator = SeededGenerator(seed: 7)
        let letters = Array("AZ09 -./:%@~#?&é中")
        for _ in 0..<2000 {
            let code =
                "Q"
                + String(
                    (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                        letters[Int.random(in: 0..<letters.count, using: &generator)]
                    }) + "9"
            guard
                let kind = SubjectKind.allCases.filter({ $0 != .train && $0 != .container }).randomElement(
                    using: &generator),
                let subject = try? IdentifierSchemes.subject(
                    kind: kind, scheme: "number", issuer: Bool.random(using: &generator) ? "line a" : nil, code: code
                ).subject
            else { continue }
            for base in [nil, "https://id.example.com", "https://id.example.com/deep/"] {
                let uri = EPC.uri(of: subject, base: base)
                #expect(try EPC.reading(uri).subject == subject, "\(uri)")
            }
        }
    }

    @Test(arguments: [
        (Subject(.container, .iso6346, "MRKU9465770"), "urn:epc:id:bic:MRKU9465770"),
        (Subject(.bag, .sscc, "106141412345678908"), "https://id.gs1.org/00/106141412345678908"),
        (Subject(.train, .train, "X8157@2026-11-20"), "urn:caravan:obj:train:train:X8157@2026-11-20"),
        (
            Subject(.bag, EPC.scheme, "https://transaction.example/po/1"),
            "urn:caravan:obj:bag:epc:https%3A%2F%2Ftransaction.example%2Fpo%2F1"
        ),
    ])
    func theURIOfASubjectTellsItsKindToo(subject: Subject, uri: String) throws {
        #expect(EPC.uri(of: subject) == uri)
        #expect(try EPC.reading(uri).subject == subject)
    }

    @Test func aPersonFindsAThingByEitherSpelling() {
        let thing = Subject(.parcel, EPC.scheme, "https://id.gs1.org/01/10614141073464/21/2017")
        #expect(IdentifierSchemes.candidates(forLookup: "urn:epc:id:sgtin:0614141.107346.2017").contains(thing))
        #expect(
            IdentifierSchemes.candidates(forLookup: "iso6346:MRKU9465770") == [
                Subject(.container, .iso6346, "MRKU9465770")
            ])
    }
}
