import Terminal

@main
struct Main {
    static func main() async {
        await Program.main(CaravandCommand.self)
    }
}
