import VGGDiagnostics
import VGGFiles
import VGGGraph
import VGGSpec

/// `README.md` of a training project.
func trainingReadme(
  _ network: NamedNetwork, _ provenance: Provenance, regenerate: String
) -> String {
  let graph = network.graph
  let sizes = "\(graph.input.height) x \(graph.input.width)"
  return """
    # Training \(network.typeName)

    \(graph.totals.weightLayers) weight layers, \(grouped(graph.totals.parameters)) parameters. Takes images of \(graph.input) (channels, height, width)
    and has \(graph.output.elementCount) classes.

        python3 -m venv .venv
        .venv/bin/pip install -r requirements.txt

    ## Images

    A folder with the subfolders `train` and `val` (or `test`), each with one folder of images per class:

        photos/train/cat/0001.jpg
        photos/train/dog/0001.jpg
        photos/val/cat/0001.jpg

    \(classOrder(graph))

    Images are turned upright by their EXIF orientation. \(resizing(graph.preprocessing))
    \(sizes) pixels are cropped from the centre. \(views(graph.augmentation))

    ## One machine

    One process per device; `--nproc-per-node gpu` uses all GPUs, and a number starts that many processes:

        .venv/bin/torchrun --standalone --nproc-per-node gpu train.py --data photos --output run

    Processes communicate through NCCL on GPUs, and through gloo on a machine without GPUs.

    ## Many machines

    Run the same command on each machine. HOST is one of the machines, and `--output` is a folder that all share:

        .venv/bin/torchrun --nnodes 4 --nproc-per-node gpu \\
            --rdzv-id \(network.typeName) --rdzv-backend c10d --rdzv-endpoint HOST:29400 \\
            train.py --data photos --output /shared/run

    `--batch` counts the images of all processes together, so batches and steps are the same on any number
    of processes that divides it. With `--max-restarts 3`, torchrun restarts all processes when one fails.

    ## Schedule

    The defaults of the options are the configuration's `training` and `augment` (`train.py --help` lists them), and
    mean the same as in `vgg train`:

    \(recipe(graph.training))

    `--scales 256 512` draws a random size and crop for each image, as in the paper's multi-scale training; the paper's
    colour augmentation is left out. Weights are initialised as in torchvision, or loaded from a file with `--init`.

    On GPUs, matrix products are computed in bfloat16, or in float16 with loss scaling if the GPU has no
    bfloat16; `--precision float32` turns that off. Weights are always float32.

    ## Output

    - `run/checkpoint.pt`, written at the end of each epoch and every `--checkpoint-steps` steps: the same
      command resumes from it, on any number of processes.
    - `run/weights.safetensors`: the weights of the epoch with the best accuracy, under torchvision's names,
      with the classes in its metadata. Each held-out image counts once, whatever the number of processes;
      since these images select the epoch, use others for a final test.
    - `run/labels.txt`: the classes, one per line.
    - `run/metrics.csv`: rate, loss and accuracy of each epoch, in the columns of `vgg train`; `run/tensorboard`:
      the same for TensorBoard, if PyPI's tensorboard is installed.

    `train.py --data photos --output run --evaluate` tests `run/weights.safetensors` again on the held-out images, or
    with `--init FILE` other weights of the network.

    The weights run without Python:

        vgg predict \(printable(shellQuoted(provenance.source))) --weights run/weights.safetensors --labels run/labels.txt photo.jpg

    \(printable(provenance.sentence)) Regenerate this folder with:

        \(printable(regenerate))

    """
}

private func resizing(_ preprocessing: Preprocessing) -> String {
  let crop = preprocessing.crop
  return switch preprocessing.resize {
  case .shorterSide(let side): "Their shorter side is resized to \(side) pixels, and"
  case .size(let height, let width):
    "They are resized to \(height) x \(width) pixels (height x width) without keeping the aspect ratio, and"
  case .cover(let height, let width):
    "Those of \(crop.height) x \(crop.width) pixels (height x width) keep their size; others are resized to just\ncover \(height) x \(width). Then"
  case .unchanged: "Their size is kept, and"
  }
}

/// The configuration's `training`, as a list.
private func recipe(_ recipe: TrainingRecipe) -> String {
  recipe.parts.map { "- `\($0.name)`: \($0.value)" }.joined(separator: "\n")
}

/// The random changes to a training image, in a sentence.
private func views(_ augmentation: Augmentation) -> String {
  let crop =
    switch augmentation.crop {
    case .none: ""
    case .resized(let scale, let ratio):
      "For training, a random part with \(scale.lowerBound) to \(scale.upperBound) of the area and a ratio\n"
        + "of width to height of \(ratio.lowerBound) to \(ratio.upperBound) is resized to that instead."
    case .padded(let padding):
      "For training, the crop is moved at random by up to \(padding) pixels; pixels outside the middle are black."
    }
  let flip =
    augmentation.flip > 0
    ? "Training images are mirrored with probability \(augmentation.flip) (`--flip 0` turns that off)."
    : "None are mirrored; `--flip 0.5` mirrors half of the training images."
  return crop.isEmpty ? flip : "\(crop)\n\(flip)"
}

private func classOrder(_ graph: ModelGraph) -> String {
  graph.labels == nil
    ? "Classes are numbered in the order of their names."
    : "The folders' names are the configuration's labels, and classes are numbered in the order of its list."
}
