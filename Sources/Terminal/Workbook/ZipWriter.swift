/// Writes a ZIP archive member by member (PKWARE APPNOTE 6.3), each compressed as it comes.
final class ZipWriter {
    private struct Member {
        var name: [UInt8]
        var offset: Int
        var checksum: UInt32 = 0
        var compressed = 0
        var size = 0
    }

    private let file: ReplacingFile
    private var members: [Member] = []
    private var deflater: Deflater?
    /// The first size that does not fit into the 32 bits of the plain format.
    private static let limit = 0xFFFF_FFFF

    init(_ file: ReplacingFile) {
        self.file = file
    }

    func begin(_ name: String) throws {
        let member = Member(name: Array(name.utf8), offset: file.position)
        members.append(member)
        deflater = try Deflater()
        try file.append(Self.local(member))
    }

    func add(_ bytes: [UInt8]) throws {
        try deflater?.add(bytes) { try file.append($0) }
    }

    func end() throws {
        guard let deflater, var member = members.popLast() else { return }
        try deflater.finish { try file.append($0) }
        guard deflater.taken < Self.limit, file.position < Self.limit else { throw WorkbookFailure.tooLarge }
        (member.checksum, member.compressed, member.size) = (deflater.checksum, deflater.given, deflater.taken)
        members.append(member)
        // Sizes in the header itself, not behind the data: not every reader looks there.
        try file.patch(Self.local(member), at: member.offset)
        self.deflater = nil
    }

    func add(_ name: String, _ text: String) throws {
        try begin(name)
        try add(Array(text.utf8))
        try end()
    }

    func finish() throws {
        let start = file.position
        for member in members { try file.append(Self.central(member)) }
        var end = Bytes()
        end.four(0x0605_4B50)
        end.two(0)
        end.two(0)
        end.two(members.count)
        end.two(members.count)
        end.four(file.position - start)
        end.four(start)
        end.two(0)
        try file.append(end.bytes)
        try file.finish()
    }

    private static func local(_ member: Member) -> [UInt8] {
        var header = Bytes()
        header.four(0x0403_4B50)
        describe(member, in: &header)
        return header.bytes + member.name
    }

    private static func central(_ member: Member) -> [UInt8] {
        var header = Bytes()
        header.four(0x0201_4B50)
        header.two(20)
        describe(member, in: &header)
        for _ in 0..<3 { header.two(0) }
        header.four(0)
        header.four(member.offset)
        return header.bytes + member.name
    }

    /// What both headers say: version 2.0, names in UTF-8, deflated, 1 January 1980 so that equal rows make equal
    /// files, checksum, sizes, the name's length, no extra field.
    private static func describe(_ member: Member, in header: inout Bytes) {
        for number in [20, 0x0800, 8, 0, 0x21] { header.two(number) }
        header.four(Int(member.checksum))
        header.four(member.compressed)
        header.four(member.size)
        header.two(member.name.count)
        header.two(0)
    }
}

extension ZipWriter {
    /// Little-endian numbers.
    private struct Bytes {
        var bytes: [UInt8] = []

        mutating func two(_ number: Int) { append(number, 2) }
        mutating func four(_ number: Int) { append(number, 4) }

        private mutating func append(_ number: Int, _ count: Int) {
            for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
        }
    }
}
