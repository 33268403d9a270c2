import Foundation
import VGGCompiler

/// A network as `vggc emit --json` prints it, with the parts that the library also has.
struct PrintedNetwork: Decodable, Equatable {
  struct Tap: Decodable, Equatable {
    let name: String
    let layer: String
    let output: [Int]
  }

  struct Totals: Decodable, Equatable {
    let weightLayers: Int
    let flattened: Int?
    let parameters: Int
    let featureParameters: Int
    let classifierParameters: Int
    let macs: Int
    let activationBytes: Int
    let peakActivationBytes: Int
  }

  struct Tensor: Decodable, Equatable {
    let name: String
    let shape: [Int]
  }

  struct ReceptiveField: Decodable, Equatable {
    let size: Sides
    let jump: Sides
    let padding: Sides
  }

  /// A window; documents leave out PyTorch's defaults.
  struct Window: Equatable {
    let kernel: Sides
    let stride: Sides
    let padding: Sides
    let dilation: Sides
  }

  struct Layer: Decodable, Equatable {
    let name: String
    let paperName: String
    let kind: String
    let notation: String
    let input: [Int]
    let output: [Int]
    let parameters: Int
    let macs: Int
    let receptiveField: ReceptiveField?
    let tensors: [Tensor]
    let window: Window?
  }

  /// A number, or height and width.
  struct Sides: Decodable, Equatable {
    let height: Int
    let width: Int

    init(height: Int, width: Int) { (self.height, self.width) = (height, width) }

    init(_ side: Int) { self.init(height: side, width: side) }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let side = try? container.decode(Int.self) {
        self.init(height: side, width: side)
      } else {
        let sides = try container.decode([Int].self)
        self.init(height: sides[0], width: sides[1])
      }
    }
  }

  let name: String
  let input: [Int]
  let output: [Int]
  let taps: [Tap]?
  let labels: [String]?
  let totals: Totals
  let layers: [Layer]

  /// The networks of one document, which is an array for several.
  static func all(in json: String) throws -> [PrintedNetwork] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let data = Data(json.utf8)
    if json.hasPrefix("[") { return try decoder.decode([PrintedNetwork].self, from: data) }
    return [try decoder.decode(PrintedNetwork.self, from: data)]
  }
}

extension PrintedNetwork.Layer {
  private enum CodingKeys: CodingKey {
    case name, paperName, kind, notation, input, output, parameters, macs, receptiveField, tensors
    case attributes
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    paperName = try container.decode(String.self, forKey: .paperName)
    kind = try container.decode(String.self, forKey: .kind)
    notation = try container.decode(String.self, forKey: .notation)
    input = try container.decode([Int].self, forKey: .input)
    output = try container.decode([Int].self, forKey: .output)
    parameters = try container.decode(Int.self, forKey: .parameters)
    macs = try container.decode(Int.self, forKey: .macs)
    receptiveField = try container.decode(
      PrintedNetwork.ReceptiveField?.self, forKey: .receptiveField)
    tensors = try container.decode([PrintedNetwork.Tensor].self, forKey: .tensors)
    window = try container.decode(PrintedAttributes.self, forKey: .attributes).window
  }
}

/// The attributes of a layer that describe its window, if it has one.
private struct PrintedAttributes: Decodable {
  let kernelSize: PrintedNetwork.Sides?
  let stride: PrintedNetwork.Sides?
  let padding: PrintedNetwork.Sides?
  let dilation: PrintedNetwork.Sides?

  var window: PrintedNetwork.Window? {
    kernelSize.map { kernel in
      PrintedNetwork.Window(
        kernel: kernel, stride: stride ?? .init(1), padding: padding ?? .init(0),
        dilation: dilation ?? .init(1))
    }
  }
}

extension PrintedNetwork {
  /// The library's values in the form that is printed.
  init(_ network: Network) {
    name = network.name
    input = network.input.dimensions
    output = network.output.dimensions
    taps =
      network.taps.isEmpty
      ? nil
      : network.taps.map { tap in
        let layer = network.layers[tap.layerIndex]
        return Tap(name: tap.name, layer: layer.name, output: layer.output.dimensions)
      }
    labels = network.labels
    let totals = network.totals
    self.totals = Totals(
      weightLayers: totals.weightLayers, flattened: totals.flattened,
      parameters: totals.parameters, featureParameters: totals.featureParameters,
      classifierParameters: totals.classifierParameters, macs: totals.macs,
      activationBytes: totals.activationBytes, peakActivationBytes: totals.peakActivationBytes)
    layers = network.layers.map(Layer.init)
  }
}

extension PrintedNetwork.Layer {
  fileprivate init(_ layer: Network.Layer) {
    name = layer.name
    paperName = layer.paperName
    kind = layer.kind.rawValue
    notation = layer.notation
    input = layer.input.dimensions
    output = layer.output.dimensions
    parameters = layer.parameters
    macs = layer.macs
    receptiveField = layer.receptiveField.map { field in
      PrintedNetwork.ReceptiveField(
        size: .init(field.size), jump: .init(field.jump), padding: .init(field.padding))
    }
    tensors = layer.tensors.map { PrintedNetwork.Tensor(name: $0.name, shape: $0.shape) }
    window = layer.window.map { window in
      PrintedNetwork.Window(
        kernel: .init(window.kernel), stride: .init(window.stride),
        padding: .init(window.padding), dilation: .init(window.dilation))
    }
  }
}

extension PrintedNetwork.Sides {
  fileprivate init(_ sides: Network.Sides) {
    self.init(height: sides.height, width: sides.width)
  }
}
