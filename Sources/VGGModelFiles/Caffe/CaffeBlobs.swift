import VGGDiagnostics
import VGGImport
import VGGWeights

/// The tensors of a .caffemodel by layer name, in both forms of the file: `layers` and `layer`.
struct CaffeBlobs {
  let path: String
  private var layers: [String: [StoredNumbers]] = [:]

  private static let mostLayers = 65_536
  private static let mostBlobs = 64
  private static let mostAxes = 32

  /// - Throws: `WeightError` if the bytes are not a NetParameter.
  init(_ file: MappedFile) throws(WeightError) {
    path = file.path
    var fields = WireFields(
      file.bytes, in: 0..<file.bytes.count, of: "the Caffe model", file: file.path)
    while let field = try fields.next() {
      guard case .bytes(let range) = field.value, field.number == 2 || field.number == 100 else {
        continue
      }
      let isFirstVersion = field.number == 2
      var layer = fields.message(range, "a layer")
      var (name, blobs) = ("", [StoredNumbers]())
      while let field = try layer.next() {
        guard case .bytes(let range) = field.value else { continue }
        if field.number == (isFirstVersion ? 4 : 1) { name = try layer.text(range) }
        if field.number == (isFirstVersion ? 6 : 7) {
          blobs.append(try Self.blob(layer.message(range, "a blob"), at: field.place, in: file))
        }
        guard blobs.count <= Self.mostBlobs else {
          throw layer.failure("a layer has more than \(Self.mostBlobs) blobs")
        }
      }
      guard layers.count < Self.mostLayers else {
        throw fields.failure("the model has more than \(Self.mostLayers) layers")
      }
      if !blobs.isEmpty { layers[name] = blobs }
    }
  }

  private static func blob(
    _ bytes: WireFields, at place: Int, in file: MappedFile
  ) throws(WeightError) -> StoredNumbers {
    var fields = bytes
    var (old, shape) = ([Int: Int](), [Int]?.none)
    var data: (range: Range<Int>, type: ElementType)?
    while let field = try fields.next() {
      switch (field.number, field.value) {
      case (1...4, .varint(let value)): old[field.number] = Int(clamping: value)
      case (5, .bytes(let range)): data = (range, .float32)
      case (8, .bytes(let range)): data = (range, .float64)
      case (5, .fixed32), (8, .fixed64):
        throw fields.failure(
          "the blob's numbers are not packed, but Caffe always packs them", at: place)
      case (7, .bytes(let range)):
        var extents = fields.message(range, "a blob's shape")
        shape = []
        while let field = try extents.next() {
          if field.number == 1 {
            shape? += try extents.integers(field.value, limit: mostAxes)
          }
        }
      default: break
      }
    }
    let extents = shape ?? (1...4).map { old[$0] ?? 1 }
    let (range, type) = data ?? (0..<0, .float32)
    guard extents.count <= mostAxes,
      TensorDescription(name: "", type: type, shape: extents).byteCount == range.count
    else {
      throw fields.failure(
        "the blob has \(range.count) bytes of numbers, which do not match its shape \(extents)",
        at: place)
    }
    return StoredNumbers(shape: extents, place: .file(file, range, type))
  }

  /// The tensors of a model's layers, in the model's order.
  ///
  /// - Throws: `WeightError` if a layer has none.
  func layers(of model: ImportedModel) throws(WeightError) -> [StoredLayer] {
    var stored: [StoredLayer] = []
    for layer in model.weighted {
      switch layer.storage {
      case .whole, .depthwiseHalf, .pointwiseHalf:
        let blobs = try blobs(of: layer.name, 1...2)
        var tensors = ["weight": blobs[0]]
        if blobs.count == 2 { tensors["bias"] = blobs[1] }
        stored.append(StoredLayer(name: layer.name, tensors: tensors))
      case .norm(let scale, _, let hasBias):
        stored.append(try norm(layer, scaledBy: scale, hasBias: hasBias))
      }
    }
    return stored
  }

  private func blobs(
    of name: String, _ counts: ClosedRange<Int>
  ) throws(WeightError) -> [StoredNumbers] {
    guard let blobs = layers[name] else {
      throw WeightError(.missing, file: path, "it has no weights for layer \(quoted(name))")
    }
    guard counts.contains(blobs.count) else {
      let needed = counts.lowerBound == counts.upperBound ? "" : "\(counts.lowerBound) or "
      throw WeightError(
        .mismatched, file: path,
        "layer \(quoted(name)) has \(counted(blobs.count, "blob")), not \(needed)\(counts.upperBound)"
      )
    }
    return blobs
  }

  /// A BatchNorm's mean and variance, which are stored multiplied by the number in its third blob, and a Scale's weight and bias.
  private func norm(
    _ layer: WeightedLayer, scaledBy scale: String?, hasBias: Bool
  ) throws(WeightError) -> StoredLayer {
    let statistics = try blobs(of: layer.name, 3...3)
    guard statistics[2].count == 1, let factor = statistics[2].values.first else {
      throw WeightError(
        .mismatched, file: path,
        "the third blob of layer \(quoted(layer.name)) has shape \(statistics[2].shape), not one number"
      )
    }
    var tensors: [String: StoredNumbers] = [:]
    for (part, blob) in zip(["running_mean", "running_var"], statistics) {
      var numbers = blob
      // If the factor is 0, Caffe multiplies by 0 instead of dividing.
      numbers.forms = [factor == 0 ? .zeros : .divided(by: factor)]
      tensors[part] = numbers
    }
    if case .norm(let epsilon?) = layer.role {
      tensors["running_var"]?.forms.append(.variances(epsilon: epsilon))
    }
    if let scale {
      let blobs = try blobs(of: scale, hasBias ? 2...2 : 1...1)
      tensors["weight"] = blobs[0]
      if hasBias { tensors["bias"] = blobs[1] }
    }
    var result = StoredLayer(name: layer.name, tensors: tensors)
    result.addIdentity(layer.storage)
    return result
  }
}

extension ImportedFile {
  /// The same file with Caffe's weights.
  func adding(_ blobs: CaffeBlobs, to model: ImportedModel) throws(WeightError) -> ImportedFile {
    var layers = try blobs.layers(of: model)
    if model.hasColours, let first = layers.first, let role = model.weighted.first?.role {
      guard case .convolution(.all) = role else {
        throw WeightError(
          .mismatched, file: blobs.path,
          "layer \(quoted(first.name)), the first with weights, does not mix the image's channels as a convolution does, so its "
            + "weights cannot be reordered from BGR to RGB")
      }
      layers[0].tensors["weight"]?.forms.append(.coloursReversed)
    }
    var result = with(layers)
    if model.hasColours { result.remarks.append(.coloursReversed) }
    return result
  }

  /// States in `preprocess` the values that Caffe passes to a network: from 0 to 255, minus a mean.
  mutating func noteColours(of models: [ImportedModel]) {
    guard let model = models.first, model.hasColours else { return }
    // The means of ImageNet's photos, in blue, green, red, that Caffe's published models subtract.
    let usual = [103.939, 116.779, 123.68]
    let stated = [1, 3].contains(model.means.count)
    let means = stated ? model.means : usual
    let scaled = means.reversed().map { plain($0 / 255) }
    let mean = scaled.count == 1 ? scaled[0] : "[\(scaled.joined(separator: ", "))]"
    additions = ["preprocess: {mean: \(mean), std: \(plain(1.0 / 255))}"]
    remarks.append(stated ? .statedMeans(means) : .assumedMeans(usual))
  }
}

extension ImportedModel {
  /// Whether the image has three colours, which Caffe orders as blue, green, red.
  fileprivate var hasColours: Bool { (input?.channels ?? 3) == 3 }
}
