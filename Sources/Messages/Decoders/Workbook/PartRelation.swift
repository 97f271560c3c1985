/// Where one part of a workbook says another one stands (ISO/IEC 29500-2, 9.3).
struct PartRelation {
    var id: String
    /// The last word of its type: `worksheet`, `styles`, `sharedStrings`.
    var kind: String
    private var target: String

    /// Nothing for a part that refers to no other.
    static func read(_ scanner: TagScanner?) throws(ReadFailure) -> [PartRelation] {
        var relations: [PartRelation] = []
        guard let scanner else { return relations }
        while true {
            switch try scanner.next() {
            case .open where scanner.isNamed("Relationship"):
                guard let id = try scanner.textAttribute("Id"), let type = try scanner.textAttribute("Type"),
                    let target = try scanner.textAttribute("Target")
                else { continue }
                let kind = type.split(separator: "/").last.map(String.init) ?? type
                relations.append(PartRelation(id: id, kind: kind, target: target))
            case .end: return relations
            default: break
            }
        }
    }

    /// The name of the part in the archive.
    ///
    /// - Parameter folder: that of the part which refers to it.
    func path(in folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }
}
