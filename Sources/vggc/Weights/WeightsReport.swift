import VGGCommandLine
import VGGDiagnostics
import VGGMarkup
import VGGWeights

/// The output of `vggc weights inspect`.
struct WeightsReport {
  private let file: WeightFile
  private let tensors: [TensorDescription]
  /// The statistics of each tensor; `nil` if values of its type cannot be read.
  private let statistics: [TensorStatistics?]

  /// The phrases of the text form; JSON is in English.
  private let phrases: any WeightListPhrasebook

  init(
    _ file: WeightFile, _ statistics: [TensorStatistics?], in phrases: any WeightListPhrasebook
  ) {
    self.phrases = phrases
    self.file = file
    tensors = file.tensors
    self.statistics = statistics
  }

  /// The number of values that training changes by their gradients.
  private var parameters: Int {
    tensors.filter { !$0.isBuffer }.reduce(0) { $0 + ($1.elementCount ?? 0) }
  }

  /// The number of values that are not parameters: batch normalisation's statistics.
  private var buffers: Int {
    tensors.filter(\.isBuffer).reduce(0) { $0 + ($1.elementCount ?? 0) }
  }

  private var tensorBytes: Int {
    tensors.reduce(0) { $0 + ($1.byteCount ?? 0) }
  }

  // MARK: - Text

  /// One row per tensor, below a line for the whole file.
  func text(width: Int, style: TerminalStyle) -> String {
    var lines = [
      phrases.weightFile(printable(file.path), file.container, tensors: tensors.count),
      phrases.parameters(parameters, statistics: buffers, size: bytes(tensorBytes)),
    ]
    for (key, value) in file.metadata.sorted(by: { $0.key < $1.key }) {
      lines.append("\(printable(key)): \(printable(value))")
    }
    if !tensors.isEmpty { lines += [""] + table.lines(width: width, style: style) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var table: TextTable {
    let columns = phrases.tensorColumns
    return TextTable(
      columns.prefix(3).map { .init(title: $0) }
        + zip(columns[3..<7], [3, 3, 2, 1]).map {
          .init(title: $0, alignment: .right, sacrifice: $1)
        } + columns[7...].map { .init(title: $0, alignment: .right) },
      rows: zip(tensors, statistics).map { tensor, statistics in
        .cells(
          [printable(tensor.name), tensor.extents, tensor.type.rawValue] + cells(statistics))
      })
  }

  private func cells(_ statistics: TensorStatistics?) -> [String] {
    guard let statistics else { return [String](repeating: "-", count: 6) }
    let numbers = [
      statistics.minimum, statistics.maximum, statistics.mean, statistics.deviation,
    ]
    return numbers.map { statistics.finite > 0 && $0.isFinite ? fourDigits($0) : "-" }
      + [grouped(statistics.notNumbers), grouped(statistics.infinities)]
  }

  // MARK: - JSON

  /// The same report as JSON, for programs.
  func json() throws -> String {
    try documentText(
      .weightsInspect,
      WeightsDocument(
        file: file.path, container: file.container.rawValue, parameters: parameters,
        buffers: buffers, tensorBytes: tensorBytes, metadata: file.metadata,
        remarks: file.remarks,
        tensors: zip(tensors, statistics).map { WeightsDocument.Tensor($0, $1) }))
  }
}

extension TensorDescription {
  /// Whether it is one of batch normalisation's statistics, which are not parameters.
  fileprivate var isBuffer: Bool {
    ["running_mean", "running_var", "num_batches_tracked"]
      .contains(String(name.split(separator: ".").last ?? ""))
  }

  /// The extents as people write them; empty for a single number.
  fileprivate var extents: String {
    shape.isEmpty ? "-" : shape.map(String.init).joined(separator: " x ")
  }
}

/// The JSON of `vggc weights inspect`.
private struct WeightsDocument: Encodable {
  let file: String
  let container: String
  let parameters: Int
  let buffers: Int
  let tensorBytes: Int
  let metadata: [String: String]
  let remarks: [String]
  let tensors: [Tensor]

  private enum CodingKeys: String, CodingKey {
    case file, container, parameters, buffers, metadata, remarks, tensors
    case tensorBytes = "tensor_bytes"
  }

  struct Tensor: Encodable {
    let name: String
    let type: String
    let shape: [Int]
    let elements: Int?
    let bytes: Int?
    let min: Double?
    let max: Double?
    let mean: Double?
    let std: Double?
    let nan: Int?
    let infinite: Int?

    init(_ tensor: TensorDescription, _ statistics: TensorStatistics?) {
      name = tensor.name
      type = tensor.type.rawValue
      shape = tensor.shape
      elements = tensor.elementCount
      bytes = tensor.byteCount
      /// `nil` for numbers that are not finite, which JSON cannot represent.
      func finite(_ value: Double?) -> Double? {
        guard let value, value.isFinite else { return nil }
        return value
      }
      let hasFinite = (statistics?.finite ?? 0) > 0
      min = finite(statistics?.minimum)
      max = finite(statistics?.maximum)
      mean = hasFinite ? finite(statistics?.mean) : nil
      std = hasFinite ? finite(statistics?.deviation) : nil
      nan = statistics?.notNumbers
      infinite = statistics?.infinities
    }
  }
}
