/// Counts as people read them: `187,203`.
enum CountText {
    static func of(_ count: Int) -> String {
        let digits = Array(String(abs(count)))
        var text = count < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
