/// The files of a training project that are the same for every network, from the folder `Files`: the
/// compiler embeds their bytes in the program.
enum TrainingFiles {
  /// The files, in the order in which a reader may want them.
  static let all: [(name: String, text: String)] = [
    ("train.py", text(PackageResources.train_py)),
    ("options.py", text(PackageResources.options_py)),
    ("schedule.py", text(PackageResources.schedule_py)),
    ("images.py", text(PackageResources.images_py)),
    ("placement.py", text(PackageResources.placement_py)),
    ("loading.py", text(PackageResources.loading_py)),
    ("norms.py", text(PackageResources.norms_py)),
    ("evaluation.py", text(PackageResources.evaluation_py)),
    ("metrics.py", text(PackageResources.metrics_py)),
    ("processes.py", text(PackageResources.processes_py)),
    ("checkpoint.py", text(PackageResources.checkpoint_py)),
    ("progress.py", text(PackageResources.progress_py)),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
