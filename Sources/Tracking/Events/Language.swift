/// The languages our words are in.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case en, zh, ru
}
