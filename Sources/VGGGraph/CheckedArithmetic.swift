/// The product of the factors, or `nil` if it does not fit 64 bits.
package func checkedProduct(_ factors: Int...) -> Int? {
  var product = 1
  for factor in factors {
    let (next, overflow) = product.multipliedReportingOverflow(by: factor)
    if overflow { return nil }
    product = next
  }
  return product
}

/// The sum of the terms, or `nil` if it does not fit 64 bits.
package func checkedSum(_ terms: Int...) -> Int? {
  var sum = 0
  for term in terms {
    let (next, overflow) = sum.addingReportingOverflow(term)
    if overflow { return nil }
    sum = next
  }
  return sum
}

/// The largest number that divides both; `first` if `second` is 0.
package func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  second == 0 ? first : greatestCommonDivisor(second, first % second)
}
