import VGGDiagnostics
import VGGGraph

/// Where each box of a picture stands: in rows from left to right, on the row's ground.
struct DiagramLayout: Sendable {
  /// An item with the left end of its ground line.
  struct Place: Sendable {
    let item: DiagramItem
    let label: String
    let box: DiagramBox
    let x: Double
    /// The middle of the ground line, where the label begins.
    var labelX: Double { x + box.thickness / 2 }
    /// Of the box, with the arrow on it where one of its layers is tapped.
    var fullHeight: Double { box.fullHeight + (item.isTapped ? DiagramBox.tapHeight : 0) }
    /// About as long as the label is, in letters of ten units.
    var labelLength: Double {
      let shape = item.shape.map { " \($0)" } ?? ""
      return 5.7 * Double(displayWidth(label + shape))
    }
  }

  struct Row: Sendable {
    var places: [Place] = []
    /// Of the tallest box.
    var height: Double { places.map(\.fullHeight).max() ?? 0 }
    var end: Double { places.map { $0.x + $0.box.thickness + $0.box.right }.max() ?? 0 }
    /// Where the rightmost label ends; labels go down by 60 degrees.
    var labelEnd: Double { places.map { $0.labelX + $0.labelLength / 2 + 10 }.max() ?? 0 }
  }

  /// A longer row goes on below, in a picture by itself and in one on a page, where the labels must be
  /// legible on paper.
  static let (rowWidth, rowWidthOnPage) = (1_240.0, 880.0)
  /// Labels are slanted; nearer to each other they could not be read.
  private static let labelPitch = 18.0

  private let rowWidth: Double
  private(set) var rows: [Row] = [Row()]

  init(
    _ items: [DiagramItem], _ phrases: any PagePhrasebook, rowWidth: Double = Self.rowWidth
  ) {
    self.init(
      items, phrases, in: DiagramScale(of: items.compactMap(\.shape)), rowWidth: rowWidth)
  }

  /// In the scale of another picture, with which this one can then be compared.
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

  /// The place that three dots take.
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

  /// Boxes of one size stand close, as slabs of one stack; where the size changes, the side of the
  /// map before is seen.
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
