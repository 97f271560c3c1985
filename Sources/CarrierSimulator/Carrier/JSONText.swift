/// A JSON value that is only ever written, with its members in the order given.
indirect enum JSONText: Sendable {
    case text(String)
    case number(Int)
    case decimal(Double)
    case flag(Bool)
    case array([JSONText])
    case object([(String, JSONText?)])

    /// UTF-8.
    var bytes: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    private func write(to output: inout [UInt8]) {
        switch self {
        case .text(let text): Self.write(text, to: &output)
        case .number(let number): output += String(number).utf8
        case .decimal(let number): output += String(number).utf8
        case .flag(let flag): output += (flag ? "true" : "false").utf8
        case .array(let values): Self.write(values, to: &output)
        case .object(let members): Self.write(members, to: &output)
        }
    }

    private static func write(_ values: [JSONText], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            value.write(to: &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    /// Members without a value are left out.
    private static func write(_ members: [(String, JSONText?)], to output: inout [UInt8]) {
        output.append(UInt8(ascii: "{"))
        var isFirst = true
        for case (let name, let value?) in members {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            write(name, to: &output)
            output.append(UInt8(ascii: ":"))
            value.write(to: &output)
        }
        output.append(UInt8(ascii: "}"))
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: output += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
