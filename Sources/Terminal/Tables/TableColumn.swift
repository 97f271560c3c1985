/// A column of a table.
public struct TableColumn: Equatable, Sendable {
    /// Where its values stand.
    public enum Alignment: Sendable {
        case leading
        case trailing
    }

    public let title: String
    public let alignment: Alignment
    /// Whether it gives way first when the table is too wide; without any such column the last one does.
    public let isFlexible: Bool

    /// Numbers are right-aligned in any column; `alignment` is for the title and for text.
    public init(_ title: String, alignment: Alignment = .leading, isFlexible: Bool = false) {
        self.title = title
        self.alignment = alignment
        self.isFlexible = isFlexible
    }
}

extension TableColumn: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
