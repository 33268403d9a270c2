import VGGGraph

extension AdaptiveAvgPool2d {
  var module: PythonExpression {
    .call("nn.AdaptiveAvgPool2d", .tuple([.integer(height), .integer(width)]))
  }
}
