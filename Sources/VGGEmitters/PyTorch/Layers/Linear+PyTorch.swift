import VGGGraph

extension Linear: TorchLayer {
  var initialization: TorchInitialization? { .linear }
  var mayBeOverwritten: Bool { true }

  func module(isInPlace: Bool) -> PythonExpression? {
    let sizes = [PythonArgument(.integer(inputs)), PythonArgument(.integer(outputs))]
    return .call("nn.Linear", sizes + (bias ? [] : [PythonArgument("bias", .boolean(false))]))
  }
}
