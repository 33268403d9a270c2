/// The field's terms, as textbooks have them; for headings, labels and legends.
package protocol TermPhrases {
  var layer: String { get }
  var layers: String { get }
  var convolution: String { get }
  var kernel: String { get }
  var stride: String { get }
  var padding: String { get }
  var channels: String { get }
  var height: String { get }
  var width: String { get }
  var input: String { get }
  var output: String { get }
  var image: String { get }
  var featureMap: String { get }
  var receptiveField: String { get }
  var maxPooling: String { get }
  var averagePooling: String { get }
  var adaptiveAveragePooling: String { get }
  var batchNormalization: String { get }
  var localResponseNormalization: String { get }
  var activationFunction: String { get }
  var flattening: String { get }
  var fullyConnectedLayer: String { get }
  var classifier: String { get }
  var dropout: String { get }
  var weights: String { get }
  var bias: String { get }
  var parameters: String { get }
  var macs: String { get }
  var memory: String { get }
  var classes: String { get }
}
