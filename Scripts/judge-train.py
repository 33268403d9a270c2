#!/usr/bin/env python3
"""Whether a project that `vggc emit --pytorch --train` writes trains on two processes: the judge of the emitter.

    swift build
    python3 -m venv .venv && .venv/bin/pip install torch==2.13.0 numpy==2.4.6 safetensors==0.8.0 pillow==12.0.0
    .venv/bin/python Scripts/judge-train.py ../shared/data/digits.tar.gz [--bin .build/debug] [--keep FOLDER]

The archive holds handwritten digits as class folders, digits/train/0 to digits/test/9, of 8 x 8 grey pixels.
PyPI's torch for Linux brings CUDA along; to save its gigabytes, let PIP_FIND_LINKS or PIP_EXTRA_INDEX_URL name a place
that has the `+cpu` wheel.

- Two processes that talk through gloo train [32, 32, M, 64, 64, M] with a hidden layer of 128, and are right for 97 % of
  the held-out digits or more.
- One of them is killed within an epoch; the same command goes on from the checkpoint, and comes to the weights of a
  training that was not interrupted, bit for bit.
- One process alone, without torchrun, goes on from the checkpoint of two.
- `vgg predict` with those weights has the logits of the emitted module to 1e-4 of the largest, and the accuracy that the
  training counted, to the last digit.

Exits with 1 where one of these does not hold.
"""

import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile

import torch
from PIL import Image
from safetensors import safe_open
from safetensors.torch import load_file

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOLERANCE = 1e-4  # of the largest logit
EPOCHS = 20
RECIPE = ["--batch", 32, "--rate", 0.02, "--patience", EPOCHS, "--no-flip", "--workers", 0, "--checkpoint-steps",
          10]
KILLED_AFTER = "epoch 6/"


def configuration(train):
    """The network, which normalises by the training pictures' mean and deviation."""
    pixels = torch.tensor([pixel for path in sorted(train.rglob("*.png")) for pixel in Image.open(path).tobytes()]) / 255
    return f"""name: digits
input: [1, 8, 8]
features: [32, 32, M, 64, 64, M]
classifier: {{hidden: [128], dropout: 0.5, classes: 10}}
preprocess: {{resize: 8, mean: {pixels.mean():.6f}, std: {pixels.std():.6f}}}
"""


def start(project, data, output, torchrun, epochs=EPOCHS, **options):
    launcher = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", 2] if torchrun else []
    words = [*launcher, "train.py", "--data", data, "--output", output, "--epochs", epochs, *RECIPE]
    print(f"$ python {' '.join(map(str, words))}", flush=True)
    return subprocess.Popen(
        [sys.executable, *map(str, words)], cwd=project, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"}, **options)


def train(project, data, output, torchrun=True, epochs=EPOCHS):
    """Trains to the end; gives the lines that were printed."""
    training = start(project, data, output, torchrun, epochs)
    lines = []
    for line in training.stdout:
        print(f"  {line}", end="", flush=True)
        lines.append(line)
    if training.wait():
        sys.exit(f"the training gave {training.returncode}")
    return lines


def train_and_kill(project, data, output):
    """Kills one of the two processes in the middle of an epoch, as the machine's memory killer would."""
    training = start(project, data, output, torchrun=True, stderr=subprocess.DEVNULL)
    for line in training.stdout:
        print(f"  {line}", end="", flush=True)
        if line.startswith(KILLED_AFTER):
            break
    # A checkpoint of the next epoch's middle is there once this one is newer than the epoch's own.
    checkpoint = output / "checkpoint.pt"
    written = checkpoint.stat().st_mtime_ns
    while checkpoint.stat().st_mtime_ns == written and training.poll() is None:
        pass
    workers = subprocess.run(["pgrep", "-P", str(training.pid)], capture_output=True, text=True).stdout.split()
    os.kill(int(workers[-1]), signal.SIGKILL)
    print(f"  killed process {workers[-1]} of {workers}", flush=True)
    training.stdout.read()
    if training.wait() == 0:
        sys.exit("the training went on without one of its processes")


def train_on_alone(project, data, folder):
    """Two epochs more by one process, in a copy of what two have left."""
    shutil.copytree(folder / "whole", folder / "alone", dirs_exist_ok=True)
    return train(project, data, folder / "alone", torchrun=False, epochs=EPOCHS + 2)


def difference(first, second):
    """The largest difference of two files of weights, over the largest weight of each tensor."""
    first, second = load_file(first), load_file(second)
    if first.keys() != second.keys():
        sys.exit("the weights have other names")
    return max(((first[name] - second[name]).abs().max() / first[name].abs().max()).item() for name in first)


def judge_answers(project, binaries, yaml, run, test):
    """vgg's answers beside the emitted module's; gives the differences and the share of right ones."""
    sys.path.insert(0, str(project))
    import images
    import settings

    model = settings.NETWORK(init_weights=False)
    model.load_state_dict(load_file(run / "weights.safetensors"), strict=True)
    held_out = images.ClassFolders(test, settings.LABELS, settings.CLASSES)
    with torch.no_grad():
        logits = model.eval()(torch.stack([held_out[index][0] for index in range(len(held_out))]))
    answer = subprocess.run(
        [str(binaries / "vgg"), "predict", str(yaml), "--weights", str(run / "weights.safetensors"), "--labels",
         str(run / "labels.txt"), "--format", "json", *(str(path) for path, _ in held_out.samples)],
        capture_output=True, text=True)
    if answer.returncode:
        sys.exit(f"vgg predict gave {answer.returncode}: {answer.stderr}")
    answers = [json.loads(line) for line in answer.stdout.splitlines()]
    native = torch.tensor([answer["logits"] for answer in answers])
    right = sum(
        answer["top"][0]["label"] == path.parent.name
        for answer, (path, _) in zip(answers, held_out.samples, strict=True))
    return ((native - logits).abs().max() / logits.abs().max()).item(), right / len(held_out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=pathlib.Path, help="digits.tar.gz")
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / ".build/debug", help="where vggc and vgg are")
    parser.add_argument("--keep", type=pathlib.Path, help="work in this folder, and leave it there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="judge-train-") as temporary:
        judge(arguments.archive, arguments.bin.resolve(), (arguments.keep or pathlib.Path(temporary)).resolve())


def judge(archive, binaries, folder):
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as digits:
        digits.extractall(folder, filter="data")
    data, project, yaml = folder / "digits", folder / "Training", folder / "digits.yaml"
    yaml.write_text(configuration(data / "train"))
    subprocess.run([str(binaries / "vggc"), "emit", "--pytorch", str(yaml), "--train", str(project)], check=True)

    train_and_kill(project, data, folder / "killed")
    lines = train(project, data, folder / "killed")
    train(project, data, folder / "whole")
    alone = train_on_alone(project, data, folder)

    weights = "weights.safetensors"
    resumed = any(line.startswith("going on from") and "step 0" not in line for line in lines)
    with safe_open(folder / "killed" / weights, "pt") as file:
        metadata = file.metadata()
    counted = float(metadata["accuracy"])
    off, right = judge_answers(project, binaries, yaml, folder / "killed", data / "test")
    apart = difference(folder / "whole" / weights, folder / "killed" / weights)
    verdicts = [
        (resumed, "the second command went on in the middle of an epoch"),
        (counted >= 0.97, f"accuracy {counted:.2%} of the best epoch ({metadata['epoch']}), and 97 % are asked"),
        (apart == 0, f"weights of the killed and of the whole training differ by {apart:.1e}"),
        (len(alone) == 3 and alone[0].startswith("going on from"), "one process alone went on for two epochs"),
        (off <= TOLERANCE, f"vgg's logits differ by {off:.1e} of the largest"),
        (abs(right - counted) < 1e-6, f"vgg is right for {right:.2%}"),
    ]
    for holds, text in verdicts:
        print(f"{'holds' if holds else 'WRONG'}  {text}")
    sys.exit(0 if all(holds for holds, _ in verdicts) else 1)


if __name__ == "__main__":
    main()
