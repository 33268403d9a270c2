/// The keys that a mapping of the language may have.
///
/// Each mapping has one such type: what is read, what is suggested for a misspelt key, and what the
/// documentation lists all come from it.
package protocol ConfigurationKey: CaseIterable, RawRepresentable, Hashable, Sendable
where RawValue == String {
  /// What other tools call the same thing: the key that was meant, by the name that was written.
  static var otherNames: [String: Self] { get }
}

extension ConfigurationKey {
  package static var otherNames: [String: Self] { [:] }

  /// The key that was meant by a name that is none: another tool's, or misspelt.
  static func meant(by name: String) -> Self? {
    otherNames[name.lowercased()]
      ?? nearestName(to: name, among: allCases.map(\.rawValue)).flatMap { Self(rawValue: $0) }
  }
}

/// The keys of a file, and of the mappings under `models`.
package enum ModelKey: String, ConfigurationKey {
  case name
  case extends
  case input
  case features
  case batchNorm = "batch_norm"
  case avgpool
  case classifier
  case labels
  case preprocess
  case augment
  case training
  case limits
  case models

  package static let otherNames: [String: Self] = [
    "architecture": .features, "backbone": .features, "cfg": .features, "cfgs": .features,
    "config": .features, "layers": .features,
    "base": .extends, "inherits": .extends,
    "image_size": .input, "input_shape": .input, "input_size": .input,
    "bn": .batchNorm, "fc": .classifier, "head": .classifier, "class_names": .labels,
    "preprocessing": .preprocess, "transforms": .preprocess,
    "augmentation": .augment, "augmentations": .augment, "data_augmentation": .augment,
    "fit": .training, "solver": .training, "train": .training, "trainer": .training,
  ]
}

/// `input: {channels: 3, height: 32, width: 32}`.
package enum InputKey: String, ConfigurationKey {
  case channels
  case height
  case width

  package static let otherNames: [String: Self] = ["c": .channels, "h": .height, "w": .width]
}

/// `{conv: 128, in: 64, kernel: 3, stride: 1, padding: 1, bias: true}`.
package enum ConvolutionKey: String, ConfigurationKey {
  case conv
  case `in`
  case kernel
  case stride
  case padding
  case bias

  package static let otherNames: [String: Self] = [
    "in_channels": .in, "kernel_size": .kernel, "pad": .padding, "strides": .stride,
  ]
}

/// `{maxpool: 2, stride: 2, padding: 0, ceil: false}`.
package enum MaxPoolKey: String, ConfigurationKey {
  case maxpool
  case stride
  case padding
  case ceil

  package static let otherNames: [String: Self] = ["ceil_mode": .ceil, "pad": .padding]
}

/// `{avgpool: 2, stride: 2}`.
package enum AveragePoolKey: String, ConfigurationKey {
  case avgpool
  case stride
}

/// `{lrn: 5, alpha: 5e-4, beta: 0.75, k: 2}`.
package enum LocalResponseNormKey: String, ConfigurationKey {
  case lrn
  case alpha
  case beta
  case k
}

/// `{dropout: 0.3}`.
package enum DropoutKey: String, ConfigurationKey {
  case dropout
}

/// `classifier: {hidden: [4096, 4096], dropout: 0.5, classes: 10}`.
package enum ClassifierKey: String, ConfigurationKey {
  case hidden
  case dropout
  case classes

  package static let otherNames: [String: Self] = [
    "num_classes": .classes, "out": .classes, "outputs": .classes,
    "hidden_sizes": .hidden, "hidden_units": .hidden, "units": .hidden,
  ]
}

/// The entries of a `classifier` list.
package enum ClassifierElementKey: String, ConfigurationKey {
  case linear
  case relu
  case dropout
  case softmax
}

/// `linear: {in: 25088, out: 4096, bias: true}`.
package enum LinearKey: String, ConfigurationKey {
  case `in`
  case out
  case bias

  package static let otherNames: [String: Self] = [
    "in_features": .in, "inputs": .in, "out_features": .out, "outputs": .out, "units": .out,
  ]
}

/// `preprocess: {resize: 256, crop: 224, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225]}`.
package enum PreprocessKey: String, ConfigurationKey {
  case resize
  case crop
  case mean
  case std

  package static let otherNames: [String: Self] = [
    "resize_size": .resize, "crop_size": .crop, "center_crop": .crop, "deviation": .std,
  ]
}

/// `augment: {crop: {scale: [0.08, 1], ratio: [0.75, 1.3333]}, flip: 0.5}`.
package enum AugmentKey: String, ConfigurationKey {
  case crop
  case flip

  package static let otherNames: [String: Self] = [
    "random_crop": .crop, "random_resized_crop": .crop, "resized_crop": .crop,
    "hflip": .flip, "horizontal_flip": .flip, "mirror": .flip, "random_horizontal_flip": .flip,
  ]
}

/// `crop: {scale: [0.08, 1], ratio: [0.75, 1.3333]}`, or `crop: {padding: 4}`.
package enum RandomCropKey: String, ConfigurationKey {
  case scale
  case ratio
  case padding

  package static let otherNames: [String: Self] = [
    "aspect_ratio": .ratio, "area": .scale, "pad": .padding,
  ]
}

/// `training: {optimizer: sgd, rate: 0.01, momentum: 0.9, weight_decay: 5e-4, batch: 256}`.
package enum TrainingKey: String, ConfigurationKey {
  case optimizer
  case rate
  case momentum
  case betas
  case weightDecay = "weight_decay"
  case batch
  case epochs
  case schedule
  case clip
  case labelSmoothing = "label_smoothing"
  case seed

  package static let otherNames: [String: Self] = [
    "optim": .optimizer, "solver": .optimizer,
    "learning_rate": .rate, "lr": .rate,
    "decay": .weightDecay, "l2": .weightDecay, "wd": .weightDecay,
    "batch_size": .batch, "epoch": .epochs, "max_epochs": .epochs, "num_epochs": .epochs,
    "lr_schedule": .schedule, "lr_scheduler": .schedule, "scheduler": .schedule,
    "clip_norm": .clip, "grad_clip": .clip, "gradient_clip": .clip, "gradient_clipping": .clip,
    "max_norm": .clip, "smoothing": .labelSmoothing, "random_seed": .seed,
  ]
}

/// `schedule: {step: 30, factor: 0.1}`.
package enum ScheduleKey: String, ConfigurationKey {
  case step
  case cosine
  case plateau
  case factor

  package static let otherNames: [String: Self] = [
    "step_size": .step, "steps": .step, "milestones": .step, "gamma": .factor,
    "patience": .plateau, "eta_min": .cosine,
  ]
}

/// `limits: {parameters: 20M, macs: 2G, activations: 64MiB}`.
package enum LimitKey: String, ConfigurationKey {
  case parameters
  case macs
  case activations

  package static let otherNames: [String: Self] = ["params": .parameters]
}
