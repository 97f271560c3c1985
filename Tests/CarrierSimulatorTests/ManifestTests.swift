import Testing
import Tracking

@testable import CarrierSimulator

@Suite struct ManifestTests {
    let world = World.demo()

    private func lines(_ writer: ManifestWriter, train: Int = 0) throws -> [String] {
        let bytes = try writer.manifest(of: world.trains[train], in: world)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
    }

    @Test func listsEveryParcelOnceUnderTheCanonicalColumns() throws {
        let lines = try lines(ManifestWriter())
        #expect(
            lines[0] == "parcel,bag,container,seal,consignment,train,departure,destination,country,weight_kg,"
                + "pieces,value,currency,customs_list,last_mile,order")
        let parcels = world.listed(on: world.trains[0]).flatMap { $0.bags() }.flatMap(\.parcels)
        #expect(lines.dropFirst().map { $0.prefix { $0 != "," } } == parcels.map { Substring($0.number) })
        #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 16 })
    }

    @Test func listsWhatWasMeantToLeaveAndNotWhatLeft() throws {
        let rolled = try #require(world.trips.first { $0.fate.isRolled })
        #expect(try lines(ManifestWriter()).contains { $0.contains(rolled.number) })
        #expect(try !lines(ManifestWriter(), train: 1).contains { $0.contains(rolled.number) })
    }

    @Test func writesTheTrainAndTheDayItLeaves() throws {
        let fields = try lines(ManifestWriter())[1].split(separator: ",", omittingEmptySubsequences: false)
        #expect("\(fields[5])@\(fields[6])" == world.trains[0].code)
        #expect(fields[7] == "Duisburg")
    }

    @Test(arguments: [(ManifestDelimiter.semicolon, Character(";")), (.tab, "\t")])
    func separatesFieldsAsAsked(delimiter: ManifestDelimiter, character: Character) throws {
        var writer = ManifestWriter()
        writer.delimiter = delimiter
        #expect(try lines(writer).allSatisfy { $0.filter { $0 == character }.count == 15 })
    }

    @Test func writesChineseAsGB18030() throws {
        var writer = ManifestWriter()
        writer.language = .zh
        writer.encoding = .gb18030
        let bytes = try writer.manifest(of: world.trains[0], in: world)
        // 运单号,袋号
        #expect(bytes.starts(with: [0xD4, 0xCB, 0xB5, 0xA5, 0xBA, 0xC5, 0x2C, 0xB4, 0xFC, 0xBA, 0xC5]))
        // 杜伊斯堡
        #expect(bytes.contains([0xB6, 0xC5, 0xD2, 0xC1, 0xCB, 0xB9, 0xB1, 0xA4]))
    }

    @Test func writesUTF16WithItsMark() throws {
        var writer = ManifestWriter()
        writer.language = .zh
        writer.encoding = .utf16
        let bytes = try writer.manifest(of: world.trains[0], in: world)
        #expect(bytes.prefix(4) == [0xFF, 0xFE, 0xD0, 0x8F])
        let units = stride(from: 2, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        writer.encoding = .utf8
        #expect(
            try String(decoding: units, as: UTF16.self)
                == String(decoding: writer.manifest(of: world.trains[0], in: world), as: UTF8.self))
    }

    @Test func endsAtTheRowsAskedFor() throws {
        let large = World(seed: 1, parameters: .bigTrain(parcels: 1234))
        var text: [UInt8] = []
        let rows = try ManifestWriter().write(large.trains[0], of: large, limit: 1234) { text += $0 }
        #expect(rows == 1234)
        #expect(text.filter { $0 == 0x0A }.count == 1235)
    }

    @Test func passesOnWhatTheTakerThrows() {
        struct Full: Error {}
        #expect(throws: Full.self) {
            try ManifestWriter().write(world.trains[0], of: world) { _ in throw Full() }
        }
    }
}
