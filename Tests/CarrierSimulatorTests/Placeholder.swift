enum CarrierSimulatorTestsPlaceholder {}
