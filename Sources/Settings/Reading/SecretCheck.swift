/// How far the secrets of a settings file are looked at while it is read.
public enum SecretCheck: Sendable {
    /// Not at all: for programs that ask no carrier, and may not see the keys.
    case skipped
    /// The variables and credentials they name must be in the environment.
    case named
    /// Every one is fetched, and what stands in the way is reported.
    case fetched(@Sendable (String) throws(SecretFailure) -> SecretFile)
}
