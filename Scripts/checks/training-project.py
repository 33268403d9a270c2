#!/usr/bin/env python3
"""Checks that a project that `vggc emit --pytorch --train` writes trains on two processes: the check of the emitter.

    swift build
    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 numpy==2.4.6 safetensors==0.8.0 pillow==12.0.0 mypy ruff
    .venv/bin/python Scripts/checks/training-project.py ../shared/data/digits.tar.gz [--bin .build/debug] [--keep FOLDER]

The archive holds handwritten digits as class folders, digits/train/0 to digits/test/9, of 8 x 8 grey pixels.
PyPI's torch for Linux includes CUDA; to save its gigabytes, let PIP_FIND_LINKS or PIP_EXTRA_INDEX_URL name a place
that has the `+cpu` wheel.

- Two processes that communicate through gloo train [32, 32, M, 64, 64, M] with a hidden layer of 128, and are right for
  at least 97% of the held-out digits.
- One of them is killed within an epoch; the same command continues from the checkpoint, and ends with the weights of a
  training that was not interrupted, bit for bit.
- One process alone, without torchrun, continues from the checkpoint of two; and so do two that are started as
  on two machines, with the same weights as two that are started as on one.
- A network of every layer kind, with labels, batch normalisation and a softmax at its end, trains on coloured noise,
  from pictures that must be resized and cropped, with the configuration's recipe: Adam, a cosine schedule, clipping,
  label smoothing, random crops, and a last batch of one picture per process. `--evaluate` finds the same accuracy.
- `mypy --strict` and `ruff` with the rules I and UP find nothing in the projects.
- `vgg predict` with the weights of both has the logits of the emitted modules to 1e-4 of the largest, and the
  accuracy that the training reported, to the last digit.

Exits with 1 if one of these does not hold.
"""

import argparse
import csv
import json
import math
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time

import torch
from PIL import Image
from safetensors import safe_open
from safetensors.torch import load_file

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOLERANCE = 1e-4  # of the largest logit
EPOCHS = 20
RECIPE = ["--workers", 0, "--checkpoint-steps", 10]
KILLED_AFTER = "epoch 6/"


def configuration(train):
    """The network, which normalises by the training pictures' mean and deviation."""
    photos = b"".join(Image.open(path).tobytes() for path in sorted(train.rglob("*.png")))
    pixels = torch.tensor(list(photos)) / 255
    return f"""name: digits
input: [1, 8, 8]
features: [32, 32, M, 64, 64, M]
classifier: {{hidden: [128], dropout: 0.5, classes: 10}}
preprocess: {{mean: {pixels.mean():.6f}, std: {pixels.std():.6f}}}
training: {{batch: 32, rate: 0.02, schedule: constant}}
"""


ALONE = []
TWO_PROCESSES = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", 2]
TWO_MACHINES = [
    "-m", "torch.distributed.run", "--nnodes", 2, "--nproc-per-node", 1, "--rdzv-id", "vggc", "--rdzv-backend", "c10d",
    "--rdzv-endpoint", "localhost:29417"]


def start(project, data, output, launcher=TWO_PROCESSES, epochs=EPOCHS, recipe=RECIPE, **options):
    words = [*launcher, "train.py", "--data", data, "--output", output, "--epochs", epochs, *recipe]
    print(f"$ python {' '.join(map(str, words))}", flush=True)
    return subprocess.Popen(
        [sys.executable, *map(str, words)], cwd=project, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"}, **options)


def finish(training):
    """Waits for the end; returns the printed lines."""
    lines = []
    for line in training.stdout:
        print(f"  {line}", end="", flush=True)
        lines.append(line)
    if training.wait():
        sys.exit(f"the training ended with status {training.returncode}")
    return lines


def train_and_kill(project, data, output):
    """Kills one of the two processes in the middle of an epoch, as the system's out-of-memory killer would."""
    training = start(project, data, output, stderr=subprocess.DEVNULL)
    for line in training.stdout:
        print(f"  {line}", end="", flush=True)
        if line.startswith(KILLED_AFTER):
            break
    # A checkpoint from the middle of the next epoch exists once this file is newer than the epoch's.
    checkpoint = output / "checkpoint.pt"
    written = checkpoint.stat().st_mtime_ns
    while checkpoint.stat().st_mtime_ns == written and training.poll() is None:
        time.sleep(0.01)
    workers = subprocess.run(["pgrep", "-P", str(training.pid)], capture_output=True, text=True).stdout.split()
    os.kill(int(workers[-1]), signal.SIGKILL)
    print(f"  killed process {workers[-1]} of {workers}", flush=True)
    training.stdout.read()
    if training.wait() == 0:
        sys.exit("the training continued without one of its processes")


def go_on(project, data, folder, name, launcher, machines=1):
    """Two more epochs, in a copy of the folder of two processes."""
    shutil.copytree(folder / "whole", folder / name)
    trainings = [
        start(project, data, folder / name, launcher, epochs=EPOCHS + 2) for _ in range(machines)]
    lines = [line for training in trainings for line in finish(training)]
    if not lines[0].startswith("resuming from") or len(lines) != 3:
        sys.exit(f"{name} did not continue for two epochs")
    return torch.load(folder / name / "checkpoint.pt", weights_only=True)["network"]


def difference(first, second):
    """The largest difference between two networks' weights, relative to the largest weight of each tensor."""
    if first.keys() != second.keys():
        sys.exit("the weights have other names")
    return max(((first[name] - second[name]).abs().max() / first[name].abs().max()).item() for name in first)


def compared_answers(project, binaries, yaml, run, test):
    """Compares vgg's answers with the emitted module's.

    Returns their largest difference, relative to the largest of them, and the shares of right answers by vgg and the training.
    """
    script = pathlib.Path(__file__).resolve()
    logits = torch.tensor(json.loads(subprocess.run(
        [sys.executable, str(script), "--logits", str(run / "weights.safetensors"), str(test)], cwd=project, check=True,
        env=os.environ | {"PYTHONPATH": str(project)}, capture_output=True, text=True).stdout))
    photos = sorted(test.rglob("*.png"))
    answer = subprocess.run(
        [str(binaries / "vgg"), "predict", str(yaml), "--weights", str(run / "weights.safetensors"), "--labels",
         str(run / "labels.txt"), "--format", "json", *map(str, photos)],
        capture_output=True, text=True)
    if answer.returncode:
        sys.exit(f"vgg predict ended with status {answer.returncode}: {answer.stderr}")
    answers = [json.loads(line) for line in answer.stdout.splitlines()]
    native = torch.tensor(
        [next(answer[name] for name in ("logits", "probabilities") if name in answer) for answer in answers])
    right = sum(
        answer["top"][0]["label"] == photo.parent.name for answer, photo in zip(answers, photos, strict=True))
    with safe_open(run / "weights.safetensors", "pt") as file:
        counted = float(file.metadata()["accuracy"])
    return ((native - logits).abs().max() / logits.abs().max()).item(), right / len(photos), counted


def print_logits(weights, test):
    """The outputs of the module of the project in the current folder for the pictures, in the order of their paths."""
    import images
    import settings

    model = settings.NETWORK(init_weights=False)
    model.load_state_dict(load_file(weights), strict=True)
    held_out = images.ClassFolders(pathlib.Path(test), settings.LABELS, settings.CLASSES)
    order = sorted(range(len(held_out)), key=lambda index: held_out.samples[index][0])
    with torch.no_grad():
        print(json.dumps(model.eval()(torch.stack([held_out[index][0] for index in order])).tolist()))


EVERY_KIND = """name: every kind
input: [3, 37, 29]
batch_norm: true
features: [8, {conv: 12, kernel: 5, stride: 2, padding: 1, bias: false}, LRN,
  {maxpool: 3, stride: 2, padding: 1, ceil: true}, conv1-10, {dropout: 0.25}, {avgpool: 2, stride: 2}]
avgpool: [3, 2]
classifier: [{linear: {out: 20, bias: false}}, relu, {dropout: 0.5}, {linear: 3}, softmax]
labels: [red, green, blue]
preprocess: {resize: [40, 35], interpolation: bicubic, mean: 0.5, std: [0.2, 0.25, 0.3]}
augment: {crop: {scale: [0.5, 1]}, flip: 0.5}
training: {optimizer: adam, batch: 14, epochs: 8, schedule: cosine, clip: 5, label_smoothing: 0.1}
"""


def make_noise(folder):
    """Pictures of three classes, of sizes that are not divisible; 33 and 10 per class."""
    torch.manual_seed(3)
    for part, count in (("train", 33), ("val", 10)):
        for channel, name in enumerate(["red", "green", "blue"]):
            for number in range(count):
                pixels = torch.randint(0, 200, (47 + number, 71 - number, 3), dtype=torch.uint8)
                pixels[..., channel] += 40
                path = folder / part / name / f"{number}.png"
                path.parent.mkdir(parents=True, exist_ok=True)
                size = (pixels.shape[1], pixels.shape[0])
                Image.frombytes("RGB", size, pixels.numpy().tobytes()).save(path)


def verdicts_on_every_kind(binaries, folder):
    """The verdicts on a network of every layer kind."""
    yaml, project, data = folder / "every-kind.yaml", folder / "EveryKind", folder / "noise"
    yaml.write_text(EVERY_KIND)
    make_noise(data)
    emit(binaries, yaml, project)
    # Each process has 50 images in batches of 7, so the last has a single image, which the normalisation must take.
    finish(start(project, data, folder / "noise-run", epochs=8, recipe=["--workers", 1]))
    again = finish(start(project, data, folder / "noise-run", ALONE, recipe=["--evaluate"]))
    table = list(csv.DictReader((folder / "noise-run/metrics.csv").open()))
    off, right, counted = compared_answers(project, binaries, yaml, folder / "noise-run", data / "val")
    return [
        (counted > 0.5, f"every kind: {counted:.2%} of the noise is classified correctly; chance is a third"),
        (off <= TOLERANCE, f"every kind: vgg's probabilities differ by {off:.1e} of the largest"),
        (abs(right - counted) < 1e-6, f"every kind: vgg is right for {right:.2%}"),
        (f"accuracy {counted:.2%}" in again[-1], f"every kind: --evaluate prints {again[-1].strip()}"),
        (abs(max(float(row["test_accuracy"]) for row in table) - counted) < 1e-6,
         f"every kind: metrics.csv has {len(table)} epochs, and the best has this accuracy"),
        *verdicts_on_rates(table),
    ]


def verdicts_on_rates(table):
    """Whether the rates are those of the configuration's schedule: half a cosine from Adam's 0.001 to 0."""
    wanted = [0.001 * (1 + math.cos(math.pi * epoch / 8)) / 2 for epoch in range(8)]
    off = max(abs(float(row["rate"]) - rate) for row, rate in zip(table, wanted, strict=True))
    return [(off < 1e-12, f"every kind: the rates differ by {off:.1e} from the configuration's")]


def verdicts_on_types(project):
    """Whether mypy and ruff accept every file of a project."""
    return [
        (subprocess.run([sys.executable, "-m", *words], cwd=project).returncode == 0, " ".join(words))
        for words in (["mypy", "--strict", "."], ["ruff", "check", "--extend-select", "I,UP", "."])]


def emit(binaries, yaml, project):
    subprocess.run([str(binaries / "vggc"), "emit", "--pytorch", str(yaml), "--train", str(project)], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=pathlib.Path, help="digits.tar.gz")
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / ".build/debug", help="the folder of vggc and vgg")
    parser.add_argument("--keep", type=pathlib.Path, help="work in this folder, and keep it")
    arguments = parser.parse_args()
    if arguments.keep and arguments.keep.exists() and any(arguments.keep.iterdir()):
        parser.error(f"{arguments.keep} is not empty, so the trainings would resume from its checkpoints")
    with tempfile.TemporaryDirectory(prefix="vggc-train-") as temporary:
        check(arguments.archive, arguments.bin.resolve(), (arguments.keep or pathlib.Path(temporary)).resolve())


def check(archive, binaries, folder):
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as digits:
        digits.extractall(folder, filter="data")
    data, project, yaml = folder / "digits", folder / "Training", folder / "digits.yaml"
    yaml.write_text(configuration(data / "train"))
    emit(binaries, yaml, project)

    train_and_kill(project, data, folder / "killed")
    lines = finish(start(project, data, folder / "killed"))
    finish(start(project, data, folder / "whole"))
    go_on(project, data, folder, "alone", ALONE)
    machines = difference(
        go_on(project, data, folder, "one-machine", TWO_PROCESSES),
        go_on(project, data, folder, "two-machines", TWO_MACHINES, machines=2))

    resumed = any(line.startswith("resuming from") and "step 0" not in line for line in lines)
    apart = difference(
        load_file(folder / "whole/weights.safetensors"), load_file(folder / "killed/weights.safetensors"))
    off, right, counted = compared_answers(project, binaries, yaml, folder / "killed", data / "test")
    verdicts = [
        (resumed, "the second command continued in the middle of an epoch"),
        (counted >= 0.97, f"{counted:.2%} of the digits are classified correctly; at least 97% must be"),
        (apart == 0, f"weights of the killed and of the whole training run differ by {apart:.1e}"),
        (machines == 0, f"weights of two processes and of two machines differ by {machines:.1e}"),
        (off <= TOLERANCE, f"vgg's logits differ by {off:.1e} of the largest"),
        (abs(right - counted) < 1e-6, f"vgg is right for {right:.2%}"),
        *verdicts_on_every_kind(binaries, folder),
        *verdicts_on_types(folder / "EveryKind"),
        *verdicts_on_types(project),
    ]
    for holds, text in verdicts:
        print(f"{'holds' if holds else 'WRONG'}  {text}")
    sys.exit(0 if all(holds for holds, _ in verdicts) else 1)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--logits"]:
        print_logits(*sys.argv[2:])
    else:
        main()
