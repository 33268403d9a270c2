import Foundation

package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

package func exponential(_ value: Double) -> Double { exp(value) }

package func errorFunction(_ value: Double) -> Double { erf(value) }

package func hyperbolicTangent(_ value: Double) -> Double { tanh(value) }

package func logarithm(_ value: Double) -> Double { log(value) }
