#!/usr/bin/env python3
"""Times training steps of `vgg` against PyTorch's, in its default setting and in its best one.

    python3 Benchmarks/training.py [--rounds N] [--only custom,…] [--threads 2] [-o FILE.json]

A step is forward, backward and SGD's update with momentum and weight decay, on the same random batch each time. In each
round every engine takes its turn in a separate process, in an order that rotates; two steps of a turn are not counted. An
engine's time is the median over rounds of its turns' medians, and the ratios are medians of the rounds' ratios. Memory is
the largest resident size of a process.

PyTorch is installed as for runtime.py. Needs a built `vgg` (`swift build -c release --product vgg`).
"""

import argparse
import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

from peers import environment, machine, report
from peers.training import BEST_ENVIRONMENT, yaml


BENCHMARKS = Path(__file__).resolve().parent
LINES = {"digits": (32, 100), "custom": (64, 5), "vgg16": (8, 2)}  # batch, steps per turn
ENGINES = {"vgg": "vgg", "default": "PyTorch", "best": "PyTorch, best setting"}


def parse():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each network (default 5)")
    parser.add_argument("--only", default=",".join(LINES), metavar="NAME,…", help="networks (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=2, help="threads of every engine (default 2)")
    parser.add_argument("--vgg", default=str(BENCHMARKS.parent / ".build/release/vgg"), help="the built program")
    parser.add_argument("--venv", type=Path, default=BENCHMARKS / ".venv", help="PyTorch's virtual environment")
    parser.add_argument("--python", type=Path, help="an interpreter that has PyTorch, instead of --venv")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.json", help="write every measured time to this file")
    arguments = parser.parse_args()
    arguments.only = [name for name in arguments.only.split(",") if name]
    for name in arguments.only:
        if name not in LINES:
            parser.error(f"unknown network '{name}'; the networks are {', '.join(LINES)}")
    if not os.access(arguments.vgg, os.X_OK):
        parser.error(f"{arguments.vgg} not found; build it with `swift build -c release --product vgg`")
    return arguments


def turn(engine, name, arguments, python, folder):
    """{"times_ms": […], "peak_rss_bytes": …} of one process."""
    batch, steps = LINES[name]
    if engine == "vgg":
        path = folder / f"{name}.yaml"
        path.write_text(yaml(name))
        command = [arguments.vgg, "bench", str(path), "--training", "--format", "json", "--batch", str(batch), "--runs",
                   str(steps), "--warmup", "2", "--threads", str(arguments.threads)]
        surroundings = os.environ
    else:
        command = [str(python), "-W", "ignore", "-m", "peers.training", name, str(batch), str(arguments.threads),
                   str(steps), engine]
        surroundings = os.environ | (BEST_ENVIRONMENT if engine == "best" else {})
    others = machine.Others()
    before = machine.children_seconds()
    done = subprocess.run(command, cwd=BENCHMARKS, env=surroundings, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{ENGINES[engine]} failed at {name}: {done.stderr.strip()[-500:]}")
    own = machine.children_seconds() - before
    answer = json.loads(done.stdout)
    return {key: answer[key] for key in ("times_ms", "peak_rss_bytes")} | {"others": others.processors(own)}


def measure(name, arguments, python, folder):
    turns = {engine: [] for engine in ENGINES}
    order = list(ENGINES)
    for number in range(arguments.rounds):
        print(f"{name}: round {number + 1} of {arguments.rounds}", file=sys.stderr, flush=True)
        for engine in order[number % len(order):] + order[:number % len(order)]:
            turns[engine].append(turn(engine, name, arguments, python, folder))
    return turns


def median(turns):
    return statistics.median(statistics.median(turn["times_ms"]) for turn in turns)


def ratio(turns, engine):
    return statistics.median(
        statistics.median(theirs["times_ms"]) / statistics.median(ours["times_ms"])
        for theirs, ours in zip(turns[engine], turns["vgg"]))


def titles(engines):
    """The headings of a table with one column per engine of {key: title}."""
    return ["ms per step", "batch", *engines.values(), "vgg, times as fast as the best setting",
            f"memory, MiB: {' / '.join(ENGINES.values())}"]


def row(name, turns):
    memory = " / ".join(
        f"{max(turn['peak_rss_bytes'] for turn in turns[engine]) / report.MIB:,.0f}" for engine in ENGINES)
    return [name, str(LINES[name][0]), *(f"{median(turns[engine]):,.1f}" for engine in ENGINES),
            f"{ratio(turns, 'best'):.2f}", memory]


def main():
    arguments = parse()
    python = arguments.python or environment.prepare(
        arguments.venv.resolve(), lambda text: print(text, file=sys.stderr, flush=True))
    with tempfile.TemporaryDirectory(prefix="vgg-training-") as temporary:
        results = {name: measure(name, arguments, python, Path(temporary)) for name in arguments.only}
    run = {"machine": machine.describe(), "date": datetime.date.today().isoformat(), "threads": arguments.threads,
           "versions": environment.versions(python, ["torch"]), "engines": ENGINES, "lines": results}
    if arguments.output:
        arguments.output.write_text(json.dumps(run, indent=1) + "\n")
    print(f"Milliseconds per step, {arguments.threads} threads, medians of {arguments.rounds} rounds.\n")
    print("\n".join(report.table(titles(ENGINES), (row(name, turns) for name, turns in results.items()))))


if __name__ == "__main__":
    main()
