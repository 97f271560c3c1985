import CarrierSimulator

/// Worlds that several suites look at.
enum Worlds {
    /// 90 trains of 8 containers.
    static let season: World = {
        var parameters = WorldParameters()
        parameters.trains = 90
        parameters.parcelsPerContainer = 20...30
        return World(seed: 20, parameters: parameters)
    }()

    /// 8,000 containers, for shares.
    static let large: World = {
        var parameters = WorldParameters()
        parameters.trains = 400
        parameters.containersPerTrain = 20...20
        parameters.parcelsPerContainer = 1...1
        return World(seed: 21, parameters: parameters)
    }()
}
