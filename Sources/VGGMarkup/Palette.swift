/// The colours of all that is drawn and shown.
package enum Palette {
  /// The colours of pages, in light and in dark, as custom properties of a style sheet.
  package static var styleSheet: [UInt8] { PackageResources.palette_css }
}
