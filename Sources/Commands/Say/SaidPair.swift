import Intake
import Store
import Terminal
import Tracking

/// What a person says of two numbers.
struct SaidPair {
    let workplace: Workplace
    let saying: SayingOptions
    let options: PairOptions

    func link(_ child: String, _ parent: String, says: Bool, _ more: [JSONMember]) throws -> ExitStatus {
        let word = says ? "link" : "unlink"
        let inside = try NamedSubject(
            workplace: workplace, doing: word, example: "caravan \(word) \(child) \(parent) --kind parcel --reason …"
        ).find(child, kind: options.kind)
        let carrier = try NamedSubject(
            workplace: workplace, doing: "\(word) with",
            example: "caravan \(word) \(child) \(parent) --parent-kind bag --reason …"
        ).find(parent, kind: options.parentKind)
        try check(inside.subject, carrier.subject, word)
        let heard = try Saying(workplace: workplace, options: saying).tell(
            word,
            [
                JSONMember("child", .object(Saying.number(inside.subject))),
                JSONMember("parent", .object(Saying.number(carrier.subject))),
            ] + more, on: "\(child) \(parent)")
        let state = try PairState(inside.subject, carrier.subject, workplace)
        let sentence = "\(name(inside.subject)) is \(says ? "" : "not ")in \(name(carrier.subject))"
        show(
            sentence, heard,
            [
                "child": .string(inside.subject.description), "parent": .string(carrier.subject.description),
                "denied": .bool(!says), "outranked": .array(state.outranked.map(\.json)),
                "conflicts": .array(state.conflicts.map { .string($0.reason) }),
            ])
        if !workplace.options.json {
            for claim in state.outranked { workplace.console.line("  outranks: \(claim.text)") }
            if !says, !state.isClaimed {
                workplace.console.remark("remark: no message claims it; it is noted all the same")
            }
        }
        for conflict in state.conflicts { workplace.console.remark("conflict: \(SafeText.show(conflict.reason))") }
        return .done
    }

    func alias(_ code: String, _ other: String, _ role: AliasRole, says: Bool, _ more: [JSONMember]) throws
        -> ExitStatus
    {
        let word = says ? "link" : "unlink"
        let found = try NamedSubject(
            workplace: workplace, doing: word,
            example: "caravan \(word) \(code) \(other) --alias \(role.rawValue) --kind parcel --reason …"
        ).find(code, kind: options.kind)
        let known = try knownAlias(of: found.subject, other, role)
        let alias = try known ?? reading(other, of: found.subject, word)
        guard alias.code != found.subject.code else {
            throw CommandFailure(
                "cannot \(word)", on: other, why: "it is the number itself", try: "name the other number",
                kind: "self-link",
                status: .usage)
        }
        let heard = try Saying(workplace: workplace, options: saying).tell(
            says ? "alias" : "unalias",
            [
                JSONMember("subject", .object(Saying.number(found.subject))),
                JSONMember("alias", .object(Saying.number(alias))), JSONMember("role", .string(role.rawValue)),
            ] + more, on: "\(code) \(other)")
        let sentence =
            "\(SafeText.show(alias.code)) is \(says ? "" : "not ")the \(role.rawValue) number of \(name(found.subject))"
        show(
            sentence, heard,
            [
                "subject": .string(found.subject.description), "alias": .string(alias.description),
                "role": .string(role.rawValue), "denied": .bool(!says),
            ])
        if !says, known == nil { workplace.console.remark("remark: no message claims it; it is noted all the same") }
        return .done
    }

    /// Nothing travels in a parcel but parcels, a train in nothing, and nothing in itself.
    private func check(_ child: Subject, _ parent: Subject, _ word: String) throws {
        let why: String? =
            if child == parent {
                "a thing cannot be carried in itself"
            } else if parent.kind == .parcel && child.kind != .parcel {
                "a parcel carries no \(child.kind.rawValue)"
            } else if child.kind == .train || child.kind == .declaration {
                "a \(child.kind.rawValue) is carried in nothing"
            } else {
                nil
            }
        guard let why else { return }
        throw CommandFailure(
            "cannot \(word)", on: "\(child.code) and \(parent.code)", why: why,
            try: "caravan \(word) PARCEL CONTAINER: what is inside comes first", kind: "bad-link", status: .usage)
    }

    private func knownAlias(of subject: Subject, _ code: String, _ role: AliasRole) throws -> Subject? {
        let aliases: [Alias]
        do {
            aliases = try StoreReader(path: workplace.databasePath).read { session in
                try session.stored(subject).map { try session.aliases(of: $0) } ?? []
            }
        } catch let failure as StoreFailure where failure.kind == .noDatabase {
            return nil
        } catch let failure as any ExplainedFailure {
            throw CommandFailure(failure)
        }
        return aliases.first { alias in
            alias.subject == subject && alias.role == role && alias.alias.code.uppercased() == code.uppercased()
                && (options.issuer == nil || alias.alias.identifier.issuer == options.issuer)
        }?.alias
    }

    /// Orders and customers number as they like; the later legs' numbers may be told by their form.
    private func reading(_ code: String, of subject: Subject, _ word: String) throws -> Subject {
        let role = try options.role()
        let isFree = options.issuer != nil || role == .order || role == .customer
        do {
            return try IdentifierSchemes.subject(
                kind: subject.kind, scheme: isFree ? Scheme.number.rawValue : nil, issuer: options.issuer, code: code
            ).subject
        } catch {
            throw CommandFailure(
                "cannot \(word)", on: code, why: error.reason, try: "check the number", kind: error.kind, status: .usage
            )
        }
    }

    private func name(_ subject: Subject) -> String { "\(subject.kind.rawValue) \(SafeText.show(subject.code))" }

    private func show(_ sentence: String, _ heard: Heard, _ members: JSONValue) {
        let message = heard.receipt.message
        if workplace.options.json {
            guard case .object(let list) = members else { return }
            let head = [
                JSONMember("message", .int(message.map { Int($0.rawValue) })),
                JSONMember("new", .bool(heard.receipt.isNews)),
            ]
            workplace.console.write(.object(head + list))
            return
        }
        let known = heard.receipt.isNews ? "" : "  (known already)"
        workplace.console.line(sentence + known)
        if let message, heard.receipt.isNews {
            workplace.console.line("take it back with: caravan retract \(message) --reason …")
        }
    }
}
