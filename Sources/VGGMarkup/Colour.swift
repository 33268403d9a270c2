/// A colour on light pages and on dark ones, each as SVG and style sheets write it.
package struct Colour: Hashable, Sendable {
  package let light: String
  package let dark: String

  init(_ light: String, onDark dark: String) {
    self.light = light
    self.dark = dark
  }

  /// The same on every page.
  init(_ colour: String) {
    self.init(colour, onDark: colour)
  }

  /// A value of a style sheet.
  package var css: String { light == dark ? light : "light-dark(\(light), \(dark))" }
}
