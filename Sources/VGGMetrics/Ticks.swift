import VGGFiles

/// Round numbers along an axis.
struct Ticks {
  let values: [Double]
  /// The number of digits after the decimal point that distinguishes neighbours.
  let places: Int

  var first: Double { values.first ?? 0 }
  var last: Double { values.last ?? 1 }

  /// About five numbers in steps of 1, 2 or 5 times a power of ten, from at most `low` to at least
  /// `high`.
  init(from low: Double, to high: Double) {
    let span = max(high - low, 1e-9)
    let rough = span / 4
    let power = Double.power(10, Double.decimalLogarithm(rough).rounded(.down))
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999999 } ?? 10 * power
    let start = (low / step + 1e-9).rounded(.down)
    let end = (high / step - 1e-9).rounded(.up)
    values = (0...max(1, Int(clamping: end - start))).map { (start + Double($0)) * step }
    places = max(0, Int(clamping: -(Double.decimalLogarithm(step) + 1e-9).rounded(.down)))
  }

  /// Whole numbers from 1 to `count`, at most ten of them.
  static func epochs(_ count: Int) -> [Int] {
    let step =
      [1, 2, 5].flatMap { unit in
        (0..<7).map { unit * Int(clamping: Double.power(10, Double($0))) }
      }.sorted().first { count / $0 <= 10 } ?? max(count, 1)
    let numbers = Array(stride(from: step, through: count, by: step))
    return step > 1 ? [1] + numbers : numbers
  }
}
