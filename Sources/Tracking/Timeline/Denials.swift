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

    init(_ links: [Link]) {
        var denials: [Pair: MessageID] = [:]
        for link in links where link.isDenial {
            let pair = Pair(child: link.child, parent: link.parent)
            denials[pair] = max(link.message, denials[pair] ?? link.message)
        }
        guard !denials.isEmpty else {
            (inForce, denied) = (links, [])
            return
        }
        var (inForce, denied): ([Link], [Denied]) = ([], [])
        for link in links {
            if let by = denials[Pair(child: link.child, parent: link.parent)] {
                denied.append(Denied(link: link, by: by))
            } else {
                inForce.append(link)
            }
        }
        (self.inForce, self.denied) = (inForce, denied)
    }
}
