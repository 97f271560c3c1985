/// The arithmetic of check digits, which several schemes share.
///
/// All take the digits without the check digit and give the one that belongs to them.
enum CheckSums {
    /// Luhn (ISO/IEC 7812-1 annex B): every other digit from the right doubled, digits of the products added, complement
    /// to ten. Wagons of both gauges, CIM consignment numbers and UIC locations use it.
    static func luhn(_ digits: some BidirectionalCollection<UInt8>) -> UInt8 {
        var sum = 0
        var isDoubled = true
        for digit in digits.reversed() {
            let product = Int(digit) * (isDoubled ? 2 : 1)
            sum += product / 10 + product % 10
            isDoubled.toggle()
        }
        return complement(sum)
    }

    /// GS1 General Specifications 7.9: weights 3, 1, 3 … from the right, complement to ten.
    ///
    /// The posts of the USA and Canada use it too.
    static func gs1(_ digits: some BidirectionalCollection<UInt8>) -> UInt8 {
        var sum = 0
        var weight = 3
        for digit in digits.reversed() {
            sum += Int(digit) * weight
            weight = 4 - weight
        }
        return complement(sum)
    }

    /// The last digit of an ISO 6346 sum: values times 1, 2, 4 … from the left, modulo 11, where 10 is written 0.
    ///
    /// Containers and the MRN of the EU's customs use it.
    static func iso6346(_ values: some Sequence<Int>) -> UInt8 {
        var sum = 0
        for (position, value) in values.enumerated() { sum += value << position }
        return UInt8(sum % 11 % 10)
    }

    /// A letter's value in ISO 6346: from 10, leaving out the multiples of 11; a digit stands for itself.
    static func iso6346Value(of byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            let plain = Int(byte - UInt8(ascii: "A")) + 10
            return plain + (plain > 10 ? 1 : 0) + (plain > 20 ? 1 : 0) + (plain > 30 ? 1 : 0)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return Int(byte - UInt8(ascii: "0"))
        default:
            return nil
        }
    }

    /// ISO/IEC 7064 MOD 37,36 over digits and letters; the check character is one of them too.
    static func mod37And36(_ text: some Sequence<UInt8>) -> UInt8? {
        var product = 36
        for byte in text {
            guard let value = value36(of: byte) else { return nil }
            product = (product + value) % 36
            product = (product == 0 ? 36 : product) * 2 % 37
        }
        let check = (37 - product) % 36
        return UInt8(check < 10 ? 48 + check : 55 + check)
    }

    /// What is missing to the next ten.
    static func complement(_ sum: Int) -> UInt8 { UInt8((10 - sum % 10) % 10) }

    private static func value36(of byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 55
        default: nil
        }
    }
}
