/// Collects the mistakes of one profile while it is read.
final class ProfileMistakeLog {
    let file: String
    private(set) var mistakes: [ProfileMistake] = []

    init(file: String) {
        self.file = file
    }

    func note(_ line: Int?, _ key: String, _ reason: String) {
        mistakes.append(ProfileMistake(file: file, line: line, key: key, reason: reason))
    }
}
