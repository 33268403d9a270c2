import VGGGraph
import VGGPhotoFit

/// The configuration's settings in addition to its layers, as class attributes of the module: `labels`, if the network
/// has classes, and `preprocessing`.
///
/// The type of `labels` is stated, since an empty list has none of its own.
func settingAttributes(_ graph: ModelGraph) -> [PythonStatement] {
  let labels = PythonExpression.list((graph.labels ?? []).map { .string($0) })
  return (graph.outcome == .features ? [] : [.assignment("labels: list[str]", labels)]) + [
    .assignment("preprocessing", graph.preprocessing.pythonValue(of: graph.input.channels))
  ]
}

extension Preprocessing {
  /// The type of `preprocessing`, in the vocabulary of torchvision's transforms.
  static var pythonClass: PythonClass {
    PythonClass(
      name: "Preprocessing", base: "NamedTuple",
      documentation: [
        "The way from a photo to a network's input.",
        """
        A photo is resized: its shorter side to resize pixels, or the whole photo to resize (height, width); or, unless it \
        has the size of crop, so that it just covers (height, width). Its centre is cropped to crop (height, width). Values \
        from 0 to 1 then become (value - mean) / std, by channel.
        """,
      ],
      attributes: [
        .field("resize", type: "int | tuple[int, int] | None"),
        .field("cover", type: "tuple[int, int] | None"),
        .field("interpolation", type: "str"),
        .field("crop", type: "tuple[int, int]"),
        .field("mean", type: "list[float]"),
        .field("std", type: "list[float]"),
      ])
  }

  /// `Preprocessing(resize=256, cover=None, …)`, with one mean and one deviation per channel.
  fileprivate func pythonValue(of channels: Int) -> PythonExpression {
    let values = perChannel(of: channels)
    func size(_ height: Int, _ width: Int) -> PythonExpression {
      .tuple([.integer(height), .integer(width)])
    }
    let resized: PythonExpression
    var covered = PythonExpression.none
    switch resize {
    case .shorterSide(let side): resized = .integer(side)
    case .size(let height, let width): resized = size(height, width)
    case .cover(let height, let width): (resized, covered) = (.none, size(height, width))
    case .unchanged: resized = .none
    }
    return .call(
      Self.pythonClass.name,
      [
        PythonArgument("resize", resized), PythonArgument("cover", covered),
        PythonArgument("interpolation", .string(interpolation.rawValue)),
        PythonArgument("crop", size(crop.height, crop.width)),
        PythonArgument("mean", .list(values.mean.map { .number($0) })),
        PythonArgument("std", .list(values.deviation.map { .number($0) })),
      ])
  }
}
