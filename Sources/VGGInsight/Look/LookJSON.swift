import VGGDiagnostics
import VGGGraph
import VGGWeights

/// The JSON of `vgg look`; Docs/schema/look.schema.json describes it.
package enum LookJSON {
  /// The document of photos, each in the form of ``photo(_:)``; one per line.
  package static func document(_ photos: [String]) -> String {
    let lines = photos.map { "\n" + $0 }.joined(separator: ",")
    return #"{"format_version": \#(DocumentKind.look.formatVersion), "photos": [\#(lines)\#n]}\#n"#
  }

  /// A photo on one line, with the map of the explained class and the values of the layers; numbers in the fewest digits
  /// that are the same float32 when read.
  package static func photo(_ photo: LookedPhoto) -> String {
    let label = photo.explained.label.map(jsonString) ?? "null"
    let map = photo.map
    let maps = photo.layers.map { layer in
      #"\#(jsonString(layer.layer.name)): {"shape": \#(list(layer.layer.shape.dimensions)), "#
        + #""values": \#(list(layer.values))}"#
    }
    return #"{"input": \#(jsonString(photo.input)), "class": \#(photo.explained.index), "#
      + #""label": \#(label), "probability": \#(photo.explained.probability), "#
      + #""cam": {"layer": \#(jsonString(map.layer.name)), "height": \#(map.height), "#
      + #""width": \#(map.width), "values": \#(list(map.values))}, "#
      + #""maps": {\#(maps.joined(separator: ", "))}}"#
  }

  private static func list(_ values: [some CustomStringConvertible]) -> String {
    "[\(values.map(\.description).joined(separator: ", "))]"
  }
}
