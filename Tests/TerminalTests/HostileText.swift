/// Makes strings of the worst that carriers, and people who pose as carriers, can send; the same ones for a seed.
struct HostileText {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A text of up to twelve pieces.
    mutating func next() -> String {
        (0..<Int(random() % 12)).map { _ in piece() }.joined()
    }

    private mutating func piece() -> String {
        switch random() % 6 {
        case 0: Self.payloads[Int(random() % UInt64(Self.payloads.count))]
        case 1: scalar(below: 0xA0)
        case 2: scalar(below: 0x3000)
        case 3: scalar(below: 0x110000)
        case 4: ["Ürümqi", "乌鲁木齐", "Достык", "MRKU9465770", " ", "  ", "-3.5", "👨‍👩‍👧", "e\u{301}"][Int(random() % 9)]
        default: Self.leaders[Int(random() % UInt64(Self.leaders.count))]
        }
    }

    private mutating func scalar(below limit: UInt64) -> String {
        Unicode.Scalar(UInt32(random() % limit)).map { String($0) } ?? "?"
    }

    /// SplitMix64.
    private mutating func random() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static let leaders = ["=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠", " ", "\"", "'", "\u{3000}"]

    static let payloads = [
        "\u{1B}[2J", "\u{1B}]0;title\u{7}", "\u{1B}]8;;https://evil.example\u{1B}\\", "\u{1B}]52;c;Y21k\u{7}",
        "\u{9B}31m", "\u{90}q\u{9C}", "\u{1B}_x\u{1B}\\", "\u{8}\u{8}\u{8}", "\r\n", "\n", "\u{7}", "\u{7F}",
        "\u{202E}gnp.exe", "\u{2066}x\u{2069}", "\u{200B}", "\u{200F}", "\u{FEFF}", "\u{E0041}\u{E007F}", "\u{AD}",
        "\u{2028}", "\u{2029}", "=HYPERLINK(\"http://evil.example\")", "=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|'x'!A1",
        "+1+1", "-2+3", "\t=1+1", "\r=1+1", "\0=1+1", "  =1+1", "\"=1+1\"", "＝1+1", "'=1+1", "\u{200B}=1+1",
        "a,b;c", "\"\u{301},\"", "\"\"\"", String(repeating: "\u{301}", count: 40), "\\u001b", "</script>",
    ]
}
