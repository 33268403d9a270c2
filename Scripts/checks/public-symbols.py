#!/usr/bin/env python3
"""Compares the public symbols of libraries with the lists in Docs/PublicSymbols, which say why each is public.

    python3 Scripts/checks/public-symbols.py MODULE.symbols.json...

Each line of Docs/PublicSymbols/MODULE.tsv has a symbol, a tab and the reason; overloads with the same name have a line each. The
symbol graphs are those that swift symbolgraph-extract writes (Scripts/build-docs). A symbol without a line, a line without a symbol,
a line without a reason and a wrong order are errors; so a symbol cannot become public by accident, or disappear unnoticed. So is a
declaration with a type of this package that the graph does not have: a user of the library alone could not name it.

    python3 Scripts/checks/public-symbols.py --record MODULE.symbols.json...

writes the lists again, with the reasons that they have; the others are empty and must be filled in.

Exit status: 0 they agree, 1 not, 64 usage error.
"""

import collections
import json
import pathlib
import re
import sys

LISTS = pathlib.Path(__file__).resolve().parents[2] / "Docs" / "PublicSymbols"


# The beginning of the mangled names of this package's modules: s:10VGGRuntime...
OWN = re.compile(r"s:\d+VGG")


def symbols(graph):
    """The paths of the public symbols."""
    return [".".join(symbol["pathComponents"]) for symbol in graph["symbols"]]


def nameless(graph):
    """The declarations with a type that a user cannot name, as pairs of symbol and type."""
    known = {symbol["identifier"]["precise"] for symbol in graph["symbols"]}
    for symbol in graph["symbols"]:
        for part in symbol.get("declarationFragments", []):
            type = part.get("preciseIdentifier", "")
            if part["kind"] == "typeIdentifier" and OWN.match(type) and type not in known:
                yield ".".join(symbol["pathComponents"]), part["spelling"]


def entries(file):
    """The list's lines as pairs of symbol and reason."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [(symbol.strip(), reason.strip()) for symbol, _, reason in (line.partition("\t") for line in lines if line)]


def problems(file, listed, present):
    name = file.relative_to(LISTS.parents[1])
    wanted, found = collections.Counter(present), collections.Counter(symbol for symbol, _ in listed)
    for symbol in sorted((wanted - found).elements()):
        yield f"{name}: {symbol} is public, but has no line that says why"
    for symbol in sorted((found - wanted).elements()):
        yield f"{name}: {symbol} is listed, but is not public"
    for symbol, reason in listed:
        if not reason:
            yield f"{name}: {symbol} has no reason; write one after a tab, or make the symbol package"
    if [symbol for symbol, _ in listed] != sorted(symbol for symbol, _ in listed):
        yield f"{name}: the lines are not in order; run Scripts/checks/public-symbols.py --record"


def record(file, listed, present):
    reasons = collections.defaultdict(list)
    for symbol, reason in listed:
        reasons[symbol].append(reason)
    lines = [f"{symbol}\t{reasons[symbol].pop(0) if reasons[symbol] else ''}".rstrip(" ") for symbol in present]
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def main():
    arguments = sys.argv[1:]
    is_recording = arguments[:1] == ["--record"]
    paths = arguments[1:] if is_recording else arguments
    if not paths:
        print(__doc__, file=sys.stderr)
        return 64
    modules, found = collections.defaultdict(list), []
    for path in paths:
        graph = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        module = graph["module"]["name"]
        modules[module] += symbols(graph)
        found += [f"{module}: {symbol} has the type {type}, which the library does not export" for symbol, type in nameless(graph)]
    for module, present in sorted(modules.items()):
        file = LISTS / f"{module}.tsv"
        listed = entries(file)
        if is_recording:
            record(file, listed, sorted(present))
        else:
            found += problems(file, listed, present)
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
