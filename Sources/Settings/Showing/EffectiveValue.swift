/// A setting as it is shown: in the order of the documentation, and with the references of secrets in place of secrets.
public indirect enum EffectiveValue: Equatable, Sendable {
    /// A key and what holds for it.
    public struct Entry: Equatable, Sendable {
        public let key: String
        public let value: EffectiveValue
    }

    case none
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([EffectiveValue])
    case mapping([Entry])
}

extension EffectiveValue: Encodable {
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .none:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .text(let text): try text.encode(to: encoder)
        case .number(let number): try number.encode(to: encoder)
        case .flag(let flag): try flag.encode(to: encoder)
        case .list(let values): try values.encode(to: encoder)
        case .mapping(let entries):
            var container = encoder.container(keyedBy: EntryKey.self)
            for entry in entries { try container.encode(entry.value, forKey: EntryKey(stringValue: entry.key)) }
        }
    }

    private struct EntryKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension EffectiveValue {
    /// Nil becomes `none`, anything else its description.
    init(_ value: (some CustomStringConvertible)?) {
        self = value.map { .text($0.description) } ?? .none
    }
}
