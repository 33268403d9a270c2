"""A small training, and its results when nothing disturbs it."""

import shutil

from .session import Finding, sound, untimed

# Batch normalisation, dropout, momentum and augmentation each have state or random numbers; the rate follows the
# metrics (`plateau`), so a training run that continues with other metrics ends with other weights.
CONFIGURATION = """\
name: corners
input: [1, 8, 8]
features: [8, M, 16, M]
batch_norm: true
classifier: {hidden: [32], dropout: 0.2, classes: 4}
preprocess: {resize: 8, mean: 0.4, std: 0.3}
augment: {crop: {padding: 1}}
training: {rate: 0.05, batch: 8, epochs: 6, schedule: {plateau: 1, factor: 0.5}}
"""
CLASSES = ["ne", "nw", "se", "sw"]


class Training:
    """Photos of four classes, a configuration, and the results of a training run in the folder `whole`."""

    def __init__(self, session):
        self.session = session
        self.folder = session.folder / "training"
        if (self.folder / "whole").is_dir():
            return
        session.fresh("training")
        (self.folder / "net.yaml").write_text(CONFIGURATION)
        for label, name in enumerate(CLASSES):
            (self.folder / "photos" / name).mkdir(parents=True)
            for number in range(16):
                (self.folder / "photos" / name / f"{number}.pgm").write_bytes(photo(label, number))
        sound(self.train("whole"), "an undisturbed training run")
        sound(self.train("half", "--epochs", "3"), "an undisturbed training run")

    def command(self, run, *arguments):
        return ["vgg", "train", "net.yaml", "--data", "photos", "--split", "0.25", "--seed", "3", "--threads", "1",
                "-o", run, *arguments]

    def train(self, run, *arguments, **limits):
        return self.session.run(self.command(run, *arguments), self.folder, **limits)

    def results(self, run):
        """The weights and the metrics of a finished run."""
        folder = self.folder / run
        try:
            return (folder / "weights.safetensors").read_bytes(), untimed((folder / "metrics.jsonl").read_text())
        except (OSError, ValueError) as error:
            raise Finding("a finished training has no results", f"{run}: {error}") from None

    def expect_same_results(self, run, what):
        weights, metrics = self.results(run)
        undisturbed_weights, undisturbed_metrics = self.results("whole")
        if weights != undisturbed_weights:
            raise Finding(f"{what}: different weights with status 0", run)
        if metrics != undisturbed_metrics:
            other = next((index for index, (one, two) in enumerate(zip(metrics, undisturbed_metrics)) if one != two),
                         min(len(metrics), len(undisturbed_metrics)))
            raise Finding(f"{what}: different metrics with status 0",
                          f"line {other + 1}: {metrics[other:other + 1]}, not {undisturbed_metrics[other:other + 1]}")

    def copy_of_half(self, run):
        """A run that has done three of its epochs."""
        shutil.rmtree(self.folder / run, ignore_errors=True)
        shutil.copytree(self.folder / "half", self.folder / run)
        return self.folder / run


def photo(label, number):
    """A grey picture with one bright corner."""
    state, samples = label * 16 + number + 1, bytearray()
    for place in range(64):
        state = state * 1103515245 + 12345 & 0x7fffffff
        bright = (place % 8 >= 4) == (label % 2 == 0) and (place // 8 >= 4) == (label >= 2)
        samples.append((170 if bright else 60) + (state >> 16) % 80)
    return b"P5 8 8 255\n" + samples
