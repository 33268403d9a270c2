import VGGFiles
import VGGMetrics

/// Continues with an input as a training run's `metrics.jsonl`: it has the requested epochs, whose
/// curves can be drawn and which are read back as they were written, or it is refused.
func fuzzMetrics(_ bytes: UnsafeBufferPointer<UInt8>) -> CInt {
  var (folder, count) = (ScratchFolder.folder("metrics"), 0)
  while true {
    _ = ScratchFolder.write(bytes, to: "metrics/metrics.jsonl")
    guard let log = try? MetricsLog(continuingIn: folder, after: count + 1) else { break }
    count += 1
    precondition(log.epochs.count == count)
    _ = TrainingCurves(title: "fuzz", epochs: log.epochs).svg()
    do {
      let again = try MetricsLog(continuingIn: folder, after: count)
      precondition(
        again.epochs == log.epochs, "the log differs from the written one when read back")
    } catch {
      preconditionFailure("the log is refused after it was written: \(error)")
    }
  }
  return count > 0 || bytes.count < 512 ? 0 : -1
}
