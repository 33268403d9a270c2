import Testing
import VGGEmitters
import VGGGraph
import VGGTestSupport

/// Emitted modules and training projects, by mypy and ruff, with stubs in place of PyTorch
/// (`Scripts/checks/emitted-python.py`).
@Suite(.enabled(if: ReferencePython.isExpected(of: "mypy", "ruff")))
struct EmittedPythonTests {
  private static let samples = SampleModel.emitted + [.activations]

  private func expectClean(_ folder: TemporaryFolder, _ parts: [String]) throws {
    let python = try #require(ReferencePython.with("mypy", "ruff"))
    let verdict = try Tool.run(
      [python, Checkout.file("Scripts/checks/emitted-python.py").path] + parts, in: folder.url)
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
  }

  @Test func modulesAreClean() throws {
    let folder = try TemporaryFolder()
    for (index, sample) in Self.samples.enumerated() {
      try folder.write(
        emitPyTorch([NamedNetwork(sample.graph())], .test), to: "modules/sample\(index).py")
    }
    try expectClean(folder, ["modules"])
  }

  @Test(arguments: [SampleModel.custom, .everyKind]) func projectsAreClean(
    _ sample: SampleModel
  ) throws {
    let folder = try TemporaryFolder()
    for file in try emitTraining(NamedNetwork(sample.graph()), .test) {
      try folder.write(file.contents, to: "project/\(file.path)")
    }
    try expectClean(folder, ["project"])
  }

  /// The judges see an untyped function, an unsorted import and an outdated annotation.
  @Test(arguments: [
    "def f(x):\n    return x\n", "import sys\nimport os\n\nprint(os, sys)\n",
    "from typing import List\n\nx: List[int] = []\n", "import torch\n\nx: int = torch.zeros(1)\n",
  ])
  func mistakesAreFound(source: String) throws {
    let python = try #require(ReferencePython.with("mypy", "ruff"))
    let folder = try TemporaryFolder()
    try folder.write(source, to: "modules/wrong.py")
    let verdict = try Tool.run(
      [python, Checkout.file("Scripts/checks/emitted-python.py").path, "modules"], in: folder.url)
    #expect(verdict.status == 1, "\(verdict.output)\(verdict.errors)")
  }
}
