/// Sets apart the links that a person says are not so.
///
/// Of what people say of one child and parent only the latest word is live, so a denial that is there holds against
/// every paper, earlier or later.
struct Denials {
    /// A link that carries nothing, with the message that denies it; the denial itself is one too.
    struct Denied {
        var link: Link
        var by: MessageID
    }

    private struct Pair: Hashable {
        var child: Subject
        var parent: Subject
    }

    let inForce: [Link]
    let denied: [Denied]

    /// - Parameter names: one name for a thing that is known by several numbers; a denial is of the thing.
    init(_ links: [Link], _ names: NumberNames) {
        func pair(_ link: Link) -> Pair {
            Pair(child: names.name(of: link.child), parent: names.name(of: link.parent))
        }
        var denials: [Pair: MessageID] = [:]
        for link in links where link.isDenial {
            let pair = pair(link)
            denials[pair] = max(link.message, denials[pair] ?? link.message)
        }
        guard !denials.isEmpty else {
            (inForce, denied) = (links, [])
            return
        }
        var (inForce, denied): ([Link], [Denied]) = ([], [])
        for link in links {
            if let by = denials[pair(link)] {
                denied.append(Denied(link: link, by: by))
            } else {
                inForce.append(link)
            }
        }
        (self.inForce, self.denied) = (inForce, denied)
    }
}
