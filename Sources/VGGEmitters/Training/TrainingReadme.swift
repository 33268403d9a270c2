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
    and tells \(graph.output.elementCount) classes apart.

        python3 -m venv .venv
        .venv/bin/pip install -r requirements.txt

    ## Pictures

    A folder with `train` and `val` (or `test`) in it, and in each a folder of pictures for every class:

        photos/train/cat/0001.jpg
        photos/train/dog/0001.jpg
        photos/val/cat/0001.jpg

    \(classOrder(graph))

    Pictures are turned upright. \(resizing(graph.preprocessing))
    \(sizes) pixels are cut out: the middle, or for training anywhere, mirrored every other time
    (`--no-flip` where left is not as good as right, as with letters).

    ## One machine

    One process a device; `--nproc-per-node gpu` takes all GPUs, a number as many processes:

        .venv/bin/torchrun --standalone --nproc-per-node gpu train.py --data photos --output run

    Processes talk through NCCL on GPUs, and through gloo on a machine without any.

    ## Many machines

    The same, started on each of them. HOST is one of the machines, and `--output` a folder that all share:

        .venv/bin/torchrun --nnodes 4 --nproc-per-node gpu \\
            --rdzv-id \(network.typeName) --rdzv-backend c10d --rdzv-endpoint HOST:29400 \\
            train.py --data photos --output /shared/run

    `--batch` counts the images of all processes together, so batches and steps are the same on any number
    of processes that divides it. With `--max-restarts 3` torchrun starts all again when one fails.

    ## Schedule

    The paper's, unless an option says otherwise (`train.py --help` has all): stochastic gradient descent
    with momentum 0.9 and weight decay 5e-4, batches of 256, 74 epochs, and a rate of 0.01 that is divided by
    ten when the accuracy on the held-out pictures has not become better for `--patience` epochs.
    `--scales 256 512` draws the size before the crop for each picture, as the paper's multi-scale training
    does; its change of colours is left out. Weights start as torchvision's do, or from a file with `--init`.

    On GPUs products are in bfloat16, or in float16 with a scaled loss where there is no bfloat16;
    `--precision float32` turns that off. Weights are always float32.

    ## What comes out

    - `run/checkpoint.pt`, at the end of each epoch and every `--checkpoint-steps` steps: the same command
      goes on from it, on as many processes as you like.
    - `run/weights.safetensors`: the weights of the epoch with the best accuracy, under torchvision's names,
      with the classes in its metadata. Each held-out picture counts once, whatever the number of processes;
      since they choose the epoch, keep others apart for a last test.
    - `run/labels.txt`: the classes, one a line.

    The weights run without Python:

        vgg predict \(printable(shellQuoted(provenance.source))) --weights run/weights.safetensors --labels run/labels.txt photo.jpg

    \(printable(provenance.sentence)) To make this folder again:

        \(printable(regenerate))

    """
}

private func resizing(_ preprocessing: Preprocessing) -> String {
  let crop = preprocessing.crop
  return switch preprocessing.resize {
  case .shorterSide(let side): "Their shorter side is brought to \(side) pixels, and"
  case .size(let height, let width):
    "The whole picture is squashed to \(height) x \(width) pixels (height x width), and"
  case .cover(let height, let width):
    "Those of \(crop.height) x \(crop.width) pixels (height x width) keep their size; others are made just large\nenough for \(height) x \(width). Then"
  case .unchanged: "Their size is kept, and"
  }
}

private func classOrder(_ graph: ModelGraph) -> String {
  graph.labels == nil
    ? "Classes are numbered in the order of their names."
    : "The folders' names are the configuration's labels, and classes are numbered as it lists them."
}
