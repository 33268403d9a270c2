#!/usr/bin/env python3
"""Checks emitted Python files with `mypy --strict` and with ruff, including its rules I (imports) and UP (current syntax).

    python3 -m venv .venv && .venv/bin/pip install mypy ruff
    vggc emit --pytorch Configs/custom.yaml -o modules/custom.py
    vggc emit --pytorch Configs/custom.yaml --train training
    .venv/bin/python Scripts/checks/emitted-python.py modules training

mypy takes the types of PyTorch from torch-stubs, so PyTorch need not be installed. Each FOLDER is checked by itself.

Exit status: 0 nothing found, 1 something found, 64 usage error, 69 mypy or ruff is not installed.
"""

import importlib.util
import os
import pathlib
import subprocess
import sys

STUBS = pathlib.Path(__file__).resolve().parent / "torch-stubs"
CHECKS = (
    ["mypy", "--strict", "--cache-dir", os.devnull, "--no-error-summary", "."],
    ["ruff", "check", "--quiet", "--no-cache", "--isolated", "--extend-select", "I,UP", "."],
)


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    for words in CHECKS:
        if importlib.util.find_spec(words[0]) is None:
            print(f"{words[0]} is not installed for this Python", file=sys.stderr)
            return 69
    environment = {**os.environ, "MYPYPATH": str(STUBS)}
    statuses = [
        subprocess.run([sys.executable, "-m", *words], cwd=folder, env=environment).returncode
        for folder in sys.argv[1:]
        for words in CHECKS
    ]
    return 1 if any(statuses) else 0


if __name__ == "__main__":
    sys.exit(main())
