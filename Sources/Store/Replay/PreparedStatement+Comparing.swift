import Foundation
import GRDBSQLite

extension PreparedStatement {
    /// The value of a column as it is stored.
    func value(_ column: Int32) -> Value {
        switch type(column) {
        case SQLITE_INTEGER: .integer(integer(column))
        case SQLITE_FLOAT: .real(real(column))
        case SQLITE_NULL: .null
        case SQLITE_BLOB: .blob(bytes(column))
        default: .text(text(column))
        }
    }

    /// Compares columns of the current rows of two statements, in the order in which SQLite's own keys stand: less than 0
    /// where this one comes first, 0 where all are equal.
    func order(of columns: Range<Int32>, against other: PreparedStatement) -> Int {
        for column in columns {
            let order = order(of: column, against: other)
            if order != 0 { return order }
        }
        return 0
    }

    private func order(of column: Int32, against other: PreparedStatement) -> Int {
        let (left, right) = (type(column), other.type(column))
        guard left == right else { return Self.rank(left) - Self.rank(right) }
        switch left {
        case SQLITE_NULL: return 0
        case SQLITE_INTEGER:
            let (one, two) = (integer(column), other.integer(column))
            return one == two ? 0 : one < two ? -1 : 1
        case SQLITE_FLOAT:
            let (one, two) = (real(column), other.real(column))
            return one == two ? 0 : one < two ? -1 : 1
        default: return withBytes(column) { one in other.withBytes(column) { Self.order(one, $0) } }
        }
    }

    private static func order(_ one: UnsafeRawBufferPointer, _ two: UnsafeRawBufferPointer) -> Int {
        let common = min(one.count, two.count)
        if common > 0, let left = one.baseAddress, let right = two.baseAddress {
            let order = memcmp(left, right, common)
            if order != 0 { return Int(order) }
        }
        return one.count - two.count
    }

    private static func rank(_ type: Int32) -> Int {
        switch type {
        case SQLITE_NULL: 0
        case SQLITE_INTEGER, SQLITE_FLOAT: 1
        case SQLITE_TEXT: 2
        default: 3
        }
    }
}
