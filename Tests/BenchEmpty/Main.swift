import Commands

/// Links everything that `caravan` links and does nothing: what a start costs before the first line of ours.
@main
enum EmptyProgram {
    static func main() {
        // Never true, but the linker cannot know: without the reference it would drop what it links.
        if CommandLine.arguments.count > 1000 { runCaravan() }
    }
}
