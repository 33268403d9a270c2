import VGGDiagnostics

extension Layer {
  /// How the output's height and width follow from the input's: one formula for a square map under a square
  /// window, otherwise one for the rows and one for the columns; empty where the size stays the same.
  package var sizeFormulas: [String] { kind.operation.sizeFormulas(for: input) }

  /// ``sizeFormulas`` with what each is of: the size, or the rows and the columns.
  package var namedSizeFormulas: [(quantity: SizeQuantity, formula: String)] {
    let formulas = sizeFormulas
    guard formulas.count == 2 else { return formulas.map { (.size, $0) } }
    return [(.rows, formulas[0]), (.columns, formulas[1])]
  }

  /// How many numbers the layer learns: `64 * (3*3*3) + 64 = 1,792`; `nil` for a layer that learns
  /// none.
  package var parameterFormula: String? {
    kind.operation.parameterTerms.map { "\($0) = \(grouped(parameters))" }
  }

  /// How many multiply-adds one image takes: `64 * 224 * 224 * (3*3*3) = 86,704,128`; `nil` where
  /// none count.
  package var macFormula: String? {
    kind.operation.macTerms(for: output).map { "\($0) = \(grouped(macs))" }
  }
}

/// What a size formula is of.
package enum SizeQuantity: String, Sendable {
  /// Height and width alike.
  case size
  case rows
  case columns
}

extension ReceptiveField {
  /// How far one more window widens the view, for both sides where they grow alike, or for the rows
  /// and the columns: `5 + (2 - 1)*1 = 6`; empty when a number does not fit 64 bits.
  package func sizeFormulas(after window: Window) -> [(quantity: SizeQuantity, formula: String)] {
    formulas(after: window) { $0.sizeFormula(after: $1) }
  }

  /// How the jump grows, for both sides or for those along which it does; empty where it stays.
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
