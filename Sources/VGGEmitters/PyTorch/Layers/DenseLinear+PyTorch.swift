import VGGGraph

/// A class of the emitted file, since `torch.nn` has no layer that is stored as linear and runs as a convolution.
extension DenseLinear: TorchLayer {
  var initialization: TorchInitialization? { .linear }
  var mayBeOverwritten: Bool { true }

  /// `DenseLinear(512, 4096, (7, 7))`.
  func module(isInPlace: Bool) -> PythonExpression? {
    .call(
      Self.torchClass.name, .integer(channels), .integer(outputs),
      .tuple(kernel.list.map { .integer($0) }))
  }

  /// The module's class, which state dicts and the weight initialisation treat as `nn.Linear`.
  static var torchClass: PythonClass {
    PythonClass(
      name: "DenseLinear", base: "nn.Linear",
      documentation: [
        "A linear layer applied to every window of a feature map.",
        """
        Its weight has the shape outputs x (channels * window height * window width), as for a linear layer after \
        torch.flatten.
        """,
      ],
      methods: [
        PythonFunction(
          name: "__init__",
          parameters: ["channels: int", "outputs: int", "window: tuple[int, int]"],
          result: "None",
          body: [
            .expression(
              .call(
                "super().__init__", .name("channels * window[0] * window[1]"),
                .name("outputs"))),
            .assignment("self.window", .tuple([.name("channels"), .name("*window")])),
          ]),
        PythonFunction(
          name: "forward", parameters: ["x: Tensor"], result: "Tensor",
          body: [
            .assignment(
              "weight",
              .call("torch.unflatten", .name("self.weight"), .integer(1), .name("self.window"))),
            .return(
              .call("nn.functional.conv2d", .name("x"), .name("weight"), .name("self.bias"))),
          ]),
      ])
  }
}
