extension JSONPath {
    /// Of a path such as `$.WayBill[*].WayBillList[*]`, in which every element repeats, the names; nil of any other.
    var elementNames: [String]? {
        var names: [String] = []
        for (index, step) in steps.enumerated() {
            switch (index % 2, step) {
            case (0, .key(let name)): names.append(name)
            case (1, .each): break
            default: return nil
            }
        }
        return steps.count % 2 == 0 ? names : nil
    }
}
