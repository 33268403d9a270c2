/// English; each product that speaks to people adds its own phrases.
package struct English: Sendable {
  package init() {}
}
