/// What other threads leave for the owner thread.
final class Mailbox: Sendable {
    enum Letter: Sendable {
        case start(Exchange, Exchange.Reply)
        case cancel(Exchange)
    }

    private struct State {
        var letters: [Letter] = []
        var ownerSleeps = false
        var isClosed = false
    }

    private let state = Locked(State())
    private let multi: MultiHandle

    init(waking multi: MultiHandle) {
        self.multi = multi
    }

    /// Leaves a letter, and wakes the owner only if it sleeps: an owner that is awake looks here before it does.
    ///
    /// - Returns: false when the mailbox is closed; the letter is then lost.
    func post(_ letter: Letter) -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.letters.append(letter)
            wake(&state)
            return true
        }
    }

    /// Takes no more letters; those inside are still handed over.
    func close() {
        state.withLock { state in
            guard !state.isClosed else { return }
            state.isClosed = true
            wake(&state)
        }
    }

    /// Hands every letter to the owner by swapping `letters`, which is empty, with its own.
    ///
    /// - Returns: false when the mailbox is closed.
    func collect(into letters: inout [Letter]) -> Bool {
        state.withLock { state in
            swap(&state.letters, &letters)
            state.ownerSleeps = false
            return !state.isClosed
        }
    }

    /// The owner asks whether it may sleep; from a yes until ``collect(into:)`` it is woken by the first letter.
    func ownerMaySleep() -> Bool {
        state.withLock { state in
            state.ownerSleeps = state.letters.isEmpty && !state.isClosed
            return state.ownerSleeps
        }
    }

    private func wake(_ state: inout State) {
        guard state.ownerSleeps else { return }
        state.ownerSleeps = false
        multi.wakeUp()
    }
}
