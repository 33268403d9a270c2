import VGGDiagnostics
import VGGMarkup
import VGGPages
import VGGSpec

/// A part of the page; all parts are embedded in the program, so none is read from disk.
struct PageAsset: Sendable {
  let type: String
  let bytes: @Sendable (Language) -> [UInt8]

  /// The parts by their path on the server.
  static let all: [String: PageAsset] = [
    "/": PageAsset(type: "text/html; charset=utf-8") {
      Array(PlaygroundPage.html(in: $0).utf8)
    },
    "/icon.svg": PageAsset(type: "image/svg+xml") { _ in PackageResources.icon_svg },
    "/palette.css": style { Array(Palette.styleSheet.utf8) },
    "/diagram.css": style { Array(DiagramStyle.sheet.utf8) },
    "/playground.css": style { Array(Palette.filled(PackageResources.playground_css).utf8) },
    "/playground.js": script { PackageResources.playground_js },
    "/editor.js": script { PackageResources.editor_js },
    "/element.js": script { PackageResources.element_js },
    "/findings.js": script { PackageResources.findings_js },
    "/document.js": script { PackageResources.document_js },
    "/link.js": script { PackageResources.link_js },
    "/network.js": script { PackageResources.network_js },
    "/server.js": script { PackageResources.server_js },
    "/size.js": script { PackageResources.size_js },
    "/words.js": PageAsset(type: javaScript) { Array(words(in: $0).utf8) },
  ]

  private static let javaScript = "text/javascript; charset=utf-8"

  private static func script(_ bytes: @escaping @Sendable () -> [UInt8]) -> PageAsset {
    PageAsset(type: javaScript) { _ in bytes() }
  }

  private static func style(_ bytes: @escaping @Sendable () -> [UInt8]) -> PageAsset {
    PageAsset(type: "text/css; charset=utf-8") { _ in bytes() }
  }

  /// The texts of the page's scripts, and the example configurations.
  private static func words(in language: Language) -> String {
    let examples = BuiltInConfiguration.all.map { Example(name: $0.name, text: $0.text) }
    // JSON can express all strings and lists of strings.
    let notices = (try? jsonText(language.pagePhrases.pageTexts.notices)) ?? "{}"
    let texts = (try? jsonText(examples)) ?? "[]"
    return "export const notices = \(notices);\nexport const examples = \(texts);\n"
  }

  private struct Example: Encodable {
    let name: String
    let text: String
  }
}
