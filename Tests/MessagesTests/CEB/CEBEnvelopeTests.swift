import Foundation
import Messages
import Testing
import Tracking

/// The envelope of the customs' transport, and what may be wrong with it.
struct CEBEnvelopeTests {
    private func envelope(_ data: String, more: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <dxp:DxpMsg xmlns:dxp="http://www.chinaport.gov.cn/dxp" ver="1.0"><dxp:TransInfo><dxp:SenderId>S</dxp:SenderId>
        </dxp:TransInfo><dxp:Data>\(data)</dxp:Data>\(more)</dxp:DxpMsg>
        """
    }

    private func base64(_ name: String) throws -> String { Data(try CEBFixtures.bytes(name)).base64EncodedString() }

    @Test(arguments: CEBFixtures.names.filter { $0 != "DxpMsg" })
    func aWrappedMessageIsTheMessage(name: String) throws {
        let bare = try CEBFixtures.read(name)
        let body = envelope(try base64(name))
        #expect(try ProfileLibrary().recognise(body: Array(body.utf8), fileName: nil)?.name == "ceb")
        let wrapped = try Reading.of(body, builtIn("ceb"))
        #expect(wrapped.events == bare.events && wrapped.links == bare.links && wrapped.facts == bare.facts)
        // The redacted message is kept, and nothing of the envelope.
        #expect(wrapped.summary.archive == bare.summary.archive)
    }

    @Test func aServersEnvelopeAroundItIsOpenedToo() throws {
        let inner = try envelope(base64("CEB603")).split(separator: "?>")[1]
        let body = "<DxpMsgSv ver='1.0'><SvNo><MsgId>1</MsgId></SvNo>\(inner)</DxpMsgSv>"
        let bare = try CEBFixtures.read("CEB603").events
        #expect(try Reading.of(body, builtIn("ceb")).events == bare)
    }

    @Test(arguments: [
        ("!!!!", ReadFailure.Kind.malformed), ("QUJ", .malformed), ("", .malformed), ("QUJD", .malformed),
        ("<x/>", .shapeChanged), (Data("<Other/>".utf8).base64EncodedString(), .shapeChanged),
        (Data("<a><b></a>".utf8).base64EncodedString(), .malformed),
        (Data("<!DOCTYPE a><CEB603Message/>".utf8).base64EncodedString(), .unsupported),
        (Data("<CEB603Message><Inventory>".utf8).base64EncodedString(), .truncated),
        // A message inside a message inside a message is none.
        (Data("<DxpMsg><Data>QUJD</Data></DxpMsg>".utf8).base64EncodedString(), .shapeChanged),
    ])
    func whatIsNotAMessageInsideIsSaid(data: String, kind: ReadFailure.Kind) throws {
        let body = Array(envelope(data).utf8)
        #expect(try ProfileLibrary().recognise(body: body, fileName: nil)?.name == "ceb")
        let ceb = try builtIn("ceb")
        #expect(Reading.failure(body, ceb) == kind)
    }

    @Test func anEnvelopeWithNoneOrTwoMessagesIsRefused() throws {
        let ceb = try builtIn("ceb")
        #expect(Reading.failure(Array("<DxpMsg><TransInfo/></DxpMsg>".utf8), ceb) == .shapeChanged)
        let two = envelope(try base64("CEB603"), more: "<dxp:Data>QUJD</dxp:Data>")
        #expect(Reading.failure(Array(two.utf8), ceb) == .shapeChanged)
    }

    @Test func aCutMessageIsNeverTaken() throws {
        let ceb = try builtIn("ceb")
        let body = try CEBFixtures.bytes("CEB608")
        let end = try #require(body.lastIndex(of: UInt8(ascii: ">")))
        for cut in 0...end where cut < 200 || cut % 7 == 0 || cut == end {
            #expect(Reading.failure(Array(body[..<cut]), ceb) != nil, "cut at \(cut)")
        }
        #expect(Reading.failure(body, ceb) == nil)
    }
}
