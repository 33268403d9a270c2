#!/usr/bin/env python3
"""Trains to the end with `vgg` and with PyTorch, in its default setting and in its best one; reports accuracy, time, memory.

    sudo apt-get install dataset-fashion-mnist
    python3 Benchmarks/whole-trainings.py ../shared/data/digits.tar.gz [--only digits] [--seeds N] [-o FILE.json]

digits: the archive's handwritten digits (class folders digits/train/0 to digits/test/9, of 8 x 8 grey pixels), 20 epochs.
fashion: Fashion-MNIST from the Debian package, unpacked into class folders by `vgg data unpack`, 4 epochs. Networks and
recipes are those of peers/training.py and peers/recipes.py, the same for all; weights start as in torchvision. For each
seed every engine takes its turn in a separate process, in an order that rotates.

Timing. For vgg the training is the whole process: it reads and decodes the photos, trains, tests after every
epoch, writes checkpoints and weights. For PyTorch it is only the epochs' loops, over photos that were decoded once, by
another process, into one tensor; it tests once, after the clock has stopped. An epoch is only its steps, for all. A
peer's whole process is its start, its imports, the training and the one test. Memory is the largest resident size.

Prints Markdown, and the marks for the results; exits with 1 if one is missed. results-page.py writes `-o`'s file, kept in
results, into Docs/Benchmarks.md.
PyTorch is installed as for runtime.py. Needs a built `vgg` (`swift build -c release --product vgg`).
"""

import argparse
import csv
import datetime
import json
import os
import statistics
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

import whole_process
from peers import environment, machine
from peers.recipes import RECIPES
from peers.report import table
from peers.training import BEST_ENVIRONMENT

BENCHMARKS = Path(__file__).resolve().parent
ENGINES = {"vgg": "vgg", "default": "PyTorch", "best": "PyTorch, best setting"}
PEERS = [engine for engine in ENGINES if engine != "vgg"]
MIB = 1 << 20


def say(text):
    print(text, file=sys.stderr, flush=True)


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", help="digits.tar.gz")
    parser.add_argument(
        "--fashion", type=Path, default=Path("/usr/share/datasets/fashion-mnist"), metavar="DIR",
        help="the folder of Fashion-MNIST's files (default: %(default)s)")
    parser.add_argument("--only", default=",".join(RECIPES), metavar="NAME,…", help="trainings (default: %(default)s)")
    parser.add_argument("--seeds", type=int, default=3, metavar="N", help="train with seeds 0 to N - 1 (default 3)")
    parser.add_argument("--epochs", type=int, metavar="N", help="end after N epochs; the marks are for whole training runs")
    parser.add_argument("--threads", type=int, default=2, help="threads of every engine (default 2)")
    parser.add_argument("--vgg", default=str(BENCHMARKS.parent / ".build/release/vgg"), help="the built program")
    parser.add_argument("--venv", type=Path, default=BENCHMARKS / ".venv", help="PyTorch's virtual environment")
    parser.add_argument("--python", type=Path, help="an interpreter that has PyTorch, instead of --venv")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.json", help="write every measured number to this file")
    arguments = parser.parse_args()
    arguments.only = [name for name in arguments.only.split(",") if name]
    for name in arguments.only:
        if name not in RECIPES:
            parser.error(f"unknown training '{name}'; the trainings are {', '.join(RECIPES)}")
    if "digits" in arguments.only and not (arguments.archive and arguments.archive.is_file()):
        parser.error("the path of digits.tar.gz is needed, except with --only fashion")
    if "fashion" in arguments.only and not list(arguments.fashion.glob("*.gz")):
        parser.error(f"{arguments.fashion} has no Fashion-MNIST; on Debian: sudo apt-get install dataset-fashion-mnist")
    if arguments.seeds < 1 or (arguments.epochs or 1) < 1:
        parser.error("--seeds and --epochs must be at least 1")
    if not os.access(arguments.vgg, os.X_OK):
        parser.error(f"{arguments.vgg} not found; build it with `swift build -c release --product vgg`")
    return arguments


def unpack(name, arguments, folder):
    """The folder with train and test."""
    if name == "digits":
        with tarfile.open(arguments.archive) as digits:
            digits.extractall(folder, filter="data")
        return folder / "digits"
    whole_process.run(
        [arguments.vgg, "data", "unpack", *map(str, sorted(arguments.fashion.glob("*.gz"))), "-o", f"{folder}/fashion"])
    return folder / "fashion"


class Training:
    """One recipe with its photos, the same for every engine."""

    def __init__(self, name, arguments, python, folder):
        self.recipe, self.arguments, self.python, self.folder = RECIPES[name], arguments, python, folder
        self.epochs = min(arguments.epochs or len(self.recipe.rates), len(self.recipe.rates))
        self.environment = os.environ | {"PYTHONPATH": str(BENCHMARKS)}
        say(f"{name}: unpacking the photos")
        self.data = unpack(name, arguments, folder)
        self.tensors, self.configuration = folder / f"{name}.pt", folder / f"{name}.yaml"
        say(f"{name}: decoding them for PyTorch")
        decoded = subprocess.run(
            [str(python), "-m", "peers.photo_tensors", str(self.data), str(self.tensors)], env=self.environment,
            stdout=subprocess.PIPE, check=True)
        statistics = json.loads(decoded.stdout)
        # For all engines, rounded to the four digits that `vgg data inspect` prints for a configuration.
        self.mean, self.deviation = round(statistics["mean"], 4), round(statistics["deviation"], 4)
        self.configuration.write_text(self.recipe.configuration(self.mean, self.deviation))

    def turn(self, engine, seed):
        """The result of one process's training, and how busy other work kept the machine."""
        others, before = machine.Others(), machine.children_seconds()
        result = self.vgg(seed) if engine == "vgg" else self.pytorch(engine, seed)
        return {"seed": seed, **result, "others": others.processors(machine.children_seconds() - before)}

    def vgg(self, seed):
        run = self.folder / f"{self.recipe.name}-{seed}"
        seconds, peak = whole_process.run(
            [self.arguments.vgg, "train", str(self.configuration), "--data", f"{self.data}/train", "--test",
             f"{self.data}/test", "--epochs", str(self.epochs), "--seed", str(seed), "--threads",
             str(self.arguments.threads), "-o", str(run)])
        photos = sum(len(files) for _, _, files in os.walk(self.data / "train"))
        with open(run / "metrics.csv") as file:
            epochs = [{key: float(value) for key, value in line.items()} for line in csv.DictReader(file)]
        return {
            "accuracy": epochs[-1]["test_accuracy"], "training_s": seconds, "process_s": seconds,
            "epochs_s": [photos / epoch["images_per_second"] for epoch in epochs],
            "tested_epochs_s": [epoch["seconds"] for epoch in epochs], "peak_rss_bytes": peak}

    def pytorch(self, setting, seed):
        output = self.folder / "answer.json"
        seconds, _ = whole_process.run(
            [str(self.python), "-W", "ignore", "-m", "peers.whole_training", self.recipe.name, str(self.tensors),
             str(self.mean), str(self.deviation), setting, str(self.arguments.threads), str(seed), str(self.epochs),
             str(output)], self.environment | (BEST_ENVIRONMENT if setting == "best" else {}))
        return {**json.loads(output.read_text()), "process_s": seconds}


def measure(training, seeds):
    """{engine: [one turn per seed]}."""
    turns = {engine: [] for engine in ENGINES}
    order = list(ENGINES)
    for seed in range(seeds):
        for engine in order[seed % len(order):] + order[:seed % len(order)]:
            say(f"{training.recipe.name}: seed {seed}, {ENGINES[engine]}")
            turns[engine].append(training.turn(engine, seed))
    return turns


# The values in a table's line: a turn's number, and its format.
MEASURES = {
    "training, s": (lambda turn: turn["training_s"], "{:.2f}"),
    "an epoch, s": (lambda turn: statistics.median(turn["epochs_s"]), "{:.3f}"),
    "whole process, s": (lambda turn: turn["process_s"], "{:.2f}"),
    "peak memory, MiB": (lambda turn: turn["peak_rss_bytes"] / MIB, "{:,.0f}"),
}


def median(turns, measure):
    return statistics.median(map(measure, turns))


def ratio(turns, engine, measure):
    """The median over seeds of a peer's value divided by vgg's."""
    return statistics.median(
        measure(theirs) / measure(ours) for theirs, ours in zip(turns[engine], turns["vgg"], strict=True))


def titles(engines):
    """The headings of a table with one column per engine of {key: title}."""
    return ["", *engines.values(), *(f"{ENGINES[engine]} / vgg" for engine in PEERS)]


def description(recipe, epochs, threads, seeds):
    number = "1 seed" if seeds == 1 else f"medians of {seeds} seeds"
    return f"{recipe.title}: {epochs} epochs, batch {recipe.batch}, {threads} threads, {number}"


def rows(turns):
    def each(text):
        return [text(turns[engine]) for engine in ENGINES]

    yield ["test accuracy", *each(lambda of: f"{median(of, accuracy):.2%}"), *[""] * len(PEERS)]
    yield ["test accuracy of each seed", *each(lambda of: ", ".join(f"{accuracy(turn):.2%}" for turn in of)), *[""] * len(PEERS)]
    for title, (measure, form) in MEASURES.items():
        yield [title, *each(lambda of: form.format(median(of, measure))),
               *(f"{ratio(turns, engine, measure):.2f}" for engine in PEERS)]
    yield ["processors others used", *each(lambda of: f"{max(turn['others'] for turn in of):.2f}"), *[""] * len(PEERS)]


def accuracy(turn):
    return turn["accuracy"]


def verdicts(recipe, turns):
    """(whether it holds, its description) for each mark: those of the recipe, and PyTorch in this run."""
    ours = turns["vgg"]
    training, epoch, _, memory = (measure for measure, _ in MEASURES.values())
    reached = median(ours, accuracy)
    yield reached >= recipe.accuracy, f"accuracy {reached:.2%}, {recipe.accuracy:.1%} asked"
    for title, measure, unit, scale, mark in (
            ("training", training, "s", 1, recipe.training_s), ("an epoch", epoch, "s", 1, recipe.epoch_s),
            ("memory", memory, "MB", MIB / 1e6, recipe.peak_bytes and recipe.peak_bytes / 1e6)):
        own = median(ours, measure) * scale
        marks = {ENGINES[engine]: median(turns[engine], measure) * scale for engine in PEERS}
        if mark:
            marks["PyTorch when the marks were set"] = mark
        for name, theirs in marks.items():
            yield own < theirs, f"{title}: {own:,.2f} {unit}, below {theirs:,.2f} of {name}"


def main():
    arguments = parse()
    python = arguments.python or environment.prepare(arguments.venv.resolve(), say)
    run = {"machine": machine.describe(), "date": datetime.date.today().isoformat(), "threads": arguments.threads,
           "versions": environment.versions(python, ["torch"]), "engines": ENGINES, "trainings": {}}
    judged = []
    for name in arguments.only:
        with tempfile.TemporaryDirectory(prefix="vgg-trainings-") as temporary:
            training = Training(name, arguments, python.absolute(), Path(temporary))
            turns = measure(training, arguments.seeds)
        recipe = training.recipe
        run["trainings"][name] = {
            "configuration": recipe.configuration(training.mean, training.deviation), "epochs": training.epochs,
            "turns": turns}
        if arguments.output:  # measurements are saved at once
            arguments.output.write_text(json.dumps(run, indent=1) + "\n")
        print(f"\n{description(recipe, training.epochs, arguments.threads, arguments.seeds)}\n")
        print("\n".join(table(titles(ENGINES), rows(turns))), flush=True)
        judged += [(holds, f"{name}: {text}") for holds, text in verdicts(recipe, turns)]
    print()
    for holds, text in judged:
        print(f"- {'holds' if holds else 'WRONG'}: {text}")
    sys.exit(0 if all(holds for holds, _ in judged) else 1)


if __name__ == "__main__":
    main()
