import Foundation

extension Double {
    /// Whole, with thin groups of three digits.
    var grouped: String {
        let digits = String(Int(self.rounded()))
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += " " }
            result.append(digit)
        }
        return result
    }

    func fixed(_ places: Int) -> String {
        String(format: "%.\(places)f", self)
    }
}

extension [Double] {
    /// The middle value; 0 of nothing.
    var median: Double {
        guard !isEmpty else { return 0 }
        let sorted = sorted()
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2
    }

    /// Least and greatest, for a note.
    func spread(_ text: (Double) -> String) -> String {
        guard let least = self.min(), let greatest = self.max() else { return "nothing measured" }
        return "\(text(least)) to \(text(greatest)) in \(count) runs"
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
