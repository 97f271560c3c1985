/// Offsets from UTC as they are written: `Z`, `+08:00`, `+0800`, `+8`, `-3:30`, `UTC`, `GMT+8`.
enum ZoneOffset {
    /// Minutes east of UTC; nil when the bytes are no offset or one beyond 14 hours, the most any clock has.
    static func minutes(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var rest = bytes[...]
        if rest.count >= 3, isUniversal(rest.prefix(3)) {
            rest = rest.dropFirst(3)
            if rest.isEmpty { return 0 }
        } else if rest.count == 1, let only = rest.first, only == UInt8(ascii: "Z") || only == UInt8(ascii: "z") {
            return 0
        }
        guard let sign = rest.popFirst(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let amount = amount(rest), amount <= 840
        else { return nil }
        return sign == UInt8(ascii: "-") ? -amount : amount
    }

    /// Minutes east of UTC that a text stands for.
    static func minutes(_ text: String) -> Int? {
        // A native string always lends its bytes; any other is copied first.
        text.utf8.withContiguousStorageIfAvailable { minutes($0) }
            ?? Array(text.utf8).withUnsafeBufferPointer { minutes($0) }
    }

    private static func amount(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var digits = 0
        var value = 0
        var colon: Int?
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
                guard digits <= 4 else { return nil }
            case UInt8(ascii: ":") where colon == nil && (1...2).contains(digits): colon = digits
            default: return nil
            }
        }
        switch (digits, colon) {
        case (1...2, nil): return value * 60
        case (4, nil), (4, 2), (3, 1): return value % 100 < 60 ? value / 100 * 60 + value % 100 : nil
        default: return nil
        }
    }

    private static func isUniversal(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.elementsEqual("UTC".utf8) || bytes.elementsEqual("GMT".utf8)
    }
}
