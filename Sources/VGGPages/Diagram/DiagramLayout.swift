import VGGDiagnostics
import VGGGraph

/// The positions of a picture's boxes: in rows from left to right, on each row's ground line.
struct DiagramLayout: Sendable {
  /// An item with the left end of its ground line.
  struct Place: Sendable {
    let item: DiagramItem
    let label: String
    let box: DiagramBox
    let x: Double
    /// The middle of the ground line, where the label begins.
    var labelX: Double { x + box.thickness / 2 }
    /// The height of the box, including the arrow above it if one of its layers is tapped.
    var fullHeight: Double { box.fullHeight + (item.isTapped ? DiagramBox.tapHeight : 0) }
    /// The approximate length of the label: letters of ten units in a wide font such as DejaVu Sans.
    var labelLength: Double {
      let shape = item.shape.map { " \($0)" } ?? ""
      return 6.4 * Double(displayWidth(label + shape))
    }
  }

  struct Row: Sendable {
    var places: [Place] = []
    /// The height of the tallest box.
    var height: Double { places.map(\.fullHeight).max() ?? 0 }
    var end: Double { places.map { $0.x + $0.box.thickness + $0.box.right }.max() ?? 0 }
    /// The right end of the rightmost label; labels slant down at 60 degrees.
    var labelEnd: Double { places.map { $0.labelX + $0.labelLength / 2 + 10 }.max() ?? 0 }
  }

  /// The maximum width of a row before it wraps, in a separate picture and on a page, where the labels must
  /// be legible on paper.
  static let (rowWidth, rowWidthOnPage) = (1_240.0, 880.0)
  /// The minimum distance between labels, which are slanted; closer labels would be illegible.
  private static let labelPitch = 18.0

  private let rowWidth: Double
  private(set) var rows: [Row] = [Row()]

  init(
    _ items: [DiagramItem], _ phrases: any PagePhrasebook, rowWidth: Double = Self.rowWidth
  ) {
    self.init(
      items, phrases, in: DiagramScale(of: items.compactMap(\.shape)), rowWidth: rowWidth)
  }

  /// Creates a layout in the scale of another picture, so that the two can be compared.
  init(
    _ items: [DiagramItem], _ phrases: any PagePhrasebook, in scale: DiagramScale,
    rowWidth: Double = Self.rowWidth
  ) {
    self.rowWidth = rowWidth
    for item in items {
      add(item, label: item.label(in: phrases), item.shape.map(scale.box) ?? Self.omission)
    }
  }

  var width: Double { rows.map { max($0.end, $0.labelEnd) }.max() ?? 0 }

  /// The space for the three dots of an omission.
  private static let omission = DiagramBox(thickness: 30, height: 12, right: 0, up: 0)

  private mutating func add(_ item: DiagramItem, label: String, _ box: DiagramBox) {
    var x = 0.0
    if let before = rows[rows.count - 1].places.last {
      let pitch = before.labelX + Self.labelPitch - box.thickness / 2
      x = max(before.x + before.box.thickness + gap(after: before, before: item, box), pitch)
      if x + box.thickness + box.right > rowWidth {
        rows.append(Row())
        x = 0
      }
    }
    rows[rows.count - 1].places.append(Place(item: item, label: label, box: box, x: x))
  }

  /// The gap between two boxes: small between boxes of the same size, like slabs of one stack; if the size
  /// changes, large enough to show the side of the previous map.
  private func gap(after before: Place, before item: DiagramItem, _ box: DiagramBox) -> Double {
    guard box.height == before.box.height, box.right == before.box.right else {
      return 6 + before.box.right * (item.isPooling ? 0.35 : 0.7)
    }
    if before.item.isPooling { return 6 + before.box.right * 0.7 }
    return 4 + (item.isVector ? box.right : 0)
  }
}

extension DiagramItem {
  fileprivate var isPooling: Bool {
    if case .volume(let volume) = self { volume.kind == .pooling } else { false }
  }

  fileprivate var isVector: Bool {
    if case .vector = shape { true } else { false }
  }
}
