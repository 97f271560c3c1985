public import Tracking

extension ReadSession {
    /// A message as it lies in the archive; nil where there is none of that number, or it is still on its way in.
    public func archived(_ id: MessageID) throws -> ArchivedMessage? {
        guard !knowledge.ignoring.contains(id) else { return nil }
        return try ArchivedMessage(id, try statement(ArchivedMessage.query), word: word)
    }

    /// The last message of a file that a profile read and that is in force.
    public func lastFile(profile: String) throws -> ArchivedMessage? {
        guard let number = try number(profile) else { return nil }
        let find = try statement(
            """
            SELECT max(id) FROM message WHERE profile = ? AND channel = 'file' AND complete = 1
                AND id NOT IN (SELECT message FROM message_end)
            """
        ).bind(.integer(number))
        let id = try find.step() ? find.optionalInteger(0) : nil
        find.finish()
        return try id.flatMap { try archived(MessageID(rawValue: $0)) }
    }

    /// The live events of a subject, told of this very number.
    public func ownEvents(of stored: StoredSubject) throws -> [Event] { try events(of: stored) }
}
