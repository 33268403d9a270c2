import VGGGraph

/// The ways torchvision initialises weights, by the type of module.
enum TorchInitialization: CaseIterable, Hashable, Sendable {
  case convolution
  case batchNormalization
  case linear

  /// The name of the modules' type.
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

/// The method that initialises weights as torchvision does; `nil` if there are none.
func weightInitializer(_ layers: [Layer]) -> PythonFunction? {
  let branches = TorchInitialization.allCases.compactMap { branch($0, layers) }
  guard !branches.isEmpty else { return nil }
  return PythonFunction(
    name: "_initialize_weights", result: "None",
    documentation: [
      "As in torchvision: Kaiming (fan-out) for convolutions, else N(0, 0.01)."
    ],
    body: [.forEach("module", in: .call("self.modules"), [.conditional(branches)])])
}

/// The initialisation of one type of module; `nil` if no layer has that type.
private func branch(
  _ initialization: TorchInitialization, _ layers: [Layer]
) -> PythonBranch? {
  let layers = layers.lazy.filter { $0.kind.torch.initialization == initialization }
  guard layers.contains(where: { _ in true }) else { return nil }
  return PythonBranch(
    condition: .call("isinstance", .name("module"), .name(initialization.type)),
    body: [initialization.weight] + bias(of: initialization, layers))
}

/// Zero biases, for the layers that have biases. PyTorch's types let a convolution's bias be absent.
private func bias(
  of initialization: TorchInitialization, _ layers: some Sequence<Layer>
) -> [PythonStatement] {
  let zero = call("zeros_", of: "bias")
  let hasBias = { (layer: Layer) in layer.stateTensors.contains { $0.name.hasSuffix(".bias") } }
  let isCertain = initialization != .convolution && layers.allSatisfy(hasBias)
  switch (layers.contains(where: hasBias), isCertain) {
  case (false, _): return []
  case (true, true): return [zero]
  case (true, false):
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
