import VGGGraph
import VGGPhotoFit

/// The configuration's settings in addition to its layers, as class attributes of the module: `labels`, if the network
/// has classes, and `preprocessing`.
///
/// They are tuples, since a list would be shared by all modules and could be changed through each.
func settingAttributes(_ graph: ModelGraph) -> [PythonStatement] {
  let labels = PythonExpression.tuple((graph.labels ?? []).map { .string($0) })
  return (graph.outcome == .features ? [] : [.assignment("labels: tuple[str, ...]", labels)]) + [
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
        .field("mean", type: "tuple[float, ...]"),
        .field("std", type: "tuple[float, ...]"),
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
        PythonArgument("mean", .tuple(values.mean.map { .number($0) })),
        PythonArgument("std", .tuple(values.deviation.map { .number($0) })),
      ])
  }
}
