import VGGDiagnostics

extension Layer {
  /// The formulas for the output's height and width: one for a square map under a square
  /// window, otherwise one for the rows and one for the columns; empty if the size is unchanged.
  package var sizeFormulas: [String] { kind.operation.sizeFormulas(for: input) }

  /// ``sizeFormulas`` with the quantity of each: the size, or the rows and the columns.
  package var namedSizeFormulas: [(quantity: SizeQuantity, formula: String)] {
    let formulas = sizeFormulas
    guard formulas.count == 2 else { return formulas.map { (.size, $0) } }
    return [(.rows, formulas[0]), (.columns, formulas[1])]
  }

  /// The number of learned parameters, as a formula: `64 * (3*3*3) + 64 = 1,792`; `nil` for a layer without
  /// any.
  package var parameterFormula: String? {
    kind.operation.parameterTerms.map { "\($0) = \(grouped(parameters))" }
  }

  /// The number of multiply-adds per image, as a formula: `64 * 224 * 224 * (3*3*3) = 86,704,128`; `nil` if
  /// none count.
  package var macFormula: String? {
    kind.operation.macTerms(for: output).map { "\($0) = \(grouped(macs))" }
  }
}

/// The quantity that a size formula describes.
package enum SizeQuantity: String, Sendable {
  /// Both height and width.
  case size
  case rows
  case columns
}

extension ReceptiveField {
  /// The growth of the field with one more window, for both sides if they grow equally, or for the rows
  /// and the columns: `5 + (2 - 1)*1 = 6`; empty if a number does not fit 64 bits.
  package func sizeFormulas(after window: Window) -> [(quantity: SizeQuantity, formula: String)] {
    formulas(after: window) { $0.sizeFormula(after: $1) }
  }

  /// The growth of the jump, for both sides or for those along which it grows; empty if it is unchanged.
  package func jumpFormulas(after window: Window) -> [(quantity: SizeQuantity, formula: String)] {
    formulas(after: window) { $0.jumpFormula(after: $1) }
  }

  private func formulas(
    after window: Window, _ formula: (ReceptiveFieldAxis, WindowAxis) -> String?
  ) -> [(quantity: SizeQuantity, formula: String)] {
    let ofRows = formula(rows, window.rows)
    let ofColumns = formula(columns, window.columns)
    if ofRows == ofColumns { return ofRows.map { [(.size, $0)] } ?? [] }
    return [(SizeQuantity.rows, ofRows), (.columns, ofColumns)].compactMap { quantity, formula in
      formula.map { (quantity, $0) }
    }
  }
}
