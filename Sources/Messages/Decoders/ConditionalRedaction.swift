/// Values that are personal only in some elements: the text of a delivery names who signed, that of a transit does not.
struct ConditionalRedaction: Sendable, Hashable {
    /// The elements to look at.
    var each: [JSONPath]
    /// Where in an element, from `$` on, to look for the words.
    var look: [JSONPath]
    /// Words of which one must stand there, in small letters; a part of a word is enough.
    var words: [String]
    /// What is overwritten in such an element, from `$` on.
    var paths: [JSONPath]
    /// Words that stay behind the mark where they occur, because the mapping needs them and they name nobody.
    var keep: [String] = []

    /// All values to overwrite, with what is to stand in their place.
    func marks(in document: JSONDocument) -> [(range: Range<Int>, mark: String)] {
        each.flatMap { document.find($0) }.filter { speaks(document, $0) }
            .flatMap { element in paths.flatMap { document.find($0.steps, from: element) } }
            .map { range in
                let text = document.text(range).lowercased()
                let kept = keep.filter { text.contains($0) }
                return (range, ([JSONRedaction.mark] + kept).joined(separator: " "))
            }
    }

    private func speaks(_ document: JSONDocument, _ element: Range<Int>) -> Bool {
        look.contains { path in
            document.find(path.steps, from: element).contains { range in
                let text = document.text(range).lowercased()
                return words.contains { text.contains($0) }
            }
        }
    }
}
