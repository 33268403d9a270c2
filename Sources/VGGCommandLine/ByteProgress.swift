/// The progress of reading or writing a file, in MiB.
package final class ByteProgress {
  private let title: ProgressTitle
  private var progress: Progress?
  private var shown = 0

  package init(_ title: ProgressTitle) {
    self.title = title
  }

  /// Reports that `done` of `total` bytes are finished.
  package func show(_ done: Int, of total: Int) {
    let progress =
      progress ?? Progress(title, total: total >> 20, unit: " MiB", printsAnswers: false)
    self.progress = progress
    progress.advance(by: done >> 20 - shown)
    shown = done >> 20
  }

  package func clear() { progress?.clear() }
}
