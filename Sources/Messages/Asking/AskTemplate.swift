public import Tracking

/// How a carrier is asked: a request with places for numbers, and what its answers mean.
///
/// `{base_url}`, `{code}`, `{codes}`, `{scheme}`, `{issuer}` stand for the carrier's address and for the numbers asked
/// (all of them, with commas between, for `{codes}`), `{epc}` for the number as EPCIS writes it; in a body `{numbers}`
/// stands for the `number` text of each, in an address `{parameters}` for the `parameter` text of each, with `&`
/// between. In a form that is signed, `{user}`, `{nonce}`, `{timestamp}`, `{data}` and `{signature}` stand for what is
/// signed by whom.
public struct AskTemplate: Sendable, Hashable {
    /// How a secret is shown to the carrier.
    enum Credentials: Hashable, Sendable {
        case none
        case header(String)
        /// The secret is `user:password` (RFC 7617).
        case basic
        case bearer
        /// The secret is `user:password`; the password signs the request and is not sent.
        case signature(AskSignature)
    }

    /// The form of a request's body, and so how a number is written into it.
    enum BodyForm: String, Hashable, Sendable {
        case json, form
    }

    struct Body: Hashable, Sendable {
        var form: BodyForm
        var text: String
        var number: String?
        /// Of a form, a JSON text that stands in one of its fields and is what a signature is made of.
        var data: String?
    }

    /// One request: what is sent where.
    struct Step: Hashable, Sendable {
        var method: String
        var url: String
        /// What stands in the address for one number; `{parameters}` is all of them.
        var parameter: String?
        var body: Body?
    }

    /// Kinds of subjects that can be asked about.
    public let about: [SubjectKind]
    /// Numbers in one request, at least 1.
    public let batch: Int
    /// At most so many requests in so long; nil where the profile does not say.
    public let rate: AskRate?
    /// At most so many requests in a day or another long time.
    public let quota: AskRate?
    /// Whether a secret is needed.
    public var needsSecret: Bool { credentials != .none }

    /// Whether a request is signed, and so needs a ``RequestStamp``.
    public var signs: Bool { if case .signature = credentials { true } else { false } }

    /// Whether numbers must be made known to the carrier before it tells anything of them.
    public var registers: Bool { register != nil }

    let question: Step
    /// How numbers are made known to the carrier; nil where that is not needed.
    let register: Step?
    let headers: [AskedRequest.Header]
    let numberRules: [NumberRule]
    let credentials: Credentials
    let pageHeaders: [String]
    let pageParameter: String?
    /// Where an answer itself says how it goes on.
    let pagePath: JSONPath?
    let nothing: [AnswerCondition]
    let unknown: [AnswerCondition]
    let slowDown: [AnswerCondition]
    let quotaUsed: [AnswerCondition]
    let blocked: [AnswerCondition]
    let failed: [AnswerCondition]
    /// Answers are JSON; a web page in their place is a refusal.
    let expectsJSON: Bool
    /// Where an answer holds further JSON in a string.
    let unwrap: [JSONPath]
}
