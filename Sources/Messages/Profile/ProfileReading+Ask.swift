internal import Tracking
internal import Yams

extension ProfileReading {
    func ask(_ root: ProfileNode, _ reads: Profile.Format) -> AskTemplate? {
        let credentials = credentials(root)
        guard let map = root.map("ask") else { return nil }
        defer { map.finish() }
        let answers = map.map("answers")
        defer { answers?.finish() }
        let pages = map.map("pages")
        defer { pages?.finish() }
        let signs = if case .signature = credentials { true } else { false }
        return AskTemplate(
            about: kinds(map), batch: map.whole("batch", in: 1...1000) ?? 1, rate: rate(map, "rate"),
            quota: rate(map, "quota"), question: step(map, signs), register: registration(map, signs),
            headers: headers(map), numberRules: numberRules(map), credentials: credentials,
            pageHeaders: pages?.texts("header") ?? [], pageParameter: pages?.text("parameter"),
            pagePath: pages.flatMap { paths($0, "path").first },
            nothing: conditions(answers, "nothing"), unknown: conditions(answers, "unknown"),
            slowDown: conditions(answers, "slow-down"), quotaUsed: conditions(answers, "quota-used"),
            blocked: conditions(answers, "blocked"), failed: conditions(answers, "failed"),
            expectsJSON: reads == .json || reads == .jsonLines, unwrap: root.texts("unwrap").compactMap(JSONPath.init))
    }

    private func step(_ map: ProfileNode, _ signs: Bool) -> AskTemplate.Step {
        let body = body(map, signs)
        if signs, body == nil { map.note("body", "is missing: a signature stands in one") }
        let url = address(map)
        let parameter = map.text("parameter").map { template(map, "parameter", $0) }
        if parameter == nil, AskTemplate.placeholders(in: url).contains("parameters") {
            map.note("url", "{parameters} needs `parameter`: what stands in the address for one number?")
        }
        return AskTemplate.Step(method: method(map), url: url, parameter: parameter, body: body)
    }

    private func registration(_ ask: ProfileNode, _ signs: Bool) -> AskTemplate.Step? {
        guard let map = ask.map("register") else { return nil }
        defer { map.finish() }
        let rules = numberRules(ask)
        if !rules.contains(where: { $0.meanings.values.contains(.notRegistered) }) {
            ask.note("register", "needs `numbers` with the code of an answer that wants a number registered")
        }
        return step(map, signs)
    }

    /// `{ each, number, code, nothing, register, … }`: what an answer says of single numbers.
    private func numberRules(_ ask: ProfileNode) -> [NumberRule] {
        ask.list("numbers").compactMap { node in
            guard let map = ask.map(node, under: "numbers") else { return nil }
            defer { map.finish() }
            guard let each = paths(map, "each").first, let number = paths(map, "number").first else {
                ask.note("numbers", "needs `each` and `number`: where does an answer speak of which number?")
                return nil
            }
            let meanings: [(String, NumberAnswer)] = [
                ("nothing", .nothing), ("register", .notRegistered), ("registered", .nothing),
                ("unknown", .unknownNumber), ("quota-used", .quotaUsed),
            ]
            let otherwise = map.text("otherwise") ?? "told"
            if !["told", "refused"].contains(otherwise) {
                map.note("otherwise", "\(otherwise): there are told and refused")
            }
            let pairs = meanings.flatMap { key, answer in map.texts(key).map { ($0, answer) } }
            return NumberRule(
                each: each, number: number, code: paths(map, "code").first,
                meanings: Dictionary(pairs) { first, _ in first }, refuses: otherwise == "refused")
        }
    }

    private func kinds(_ map: ProfileNode) -> [SubjectKind] {
        if !map.has("about") { map.note("about", "is missing: which kinds of subject can be asked about?") }
        return about(map)
    }

    /// Kinds of subjects.
    func about(_ map: ProfileNode) -> [SubjectKind] {
        map.texts("about").compactMap { name in
            if let kind = SubjectKind(rawValue: name) { return kind }
            map.note(
                "about",
                "\(name) is no kind of subject; there are "
                    + SubjectKind.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
    }

    private func rate(_ map: ProfileNode, _ key: String) -> AskRate? {
        guard let text = map.text(key) else { return nil }
        if let rate = AskRate(text) { return rate }
        map.note(key, "\(text) is no rate; one looks like 2/s or 250/day")
        return nil
    }

    private func method(_ map: ProfileNode) -> String {
        let method = map.text("method") ?? "GET"
        if !["GET", "POST"].contains(method) { map.note("method", "\(method): there are GET and POST") }
        return method
    }

    /// - Parameter signs: what is signed by whom can be named in it.
    private func template(_ map: ProfileNode, _ key: String, _ text: String, _ signs: Bool = false) -> String {
        let known = AskTemplate.placeholders + (signs ? AskTemplate.signed : [])
        for name in AskTemplate.placeholders(in: text) where !known.contains(name) {
            let near = Suggestion.nearest(name, among: known).map { "did you mean {\($0)}?" }
            map.note(
                key,
                "{\(name)} stands for nothing; "
                    + (near ?? "there are {\(known.joined(separator: "}, {"))}"))
        }
        return text
    }

    private func address(_ map: ProfileNode) -> String {
        let url = template(map, "url", map.requiredText("url"))
        if !url.isEmpty, !url.hasPrefix("{base_url}"), !url.hasPrefix("https://") {
            map.note("url", "an address begins with {base_url} or https://")
        }
        return url
    }

    private func headers(_ map: ProfileNode) -> [AskedRequest.Header] {
        guard let headers = map.map("headers") else { return [] }
        return headers.keys.compactMap { name in
            let value = template(headers, name, headers.text(name) ?? "")
            guard (name + value).unicodeScalars.allSatisfy({ $0.value >= 0x20 }), !name.contains(":") else {
                headers.note(name, "a header has one line")
                return nil
            }
            return AskedRequest.Header(name, value)
        }
    }

    private func body(_ map: ProfileNode, _ signs: Bool) -> AskTemplate.Body? {
        guard let body = map.map("body") else { return nil }
        defer { body.finish() }
        let name = body.text("form") ?? "json"
        guard let form = AskTemplate.BodyForm(rawValue: name) else {
            body.note("form", "\(name): there are json and form")
            return nil
        }
        if !signs, body.has("data") { body.note("data", "is for `credentials: { signature: NAME }`") }
        if signs, body.text("data") == nil { body.note("data", "is missing: what is signed?") }
        return AskTemplate.Body(
            form: form, text: template(body, "text", body.requiredText("text"), signs),
            number: body.text("number").map { template(body, "number", $0) },
            data: body.text("data").map { template(body, "data", $0) })
    }

    /// A name alone (`basic`, `bearer`, `none`), or `header: NAME`.
    private func credentials(_ root: ProfileNode) -> AskTemplate.Credentials {
        guard let node = root.node("credentials") else { return .none }
        if case .mapping = node, let map = root.map("credentials") {
            defer { map.finish() }
            if let name = map.text("signature") { return signature(map, name) }
            let name = map.requiredText("header")
            return .header(name)
        }
        switch root.text("credentials") {
        case "none": return .none
        case "basic": return .basic
        case "bearer": return .bearer
        case let name:
            root.note(
                "credentials",
                "\(name ?? "this") is not supported yet; there are none, basic, bearer, "
                    + "{ header: NAME } and { signature: NAME }")
            return .none
        }
    }

    private func signature(_ map: ProfileNode, _ name: String) -> AskTemplate.Credentials {
        if let signature = AskSignature(rawValue: name) { return .signature(signature) }
        let known = AskSignature.allCases.map(\.rawValue).joined(separator: ", ")
        map.note("signature", "\(name) is no signature we know; there is \(known)")
        return .none
    }

    private func conditions(_ answers: ProfileNode?, _ key: String) -> [AnswerCondition] {
        guard let answers else { return [] }
        return answers.list(key).compactMap { node in
            guard let map = answers.map(node, under: key) else { return nil }
            defer { map.finish() }
            var condition = AnswerCondition()
            condition.statuses = map.texts("status").compactMap { statuses(map, $0) }
            condition.path = paths(map, "path").first
            condition.values = map.texts("is")
            condition.others = map.texts("is-not")
            condition.absent = paths(map, "absent").first
            condition.present = paths(map, "present").first
            for key in ["is", "is-not"] where map.has(key) && condition.path == nil { map.note(key, "needs a `path`") }
            if condition == AnswerCondition() {
                answers.note(key, "needs a `status`, a `path` or what is `absent` or `present`")
            }
            condition.reason = map.text("reason")
            if condition.reason != nil, key != "blocked" { map.note("reason", "is for what is `blocked`") }
            return condition
        }
    }

    /// `404`, or `4xx`.
    private func statuses(_ map: ProfileNode, _ text: String) -> ClosedRange<Int>? {
        if let status = Int(text), (100...599).contains(status) { return status...status }
        if text.count == 3, text.hasSuffix("xx"), let hundred = text.first?.wholeNumberValue, (1...5).contains(hundred)
        {
            return hundred * 100...hundred * 100 + 99
        }
        map.note("status", "\(text) is no status; one looks like 404 or 5xx")
        return nil
    }
}
