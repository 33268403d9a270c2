/// The places of a group's modules in its box, from the box's upper left corner, in the picture's units.
struct ModuleChart {
  /// The direction from an importing module to an imported one.
  enum Flow {
    case down
    case right
  }

  struct Place {
    let module: String
    /// The modules of other groups that it may import.
    let exceptions: [String]
    var frame: Frame
  }

  static let padding = 14.0
  static let headingHeight = 24.0
  private static let gap = 12.0
  /// The length of an arrow between two levels.
  private static let arrow = 24.0

  let group: ModuleGroup
  let flow: Flow
  private(set) var places: [Place] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  init(_ group: ModuleGroup, flow: Flow) {
    self.group = group
    self.flow = flow
    let order = group.order
    let rows = Self.rows(of: order)
    let (widest, highest) = (
      order.parts.map { Self.width(of: $0, group) }.max() ?? 0,
      order.parts.map { Self.height(of: $0, group) }.max() ?? 0
    )
    for module in order.parts {
      let (level, row) = (Double(order.level(of: module)), rows[module] ?? 0)
      let (x, y) =
        switch flow {
        case .down: (row * (widest + Self.gap), level * (highest + Self.arrow))
        case .right: (level * (widest + Self.arrow), row * (highest + Self.gap))
        }
      let (own, ownHeight) = (Self.width(of: module, group), Self.height(of: module, group))
      // In the middle of the place that the largest module would take.
      places.append(
        Place(
          module: module, exceptions: group.exceptions(of: module),
          frame: Frame(
            x: Self.padding + x + (flow == .down ? (widest - own) / 2 : 0),
            y: Self.headingHeight + Self.padding / 2 + y
              + (flow == .right ? (highest - ownHeight) / 2 : 0),
            width: own, height: ownHeight)))
    }
    width = (places.map(\.frame.right).max() ?? 0) + Self.padding
    height = (places.map(\.frame.bottom).max() ?? 0) + Self.padding
  }

  func frame(of module: String) -> Frame? { places.first { $0.module == module }?.frame }

  /// The same places in the middle of a wider box.
  func centred(in width: Double) -> ModuleChart {
    var chart = self
    guard flow == .down else { return chart }
    for index in places.indices { chart.places[index].frame.x += (width - self.width) / 2 }
    return chart
  }

  /// The position of each module across the flow, from 0: modules of a level one after the other, around the
  /// middle of their importers.
  private static func rows(of order: ImportOrder<String>) -> [String: Double] {
    var rows: [String: Double] = [:]
    for level in order.levels {
      let wanted = level.map { module in
        mean(order.importers(of: module).compactMap { rows[$0] })
      }
      var next = -Double.infinity
      for (module, place) in zip(level, wanted).sorted(by: { $0.1 < $1.1 }) {
        rows[module] = max(next, place)
        next = max(next, place) + 1
      }
      let shift = mean(wanted) - mean(level.compactMap { rows[$0] })
      for module in level { rows[module]? += shift }
    }
    let first = rows.values.min() ?? 0
    return rows.mapValues { $0 - first }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The width of a module's box, for the widest of the fonts that may show its texts.
  private static func width(of module: String, _ group: ModuleGroup) -> Double {
    let notes = group.exceptions(of: module).map { 6.3 * Double("and \($0)".count) }
    return 16 + max(7.4 * Double(module.count), notes.max() ?? 0)
  }

  private static func height(of module: String, _ group: ModuleGroup) -> Double {
    24 + 13 * Double(group.exceptions(of: module).count)
  }
}
