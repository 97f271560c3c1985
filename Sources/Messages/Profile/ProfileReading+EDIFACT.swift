internal import Yams

extension ProfileReading {
    /// The keys that only an EDIFACT interchange has, and those that mean something else in one.
    ///
    /// `recognise: { roots: [IFTSTA] }` names the types of messages. `groups` lists the segments of a message as the
    /// directories draw them, a group as `TRIGGER: [its segments and groups]`; `redact` names values as `NAD.3`, the
    /// element behind the tag with the number 3, from 0, or `COM.0.0`, a component of one.
    func edifactRules(_ root: ProfileNode, _ reads: Profile.Format) -> EDIFACTRules {
        guard reads == .edifact else {
            if root.has("groups") { root.note("groups", "is for edifact") }
            return EDIFACTRules()
        }
        var rules = EDIFACTRules()
        rules.types = Set(root.map("recognise")?.texts("roots") ?? [])
        if !root.has("groups") { root.note("groups", "is missing: which segments begin a group?") }
        rules.groups = groups(root.list("groups"), root)
        let names = root.texts("redact")
        if let redaction = EDIFACTRedaction(names) {
            rules.redaction = redaction
        } else {
            root.note("redact", "\(names.joined(separator: ", ")): in edifact a place looks like NAD.3 or COM.0.0")
        }
        for path in paths(root, "each") {
            guard let names = path.elementNames, rules.groups.contains(names) else {
                root.note("each", "\(path): in edifact it is a way through the groups, such as $.CNI[*].STS[*]")
                continue
            }
        }
        return rules
    }

    private func groups(_ nodes: [Node], _ root: ProfileNode) -> EDIFACTGroups {
        var groups = EDIFACTGroups()
        for node in nodes {
            switch node {
            case .scalar(let scalar): groups.members.insert(scalar.string)
            case .mapping(let mapping):
                for (key, value) in mapping {
                    guard case .sequence(let inner) = value, let trigger = key.string else {
                        root.note("groups", "\(key.string ?? "?"): a list of segments was expected")
                        continue
                    }
                    groups.groups[trigger] = self.groups(Array(inner), root)
                }
            default: root.note("groups", "a segment, or a group as TRIGGER: [segments], was expected")
            }
        }
        return groups
    }
}
