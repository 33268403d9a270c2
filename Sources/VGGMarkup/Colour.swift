/// A colour for light pages and one for dark pages, in the notation of SVG and style sheets.
package struct Colour: Hashable, Sendable {
  package let light: String
  package let dark: String

  init(_ light: String, onDark dark: String) {
    self.light = light
    self.dark = dark
  }

  /// Creates a colour that is the same on every page.
  init(_ colour: String) {
    self.init(colour, onDark: colour)
  }

  /// The colour as a value in a style sheet.
  package var css: String { light == dark ? light : "light-dark(\(light), \(dark))" }
}
