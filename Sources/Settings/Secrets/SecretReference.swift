/// Where a key is found; what the settings hold instead of the key.
public enum SecretReference: Hashable, Sendable {
    /// `env:NAME`, a variable of the environment.
    case environment(String)
    /// `file:PATH`, a file nobody else may read.
    case file(String)
    /// `credential:NAME`, handed over by systemd in `$CREDENTIALS_DIRECTORY`.
    case credential(String)

    /// The key, from where the reference says.
    ///
    /// A line break at the end is dropped, since editors add one.
    /// - Parameters:
    ///   - environment: the variables of the process
    ///   - readFile: how a file is read; `SecretFile.read` outside of tests
    public func resolve(
        environment: [String: String], readFile: (String) throws(SecretFailure) -> SecretFile
    ) throws(SecretFailure) -> Secret {
        switch self {
        case .environment(let name):
            guard let value = environment[name], !value.isEmpty else { throw .noVariable(name) }
            return try checked(value)
        case .file(let path):
            let file = try readFile(path)
            guard file.mode & 0o077 == 0 else { throw .tooOpen(path: path, mode: file.mode) }
            return try checked(file.text)
        case .credential(let name):
            guard let folder = environment["CREDENTIALS_DIRECTORY"], !folder.isEmpty else {
                throw .noCredentials(name)
            }
            let path = folder + "/" + name
            let file = try readFile(path)
            // systemd grants the service by an access list, whose mask shows in the group's bits.
            guard file.mode & 0o007 == 0 else { throw .tooOpen(path: path, mode: file.mode) }
            return try checked(file.text)
        }
    }

    /// A key goes into a header: a control character in it would write headers of its own.
    private func checked(_ text: String) throws(SecretFailure) -> Secret {
        var scalars = Substring(text).unicodeScalars
        while let last = scalars.last, last == "\n" || last == "\r" { scalars.removeLast() }
        guard !scalars.isEmpty else { throw .empty(self) }
        guard !scalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) else {
            throw .malformed(self)
        }
        return Secret(String(scalars))
    }
}

extension SecretReference: LosslessStringConvertible {
    /// Reads `env:NAME`, `file:PATH` or `credential:NAME`.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = String(text[text.index(after: colon)...])
        switch text[..<colon] {
        case "env" where Self.isVariableName(rest): self = .environment(rest)
        case "file" where !rest.isEmpty: self = .file(rest)
        case "credential" where !rest.isEmpty && !rest.contains("/") && !rest.hasPrefix("."): self = .credential(rest)
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .environment(let name): "env:\(name)"
        case .file(let path): "file:\(path)"
        case .credential(let name): "credential:\(name)"
        }
    }

    private static func isVariableName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
    }
}

extension SecretReference: SettingValue {
    static var noun: String { "a reference to a secret" }
    static var remedy: String { "write env:NAME, file:PATH or credential:NAME; the key itself never stands here" }
}
