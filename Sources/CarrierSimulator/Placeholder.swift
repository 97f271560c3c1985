enum CarrierSimulatorPlaceholder {}
