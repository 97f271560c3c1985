/// A JSON document whose objects keep the order they were written in. It is what commands print with `--json`.
public indirect enum JSONValue: Equatable, Sendable {
    case object([JSONMember])
    case array([JSONValue])
    case string(String)
    case int(Int)
    /// What is no finite number is written as `null`: JSON has no other word for it.
    case double(Double)
    case bool(Bool)
    case null
}

extension JSONValue {
    /// Text, or null.
    public static func string(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A number, or null.
    public static func int(_ number: Int?) -> JSONValue { number.map { .int($0) } ?? .null }

    /// A number, or null.
    public static func double(_ number: Double?) -> JSONValue { number.map { .double($0) } ?? .null }

    /// A truth value, or null.
    public static func bool(_ value: Bool?) -> JSONValue { value.map { .bool($0) } ?? .null }

    /// The document as text, without a line end.
    public func write(pretty: Bool = false) -> String {
        String(decoding: bytes(pretty: pretty), as: UTF8.self)
    }

    /// The document as UTF-8, for long output.
    public func bytes(pretty: Bool = false) -> [UInt8] {
        var writer = JSONWriter(isPretty: pretty)
        writer.write(self)
        return writer.bytes
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(nilLiteral: ()) { self = .null }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { JSONMember($0.0, $0.1) })
    }
}
