#!/usr/bin/env python3
"""Validates the JSON documents of vggc and vgg against their JSON Schemas, by PyPI's jsonschema.

    python3 -m venv .venv && .venv/bin/pip install jsonschema
    .venv/bin/python Scripts/checks/json-documents.py Docs/schema DOCUMENTS KIND...

DOCUMENTS has a folder for each KIND, with .json files and .jsonl files, which have a document on each line. Each conforms to
KIND.schema.json, and no longer does with another version, or with an additional key in any one of its objects. Each KIND needs a
document.

Exit status: 0 all as expected, 1 not, 64 usage error, 69 jsonschema is not installed.
"""

import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("jsonschema is not installed for this Python", file=sys.stderr)
    sys.exit(69)


def documents(folder):
    # The smallest first, since those are changed and validated again.
    for path in sorted(folder.iterdir(), key=lambda path: (path.stat().st_size, path.name)):
        text = path.read_text(encoding="utf-8")
        for number, part in enumerate(text.splitlines() if path.suffix == ".jsonl" else [text], 1):
            yield f"{path.name}:{number}", json.loads(part)


def objects(value, place=""):
    """Every object inside a value, with its place, which is the same for all elements of a list."""
    if isinstance(value, dict):
        yield place, value
        for key, part in value.items():
            yield from objects(part, f"{place}/{key}")
    elif isinstance(value, list):
        for part in value:
            yield from objects(part, f"{place}/*")


def without_repetitions(value, seen, place=""):
    """A value whose lists have no objects that were in a list of the same place before, except first ones. A schema's items are
    independent of each other, so each is validated once."""
    if isinstance(value, dict):
        return {key: without_repetitions(part, seen, f"{place}/{key}") for key, part in value.items()}
    if not isinstance(value, list):
        return value
    parts = []
    for part in value:
        text = (place, json.dumps(part)) if isinstance(part, dict) else None
        if text is None or text not in seen or not parts:
            parts.append(without_repetitions(part, seen, f"{place}/*"))
        if text is not None:
            seen.add(text)
    return parts


def open_places(schema, place="", is_part=False):
    """The places of a schema's objects that have keys and may have others; the alternatives of a closed object are parts of it."""
    if isinstance(schema, dict):
        is_closed = schema.get("additionalProperties") is False
        if "properties" in schema and not is_closed and not is_part:
            yield place
        for key, part in schema.items():
            yield from open_places(part, f"{place}/{key}", is_closed and key in ("oneOf", "anyOf", "allOf"))
    elif isinstance(schema, list):
        for index, part in enumerate(schema):
            yield from open_places(part, f"{place}/{index}", is_part)


def faults_of(kind, schema_file, folder):
    schema = json.loads(schema_file.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    if schema["$schema"] != "https://json-schema.org/draft/2020-12/schema":
        yield f"{kind}: the schema is not of draft 2020-12"
    yield from (f"{kind}: the schema allows additional keys at {place}" for place in open_places(schema))
    seen, validated, count = set(), set(), 0
    for name, document in documents(folder):
        count += 1
        document = without_repetitions(document, validated)
        error = jsonschema.exceptions.best_match(validator.iter_errors(document))
        if error:
            yield f"{kind}/{name}: {'/'.join(map(str, error.absolute_path))}: {error.message}"
            continue
        if count == 1:
            for network in document if isinstance(document, list) else [document]:
                network["format_version"] += 1
                if validator.is_valid(document):
                    yield f"{kind}/{name}: the schema accepts another version"
                network["format_version"] -= 1
        for place, value in list(objects(document)):
            if place in seen:
                continue
            seen.add(place)
            value["unheard of"] = {"unheard of": None}
            if validator.is_valid(document):
                yield f"{kind}/{name}: the schema accepts an additional key at {place}"
            del value["unheard of"]
    print(f"{kind}: {count} documents, {len(seen)} kinds of objects")
    if count == 0:
        yield f"{kind}: there is no document"


def main():
    if len(sys.argv) < 4:
        print(__doc__, file=sys.stderr)
        return 64
    schemas, folder = map(pathlib.Path, sys.argv[1:3])
    faults = [
        fault for kind in sys.argv[3:] for fault in faults_of(kind, schemas / f"{kind}.schema.json", folder / kind)
    ]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
