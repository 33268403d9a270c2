import VGGDiagnostics
import VGGFindings

extension EnglishFindings {
  package func words(for finding: SamePadding) -> FindingWords {
    switch finding {
    case .evenKernel(let extent, let isDilated):
      let even = extent.list.first { $0.isMultiple(of: 2) } ?? extent.height
      let size = isDilated ? "spans \(extent.text) with its dilation" : "is \(extent.text)"
      return FindingWords(
        "`padding: same` needs an odd kernel, and this one \(size)",
        label: "\(even) - 1 = \(even - 1), which cannot be halved",
        notes: [
          Note(
            "PyTorch and TensorFlow put the odd row below the map and the odd column right of it, which no number says"
          ),
          Note(
            "padding \((even - 1) / 2) makes the map one smaller, padding \(even / 2) one larger"),
        ])
    case .stride(let stride, let half):
      return FindingWords(
        "`padding: same` needs stride 1, and this is stride \(stride.brief)",
        notes: [
          Note(
            "PyTorch refuses it; TensorFlow pads by the image's size, with the odd row below and the odd column right"
          ),
          Note("padding \(half.yaml) is half the kernel"),
        ])
    }
  }
}
