#!/usr/bin/env python3
"""Names every public symbol that has no documentation comment, in the symbol graphs that swift symbolgraph-extract writes.

    python3 Scripts/checks/symbol-comments.py MODULE.symbols.json...

Exit status: 0 all have one, 1 not, 64 usage error.
"""

import json
import sys


def undocumented(path):
    with open(path, encoding="utf-8") as file:
        graph = json.load(file)
    return [f"{graph['module']['name']}: {'.'.join(symbol['pathComponents'])} has no documentation comment"
            for symbol in graph["symbols"] if "docComment" not in symbol]


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    missing = [line for path in sys.argv[1:] for line in undocumented(path)]
    print("\n".join(missing), end="\n" if missing else "", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
