import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: SamePadding) -> FindingWords {
    switch finding {
    case .evenKernel(let extent, let isDilated):
      let even = extent.list.first { $0.isMultiple(of: 2) } ?? extent.height
      let size = isDilated ? "spans \(extent.text) with its dilation" : "is \(extent.text)"
      return FindingWords(
        "`padding: same` needs an odd kernel, but this one \(size)",
        label: "\(even) - 1 = \(even - 1), which can't be halved",
        notes: [
          Note(
            "PyTorch and TensorFlow put the extra row below the map and the extra column to its right, which no number can express"
          ),
          Note(
            "padding \((even - 1) / 2) makes the map smaller by 1, padding \(even / 2) larger by 1"),
        ])
    case .stride(let stride, let half):
      return FindingWords(
        "`padding: same` requires stride 1, not \(stride.brief)",
        notes: [
          Note(
            "PyTorch rejects it; TensorFlow's padding depends on the image size, with an extra row below and an extra column to the right"
          ),
          Note("padding \(half.yaml) is half the kernel"),
        ])
    }
  }
}
