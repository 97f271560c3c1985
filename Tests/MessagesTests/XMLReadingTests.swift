import Foundation
import Messages
import Testing
import Tracking

/// What an XML document's elements become, whatever its encoding.
struct XMLReadingTests {
    /// A profile whose facts show what the SELECTs see.
    private func profile(each: String = "$.Row[*]", _ more: String = "") throws -> Profile {
        try Profile(
            yaml: """
                name: rows
                title: Rows
                reads: xml
                recognise: { roots: [Doc] }
                each: \(each)
                \(more)
                facts: "SELECT 'parcel' AS kind, 'P' || coalesce(:item ->> '#index', 'x') AS code, 'item' AS name,
                  :item AS value UNION ALL SELECT 'parcel', 'P' || coalesce(:item ->> '#index', 'x'), 'head', :head
                  UNION ALL SELECT 'parcel', 'P' || coalesce(:item ->> '#index', 'x'), 'root', :root"
                """, file: "rows")
    }

    private func said(_ text: String, _ profile: Profile, _ name: String = "item") throws -> [String] {
        try Reading.of(text, profile).facts.filter { $0.name == name }.map(\.value)
    }

    @Test(arguments: [
        ("<a>1</a>", ##"{"#index":0,"a":["1"]}"##),
        ("<a>1</a><b/><a>2</a>", ##"{"#index":0,"a":["1","2"],"b":[""]}"##),
        ("<n:a xmlns:n='u' n:k='v'>1</n:a>", ##"{"#index":0,"a":[{"@k":"v","#text":"1"}]}"##),
        ("<a><b>1</b>and<b>2</b></a>", ##"{"#index":0,"a":[{"b":["1","2"],"#text":"and"}]}"##),
        ("<a>\n  1 2\n</a>", ##"{"#index":0,"a":["1 2"]}"##),
        ("<a>&lt;&amp;&gt;&apos;&quot;&#21488;&#x53f0;</a>", ##"{"#index":0,"a":["<&>'\"台台"]}"##),
        ("<a><![CDATA[<b>&amp;]]> x</a>", ##"{"#index":0,"a":["<b>&amp; x"]}"##),
        ("<a>1<!-- c -->2<?p i?>3</a>", ##"{"#index":0,"a":["123"]}"##),
        ("<a>x\ty</a>", ##"{"#index":0,"a":["x\u0009y"]}"##),
        ("台", ##"{"#index":0,"#text":"台"}"##),
        ("", ##"{"#index":0}"##),
    ])
    func anElementIsAnObjectOfArrays(inside: String, json: String) throws {
        #expect(try said("<Doc><Row>\(inside)</Row></Doc>", try profile()) == [json])
    }

    @Test func lineEndsAreOneWhateverWroteThem() throws {
        let text = "<Doc>\r\n<Row><a>1\r\n2\r3</a></Row></Doc>"
        #expect(try said(text, try profile()) == [##"{"#index":0,"a":["1\u000a2\u000a3"]}"##])
    }

    @Test func whatEnclosesAnItemIsSeenWithoutItsLike() throws {
        let text = """
            <Doc k="v">
              <Bill><no>A</no><Row><p>1</p></Row><Row><p>2</p></Row></Bill>
              <Bill><no>B</no><Row><p>3</p></Row></Bill>
              <end>e</end>
            </Doc>
            """
        let reading = try Reading.of(text, try profile(each: "$.Bill[*].Row[*]"))
        let positions = ["line 2 Bill[0].Row[0]", "line 2 Bill[0].Row[1]", "line 3 Bill[1].Row[0]"]
        #expect(reading.items.map(\.position) == positions)
        let heads = reading.facts.filter { $0.name == "head" }.map(\.value)
        let outer = { (bill: String) in #"{"@k":"v","end":["e"],"Bill":[{"no":["\#(bill)"]}]}"# }
        #expect(heads == [outer("A"), outer("A"), outer("B")])
        #expect(reading.facts.filter { $0.name == "root" }.allSatisfy { $0.value == "Doc" })
    }

    @Test func anEnclosingElementWithoutRowsIsStillCounted() throws {
        let text = "<Doc><Bill><no>A</no></Bill><Bill><no>B</no><Row/></Bill></Doc>"
        let reading = try Reading.of(text, try profile(each: "$.Bill[*].Row[*]"))
        #expect(reading.items.map(\.position) == ["line 1 Bill[0]", "line 1 Bill[1].Row[0]"])
        #expect(try said(text, try profile(each: "$.Bill[*].Row[*]"), "head").first == #"{"Bill":[{"no":["A"]}]}"#)
    }

    @Test func theFirstPathThatIsThereCounts() throws {
        let both = #"["$.Bill[*].Row[*]", "$.Row[*]", $]"#
        #expect(try said("<Doc><Row>1</Row></Doc>", try profile(each: both)) == [##"{"#index":0,"#text":"1"}"##])
        #expect(try said("<Doc><x>1</x></Doc>", try profile(each: both)) == [##"{"#index":0,"x":["1"]}"##])
        #expect(try said("<Doc><y/><x>1</x></Doc>", try profile(each: "$.*[*]")).count == 2)
    }

    @Test(arguments: ["<Doc/>", "<Doc><Other/></Doc>", "<Other><Row/></Other>"])
    func callsAnotherDocumentAChangedShape(text: String) throws {
        #expect(Reading.failure(Array(text.utf8), try profile()) == .shapeChanged)
    }

    private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

    private func bytes(_ text: String, _ encoding: String) throws -> [UInt8] {
        switch encoding {
        case "UTF-8", "utf-8": return Array(text.utf8)
        case "UTF-8 with mark": return [0xEF, 0xBB, 0xBF] + text.utf8
        case "UTF-16LE with mark": return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        case "UTF-16BE with mark": return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        case "UTF-16LE": return text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        case "UTF-16BE": return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        default: return [UInt8](try #require(text.data(using: Self.gb18030)))
        }
    }

    @Test(arguments: [
        ("UTF-8", "UTF-8"), ("utf-8", "utf-8"), ("UTF-8", "UTF-8 with mark"), ("UTF-16", "UTF-16LE with mark"),
        ("UTF-16", "UTF-16BE with mark"), ("UTF-16", "UTF-16LE"), ("UTF-16", "UTF-16BE"), ("GB18030", "GB18030"),
        ("gbk", "GB18030"), ("GB2312", "GB18030"), (nil, "UTF-8"), (nil, "GB18030"), (nil, "UTF-16LE with mark"),
    ])
    func everyEncodingGivesTheSame(declared: String?, encoding: String) throws {
        let declaration = declared.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" } ?? ""
        let text = declaration + "\n<Doc>\n<Row><a>乌鲁木齐</a></Row></Doc>"
        let body = try bytes(text, encoding)
        let profile = try profile()
        let reading = try Reading.of(body, profile)
        #expect(reading.facts.first?.value == ##"{"#index":0,"a":["乌鲁木齐"]}"##)
        #expect(reading.items.first?.position == "line 3 Row[0]")
        // The archive says truly what it is encoded in, and reads the same.
        let again = try Reading.of(reading.summary.archive, profile)
        #expect(again.facts == reading.facts && again.summary.archive == reading.summary.archive)
        let library = try ProfileLibrary(user: [profile])
        #expect(library.recognise(body: body, fileName: nil)?.name == "rows")
    }

    @Test func anEncodingThatIsNotReadOrNotTrueIsSaid() throws {
        let profile = try profile()
        #expect(Reading.failure(Array("<?xml version='1.0' encoding='Big5'?><Doc/>".utf8), profile) == .wrongEncoding)
        let false8 = try bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Doc><Row>乌鲁</Row></Doc>", "GB18030")
        #expect(Reading.failure(false8, profile) == .wrongEncoding)
    }
}
