// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// Every target of ours is compiled under the same rules.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let lifecycleTestKit: Target.Dependency = .product(name: "ServiceLifecycleTestKit", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let flyingSocks: Target.Dependency = .product(name: "FlyingSocks", package: "FlyingFox")

func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil,
    exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: path, exclude: exclude, resources: resources,
        swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let package = Package(
    name: "caravan",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "caravan", targets: ["caravan"]),
        .executable(name: "caravand", targets: ["caravand"]),
        .executable(name: "caravan-simulator", targets: ["caravan-simulator"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        library("Tracking"),
        library("Forecasting", ["Tracking"]),
        library("Linking", ["Tracking"]),
        library("Messages", ["Tracking", grdb, sqlite, yams, crypto, "CSQLite", "CZlib"]),
        library("HTTPFetch"),
        library("CurlFetch", ["HTTPFetch", "CCurl"]),
        library(
            "Schema", path: "Schema", exclude: ["README.md", "current.sql"],
            resources: [.embedInCode("Migrations")]),
        library("Store", ["Tracking", "Schema", grdb, sqlite, crypto, "CSQLite", "CZlib"]),
        library("Intake", ["Tracking", "Messages", "Linking", "Store"]),
        library("Settings", [yams]),
        library(
            "Polling", ["Tracking", "Forecasting", "Messages", "HTTPFetch", "Store", "Intake", lifecycle, logging]),
        library("Terminal", ["Tracking", "Settings", argumentParser, "CZlib"]),
        library("Commands", ["Tracking", "Messages", "Store", "Intake", "Settings", "Terminal", argumentParser]),
        library("CarrierSimulator", ["Tracking", flyingSocks]),
        program("caravan", ["Commands"]),
        program(
            "caravand",
            [
                "Tracking", "Polling", "CurlFetch", "HTTPFetch", "Intake", "Store", "Messages", "Settings",
                "Terminal", argumentParser, logging, lifecycle, unixSignals,
            ]),
        program("caravan-simulator", ["CarrierSimulator", "Tracking", "Terminal", argumentParser]),

        .target(
            name: "TestSupport", dependencies: ["Tracking", "HTTPFetch", "CZlib"], path: "Tests/TestSupport",
            swiftSettings: settings),
        tests("TrackingTests", ["Tracking"]),
        tests("ForecastingTests", ["Forecasting", "Tracking"]),
        tests("LinkingTests", ["Linking", "CarrierSimulator", "Tracking"]),
        tests("MessagesTests", ["Messages", "Tracking"]),
        tests("CurlFetchTests", ["CurlFetch", "HTTPFetch"]),
        tests("StoreTests", ["Store", "Schema", "Tracking", grdb, crypto]),
        tests("SettingsTests", ["Settings"]),
        tests("TerminalTests", ["Terminal", "Tracking", argumentParser]),
        tests("CarrierSimulatorTests", ["CarrierSimulator", "Tracking"]),
        tests(
            "PollingTests",
            [
                "Polling", "Forecasting", "Intake", "Messages", "HTTPFetch", "CurlFetch", "Store", "Tracking", logging,
            ]),
        tests("IntakeTests", ["Intake", "Linking", "Messages", "Store", "Tracking", "CZlib", grdb]),
        tests("CrashTests", ["Store", "Tracking", "HTTPFetch", grdb, "caravan", "caravand"]),
        tests("CommandTests", ["Commands", "Intake", "Messages", "Store", "Terminal", "Tracking", grdb, "caravan"]),
        tests("HouseTests", []),
        tests("ReadmeTests", ["caravan", "caravand", "caravan-simulator", "Terminal"]),
    ]
)

// `Scripts/bench` measures with programs that a normal build never sees.
if Context.environment["CARAVAN_BENCH"] == "1" {
    package.targets += [
        .executableTarget(
            name: "caravan-bench",
            dependencies: [
                "Tracking", "Messages", "HTTPFetch", "CurlFetch", "CCurl", "Schema", "Store", "Intake", "Polling",
                "Linking", "Forecasting", "CarrierSimulator", sqlite, logging,
            ],
            path: "Tests/Bench", swiftSettings: settings),
        .executableTarget(
            name: "caravan-bench-empty", dependencies: ["Commands"], path: "Tests/BenchEmpty", swiftSettings: settings),
    ]
}
