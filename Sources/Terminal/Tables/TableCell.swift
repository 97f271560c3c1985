import Foundation
public import Tracking

/// One value of a table. Text is taken as hostile; numbers are ours.
public enum TableCell: Equatable, Sendable {
    case text(String)
    /// Text with a meaning for the eye; in CSV just text.
    case styled(String, Style)
    case integer(Int)
    /// A number with a fixed count of digits after the point.
    case decimal(Double, digits: Int)
    /// A time, shown in the offset it carries; a real date in a workbook.
    case time(EventTime)
    case none

    /// A time, or nothing.
    public static func time(_ time: EventTime?) -> TableCell { time.map { .time($0) } ?? .none }

    /// Text, or nothing.
    public static func text(_ text: String?) -> TableCell { text.map { .text($0) } ?? .none }

    /// A number, or nothing.
    public static func integer(_ number: Int?) -> TableCell { number.map { .integer($0) } ?? .none }

    var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        case .text, .styled, .time, .none: false
        }
    }

    var style: Style {
        if case .styled(_, let style) = self { style } else { .plain }
    }

    /// The text of others, nil for what we wrote ourselves.
    var foreignText: String? {
        switch self {
        case .text(let text), .styled(let text, _): text
        case .integer, .decimal, .time, .none: nil
        }
    }

    /// What we wrote ourselves: a number's digits or a time; empty for text and for what is no number.
    var digits: String {
        switch self {
        case .time(let time): time.shown(in: nil, utc: time.precision != .day && time.offsetMinutes == 0)
        case .integer(let number): String(number)
        case .decimal(let number, let digits) where number.isFinite: String(format: "%.\(max(0, digits))f", number)
        case .text, .styled, .decimal, .none: ""
        }
    }
}

extension TableCell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
}
