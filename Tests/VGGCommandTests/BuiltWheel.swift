import Foundation
import Testing
import VGGTestSupport

extension TemporaryFolder {
  /// Writes a wheel like that of `Scripts/make-wheel`, with the built `vggc`, to the folder `wheel`, and returns its path.
  /// `Scripts/test-wheel` tests the real one.
  @discardableResult func writeWheel(with python: String) throws -> String {
    let version = try command.run("--version").output.split(separator: "\n")[0]
    let name = "vggc-\(version)"
    let vggc = try Checkout.products().appending(path: "vggc").path
    for (file, text) in [
      "data/scripts/vggc": "#!/bin/sh\nexec '\(vggc)' \"$@\"\n", "dist-info/RECORD": "",
      "dist-info/METADATA": "Metadata-Version: 2.1\nName: vggc\nVersion: \(version)\n",
      "dist-info/WHEEL":
        "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    ] {
      try write(text, to: "wheel/\(name).\(file)")
    }
    let made = try command.shell(
      "cd wheel && chmod +x \(name).data/scripts/vggc && '\(python)' -m zipfile -c "
        + "\(name)-py3-none-any.whl \(name).data \(name).dist-info")
    #expect(made.status == 0, "\(made.errors)")
    return url.appending(path: "wheel/\(name)-py3-none-any.whl").path
  }
}
