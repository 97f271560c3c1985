/// Whole numbers as people write them in a settings file.
enum WholeNumber {
    /// The number, if the text is nothing but ASCII digits; `Int` alone would take `+5` too.
    static func read(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}
