/// The mean of a rectangle of a plane whose rows lie `rowStride` apart.
func mean(
  _ plane: UnsafePointer<Float>, rowStride: Int, rows: Range<Int>, columns: Range<Int>
) -> Float {
  var sum: Float = 0
  for y in rows {
    let row = plane + y * rowStride
    for x in columns {
      sum += row[x]
    }
  }
  return sum / Float(rows.count * columns.count)
}
