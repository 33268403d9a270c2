import VGGGraph

/// The method that initialises weights as torchvision does; nothing where there are none.
func weightInitializer(_ modules: [TorchModule]) -> PythonFunction? {
  let branches = ["nn.Conv2d", "nn.BatchNorm2d", "nn.Linear"].compactMap { type in
    branch(of: type, modules.filter { $0.constructor.callee == type })
  }
  guard !branches.isEmpty else { return nil }
  return PythonFunction(
    name: "_initialize_weights", result: "None",
    documentation: [
      "As torchvision does: Kaiming by fan-out for convolutions, else N(0, 0.01)."
    ],
    body: [.forEach("module", in: .call("self.modules"), [.conditional(branches)])])
}

/// How modules of one type are initialised; nothing where there are none.
private func branch(of type: String, _ modules: [TorchModule]) -> PythonBranch? {
  guard !modules.isEmpty else { return nil }
  let weight =
    switch type {
    case "nn.Conv2d":
      call(
        "kaiming_normal_", of: "weight", PythonArgument("mode", .string("fan_out")),
        PythonArgument("nonlinearity", .string("relu")))
    case "nn.BatchNorm2d": call("ones_", of: "weight")
    default:
      call(
        "normal_", of: "weight", PythonArgument("mean", .number(0)),
        PythonArgument("std", .number(0.01)))
    }
  return PythonBranch(
    condition: .call("isinstance", .name("module"), .name(type)), body: [weight] + bias(modules))
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

extension PythonExpression {
  /// The name of what is called.
  fileprivate var callee: String? {
    guard case .call(let name, _) = self else { return nil }
    return name
  }
}
