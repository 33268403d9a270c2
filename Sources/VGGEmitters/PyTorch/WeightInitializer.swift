import VGGGraph

/// The ways torchvision initialises weights, by the type of module.
enum TorchInitialization: CaseIterable, Hashable, Sendable {
  case convolution
  case batchNormalization
  case linear

  /// The modules' type.
  fileprivate var type: String {
    switch self {
    case .convolution: "nn.Conv2d"
    case .batchNormalization: "nn.BatchNorm2d"
    case .linear: "nn.Linear"
    }
  }

  fileprivate var weight: PythonStatement {
    switch self {
    case .convolution:
      call(
        "kaiming_normal_", of: "weight", PythonArgument("mode", .string("fan_out")),
        PythonArgument("nonlinearity", .string("relu")))
    case .batchNormalization: call("ones_", of: "weight")
    case .linear:
      call(
        "normal_", of: "weight", PythonArgument("mean", .number(0)),
        PythonArgument("std", .number(0.01)))
    }
  }
}

/// The method that initialises weights as torchvision does; nothing where there are none.
func weightInitializer(_ modules: [TorchModule]) -> PythonFunction? {
  let branches = TorchInitialization.allCases.compactMap { initialization in
    branch(
      initialization, modules.filter { $0.layer.kind.torch.initialization == initialization })
  }
  guard !branches.isEmpty else { return nil }
  return PythonFunction(
    name: "_initialize_weights", result: "None",
    documentation: [
      "As torchvision does: Kaiming by fan-out for convolutions, else N(0, 0.01)."
    ],
    body: [.forEach("module", in: .call("self.modules"), [.conditional(branches)])])
}

/// The initialisation of the modules of one type; nothing where there are none.
private func branch(
  _ initialization: TorchInitialization, _ modules: [TorchModule]
) -> PythonBranch? {
  guard !modules.isEmpty else { return nil }
  return PythonBranch(
    condition: .call("isinstance", .name("module"), .name(initialization.type)),
    body: [initialization.weight] + bias(modules))
}

/// Biases of zero, for those modules that have one.
private func bias(_ modules: [TorchModule]) -> [PythonStatement] {
  let zero = call("zeros_", of: "bias")
  switch modules.count(where: { $0.layer.stateTensors.contains { $0.name.hasSuffix(".bias") } }) {
  case 0: return []
  case modules.count: return [zero]
  default:
    return [
      .conditional([PythonBranch(condition: .name("module.bias is not None"), body: [zero])])
    ]
  }
}

/// For example: `nn.init.zeros_(module.bias)`.
private func call(
  _ function: String, of tensor: String, _ arguments: PythonArgument...
) -> PythonStatement {
  .expression(
    .call("nn.init.\(function)", [PythonArgument(.name("module.\(tensor)"))] + arguments))
}
