import Foundation
import Testing
import Tracking

@testable import Messages

/// Signatures that carriers invented, and what makes a signed request unlike every other.
struct SignatureTests {
    @Test func sfSignsWhatItsOwnExampleSays() {
        let digest = AskSignature.sfExpress.sign(
            data: #"{"language":"zh-CN","orderId":"QIAO-20200618-004"}"#, timestamp: "12312334453453",
            password: "fjcg5PGKaNpPSHFAZ4QsCOkV71R3zVci")
        #expect(digest == "IIKJtuLVzoFTu4kHI8M8vA==")
    }

    @Test func thePublishedVectorIsSignedAlike() throws {
        guard let file = Fixtures.published("sf-express").first else {
            print("skipped: the published vector of SF's signature is not beside the package")
            return
        }
        let vector = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: file))
        let word = try #require(vector.first { $0.key.hasPrefix("checkword") }?.value)
        let digest = AskSignature.sfExpress.sign(
            data: vector["msgData"] ?? "", timestamp: vector["timestamp"] ?? "", password: word)
        #expect(digest == vector["msgDigest"])
    }

    @Test(arguments: [
        ("aZ09.-*_", "aZ09.-*_"), (" ", "+"), ("~!'()", "%7E%21%27%28%29"), ("é中", "%C3%A9%E4%B8%AD"),
        ("{\"a\":1}", "%7B%22a%22%3A1%7D"), ("😀", "%F0%9F%98%80"), ("+", "%2B"),
    ])
    func formsAreEncodedAsInJava(text: String, encoded: String) {
        #expect(AskSignature.formEncoded(text) == encoded)
    }

    @Test func aNonceIsAUUIDOfItsRandomSource() throws {
        var generator = SeededGenerator(state: 7)
        var seen: Set<String> = []
        for _ in 0..<200 {
            let stamp = RequestStamp(at: Instant(milliseconds: 5)) { Double.random(in: 0..<1, using: &generator) }
            let uuid = try #require(UUID(uuidString: stamp.nonce))
            #expect(uuid.uuid.6 >> 4 == 4 && uuid.uuid.8 >> 6 == 2)
            seen.insert(stamp.nonce)
        }
        #expect(seen.count == 200)
        #expect(RequestStamp(at: Instant(milliseconds: 5)) { 0 }.nonce == "00000000-0000-4000-8000-000000000000")
        #expect(RequestStamp(at: Instant(milliseconds: 5)) { 1 }.nonce == "ffffffff-ffff-4fff-bfff-ffffffffffff")
    }

    private func mistakes(_ ask: String, credentials: String = "{ signature: sf-express }") -> [String] {
        do throws(ProfileMistakes) {
            _ = try Profile(
                yaml: """
                    name: p
                    title: P
                    reads: json
                    each: $
                    credentials: \(credentials)
                    ask: { about: [parcel], method: POST, url: "{base_url}/t", \(ask) }
                    facts: SELECT 1 AS value
                    """, file: "p")
            return []
        } catch {
            return error.mistakes.map { "\($0)" }
        }
    }

    @Test func aProfileSaysWhatIsSigned() {
        let body = "body: { form: form, data: '[{code}]', text: 'd={data}&s={signature}' }"
        #expect(mistakes(body).isEmpty)
        #expect(mistakes("batch: 1").contains { $0.contains("a signature stands in one") })
        #expect(mistakes("body: { form: form, text: 's={signature}' }").contains { $0.contains("what is signed?") })
        #expect(mistakes(body, credentials: "none").contains { $0.contains("{signature} stands for nothing") })
        #expect(mistakes(body, credentials: "{ signature: sf }").contains { $0.contains("no signature we know") })
    }

    @Test func nothingIsSignedWithoutAStamp() throws {
        let ask = try #require(try builtIn("sf-express").ask)
        let parcel = Subject(.parcel, .number, "SF1")
        #expect { try ask.request(for: [parcel], baseURL: "https://x", secret: "p:w") } throws: { error in
            (error as? AskFailure)?.kind == .noStamp
        }
    }
}
