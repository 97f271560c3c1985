extension ProfileReading {
    /// The keys that only an XML document has, and those that mean something else in one.
    func xmlRules(_ root: ProfileNode, _ reads: Profile.Format) -> XMLRules {
        guard reads == .xml else {
            for key in ["keep", "scrub", "envelope"] where root.has(key) { root.note(key, "is for xml") }
            return XMLRules()
        }
        var rules = XMLRules()
        rules.roots = XMLNames(root.map("recognise")?.texts("roots") ?? [])
        rules.keep = XMLNames(root.texts("keep"))
        rules.redact = XMLNames(root.texts("redact"))
        rules.scrub = XMLNames(root.texts("scrub"))
        if let map = root.map("envelope") {
            rules.envelope = XMLRules.Envelope(
                roots: XMLNames(map.texts("roots")), base64: map.requiredText("base64"))
            map.finish()
        }
        return rules
    }
}
