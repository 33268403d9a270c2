import VGGGraph

extension Linear {
  var module: PythonExpression {
    let sizes = [PythonArgument(.integer(inputs)), PythonArgument(.integer(outputs))]
    return .call("nn.Linear", sizes + (bias ? [] : [PythonArgument("bias", .boolean(false))]))
  }
}
