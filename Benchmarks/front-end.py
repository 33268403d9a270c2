#!/usr/bin/env python3
"""Times `vggc check` as a whole process, and the growth of its time with the configuration.

    python3 Benchmarks/front-end.py [--vggc PATH] [--rounds N]

First every file in Configs against the peer `python3 -c pass`, the start of an interpreter, which other tools need
before they can do anything: in each round every command runs once, one after the other, so that a change of the
machine's speed affects all alike; the medians and their ratio are printed. Then generated configurations of 10,000,
100,000 and 1,000,000 feature elements: time, and the largest resident memory.

Prints Markdown; Docs/Benchmarks.md has a summary of it. Needs only Python's standard library and a built vggc
(`Scripts/setup`).
"""

import argparse
import os
import platform
import statistics
import sys
import tempfile
from pathlib import Path

from whole_process import run

ROOT = Path(__file__).resolve().parent.parent


def interpreter():
    """The interpreter itself, not a launcher in front of it."""
    return os.path.realpath(sys.executable)


def compare_with_interpreter(vggc, rounds):
    files = sorted((ROOT / "Configs").glob("*.yaml"))
    peer = [interpreter(), "-c", "pass"]
    commands = {"python3 -c pass": peer}
    commands |= {f"vggc check Configs/{file.name}": [vggc, "check", str(file)] for file in files}
    times = {name: [] for name in commands}
    for name, command in commands.items():
        run(command)
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(run(command)[0])
    base = statistics.median(times["python3 -c pass"])
    print(f"| whole process, median of {rounds} interleaved rounds | ms | against `python3 -c pass` |")
    print("|---|---:|---:|")
    for name, values in times.items():
        median = statistics.median(values)
        print(f"| `{name}` | {median * 1000:.1f} | {median / base:.2f} |")


def write_configuration(path, count):
    path.write_text(
        "input: [3, 64, 64]\nfeatures: [" + ", ".join(["64"] * count) + "]\n"
        "classifier: {hidden: [], classes: 10}\n")


def growth(vggc, rounds):
    print("| feature elements | s | peak memory, MiB | s for each million | MiB for each million |")
    print("|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        for count in (10_000, 100_000, 1_000_000):
            path = Path(folder) / f"{count}.yaml"
            write_configuration(path, count)
            results = [run([vggc, "check", str(path)]) for _ in range(rounds)]
            seconds = statistics.median(result[0] for result in results)
            memory = statistics.median(result[1] for result in results) / 2**20
            print(
                f"| {count:,} | {seconds:.3f} | {memory:.0f} | {seconds * 1e6 / count:.2f} | "
                f"{memory * 1e6 / count:.0f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vggc", default=str(ROOT / ".build/release/vggc"), help="the built program")
    parser.add_argument("--rounds", type=int, default=41, help="rounds of the comparison (default 41)")
    arguments = parser.parse_args()
    if not os.access(arguments.vggc, os.X_OK):
        sys.exit(f"{arguments.vggc} not found; build it first with Scripts/setup")
    model = next(
        (line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor()) if os.path.exists("/proc/cpuinfo") else platform.processor()
    print(f"{model}, {os.cpu_count()} processors, {platform.system()}; Python {platform.python_version()}\n")
    compare_with_interpreter(arguments.vggc, arguments.rounds)
    print()
    growth(arguments.vggc, max(3, arguments.rounds // 8))


if __name__ == "__main__":
    main()
