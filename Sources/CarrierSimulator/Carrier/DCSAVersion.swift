/// The versions of DCSA Track & Trace that the carrier speaks; the raw value is the first part of the path.
public enum DCSAVersion: String, CaseIterable, Sendable {
    /// 2.2: a bare array.
    case v2
    /// 3.0: an object with `events`.
    case v3

    /// What the `API-Version` header of an answer says.
    var number: String {
        switch self {
        case .v2: "2.2.0"
        case .v3: "3.0.0"
        }
    }
}
