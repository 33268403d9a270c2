#!/usr/bin/env python3
"""Validates graphs that `vggc emit --json` wrote against their JSON Schema, by PyPI's jsonschema.

    python3 -m venv .venv && .venv/bin/pip install jsonschema
    .venv/bin/python Scripts/checks/graph-json.py Docs/schema/graph.schema.json GRAPH.json...

With --strict it also removes every key from each graph, adds a key to every object and changes the type of
every value, one at a time, and expects the schema to refuse each result.

Exit status: 0 all as expected, 1 not, 64 usage error, 69 jsonschema is not installed.
"""

import copy
import json
import sys

try:
    import jsonschema
except ImportError:
    print("jsonschema is not installed for this Python", file=sys.stderr)
    sys.exit(69)


# Written only if they are not PyTorch's defaults; `ceil_mode` is optional for average pooling alone.
OPTIONAL = {"dilation", "groups", "count_include_pad"}


def places(value, path=()):
    """The path of every value inside `value`; for lists only the first and last element."""
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], path + (key,))
    elif isinstance(value, list) and value:
        for index in {0, len(value) - 1}:
            yield from places(value[index], path + (index,))


def at(document, path):
    for step in path:
        document = document[step]
    return document


def mutations(document):
    """Documents that differ from a valid one in one place, with a description of the difference."""
    for path in places(document):
        value = at(document, path)
        if isinstance(value, dict):
            changed = copy.deepcopy(document)
            at(changed, path)["unheard_of"] = 1
            yield f"an additional key at {path}", changed
            for key in value:
                if key in OPTIONAL or (key == "ceil_mode" and path[-1:] == ("attributes",)):
                    continue
                changed = copy.deepcopy(document)
                del at(changed, path)[key]
                yield f"no {key} at {path}", changed
        if path:
            changed = copy.deepcopy(document)
            at(changed, path[:-1])[path[-1]] = {"wrong": "type"}
            yield f"another type at {path}", changed


def faults_of(validator, name, strict):
    with open(name, encoding="utf-8") as file:
        document = json.load(file)
    faults = [
        f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message}"
        for error in validator.iter_errors(document)
    ]
    if strict and not faults:
        # One layer of each kind is enough, and keeps the number of documents small.
        for layer in {layer["kind"]: layer for layer in document["layers"]}.values():
            faults += [
                f"{name}: the schema accepts {how}"
                for how, changed in mutations({**document, "layers": [layer]})
                if validator.is_valid(changed)
            ]
    return faults


def main():
    arguments = [a for a in sys.argv[1:] if a != "--strict"]
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    with open(arguments[0], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = [f for name in arguments[1:] for f in faults_of(validator, name, "--strict" in sys.argv)]
    print("\n".join(faults) or f"{len(arguments) - 1} valid")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
