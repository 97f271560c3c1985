/// Overwrites in a free text what may point to a person: long numbers, and what follows a word for a party.
///
/// Customs' own words ("list released", "order not found") stay, for they say what to do next.
enum FreeText {
    private static let mask = "***"
    /// Telephones, identity cards, orders and waybills all have at least so many digits and letters.
    private static let longest = 6
    private static let parties = [
        "姓名", "收货人", "收件人", "购买人", "订购人", "付款人", "支付人", "买家", "联系人", "电话", "手机", "地址", "证件号", "身份证",
    ]

    static func scrubbed(_ text: String) -> String {
        var result = ""
        var run = ""
        for character in text {
            if character.isASCII, character.isLetter || character.isNumber || "-_@.+".contains(character) {
                run.append(character)
                continue
            }
            flush(&run, into: &result)
            result.append(character)
        }
        flush(&run, into: &result)
        return parties.reduce(result, withoutParty)
    }

    /// A run with digits in it that is longer than a status code is somebody's number.
    private static func flush(_ run: inout String, into result: inout String) {
        let isNumber = run.count > longest && run.contains(where: \.isNumber) || run.contains("@")
        result += isNumber ? mask : run
        run = ""
    }

    /// Overwrites what stands behind a word such as "consignee", up to the next mark of punctuation.
    private static func withoutParty(_ text: String, _ word: String) -> String {
        guard text.contains(word) else { return text }
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: word) {
            result += rest[..<found.upperBound]
            rest = rest[found.upperBound...]
            let opening = rest.prefix { "[]【】()（）:：,，;； \"'“”".contains($0) }
            result += opening
            rest = rest.dropFirst(opening.count)
            let name = rest.prefix { !"[]【】()（）:：,，;；。.\"'“”\n".contains($0) }
            if !name.isEmpty { result += mask }
            rest = rest.dropFirst(name.count)
        }
        return result + rest
    }
}
