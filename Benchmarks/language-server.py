#!/usr/bin/env python3
"""Times `vggc lsp` as an editor uses it: from a key stroke to the diagnostics that answer it.

    Scripts/setup
    python3 Benchmarks/language-server.py [--vggc PATH] [--layers 1000] [--strokes 200] [-o FILE.json]

Opens a configuration of --layers feature elements, then types: every stroke makes an element wrong or right again, with
an incremental edit, and the next stroke follows when the diagnostics have arrived. Then it times a burst, in which all
strokes are sent at once, and every other request that an editor makes after a stroke. Prints a Markdown table. Exit
status: 0, or 1 if the slowest stroke takes longer than 50 ms at 1,000 layers, or the answers are wrong.
"""

import argparse
import json
import pathlib
import platform
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
URI = "file:///benchmark/deep.yaml"


class Client:
    """Writes messages and reads them, one after the other."""

    def __init__(self, vggc):
        self.process = subprocess.Popen([vggc, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.last = 0

    def send(self, method, params, id=None):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if id is not None:
            message["id"] = id
        body = json.dumps(message).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def flush(self):
        self.process.stdin.flush()

    def read(self):
        length = None
        while (line := self.process.stdout.readline()) not in (b"\r\n", b""):
            length = int(line.split(b":")[1])
        if length is None:
            sys.exit("the server ended")
        return json.loads(self.process.stdout.read(length))

    def request(self, method, params):
        self.last += 1
        self.send(method, params, id=self.last)
        self.flush()
        while (answer := self.read()).get("id") != self.last:
            pass
        return answer["result"]

    def diagnostics(self, version):
        while True:
            params = self.read().get("params", {})
            if params.get("version") == version:
                return params["diagnostics"]


def deep(layers):
    """VGG's blocks, over and over, in the list style of a long configuration, with a comment that is not ASCII."""
    lines = ["input: [3, 64, 64]", "features: # 특징"]
    lines += [f"  - {64 if index % 2 else 'conv3-64'}" for index in range(layers - 1)]
    return "\n".join(lines + ["  - M", "avgpool: 1", "classifier: {hidden: [64], classes: 10}"]) + "\n"


def edit(version, line, start, end, text):
    return {"textDocument": {"uri": URI, "version": version}, "contentChanges": [
        {"range": {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}, "text": text}]}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--vggc", default=str(ROOT / ".build/release/vggc"))
    arguments.add_argument("--layers", type=int, default=1000)
    arguments.add_argument("--strokes", type=int, default=200)
    arguments.add_argument("-o", "--output")
    options = arguments.parse_args()

    client = Client(options.vggc)
    client.request("initialize", {"capabilities": {"textDocument": {
        "publishDiagnostics": {"relatedInformation": True},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True}}}})
    client.send("initialized", {})

    text = deep(options.layers)
    start = time.perf_counter()
    client.send("textDocument/didOpen", {"textDocument": {
        "uri": URI, "languageId": "yaml", "version": 0, "text": text}})
    client.flush()
    client.diagnostics(0)
    opening = time.perf_counter() - start

    # A letter after the element in the middle, and the same letter taken away again.
    line = 2 + options.layers // 2
    end = len(text.split("\n")[line])
    strokes = []
    right = True
    for version in range(1, options.strokes + 1):
        wrong = version % 2 == 1
        start = time.perf_counter()
        client.send("textDocument/didChange", edit(
            version, line, end, end if wrong else end + 1, "x" if wrong else ""))
        client.flush()
        found = client.diagnostics(version)
        strokes.append(time.perf_counter() - start)
        right = right and any(d["severity"] == 1 for d in found) == wrong

    version = options.strokes
    start = time.perf_counter()
    for _ in range(options.strokes):
        version += 1
        wrong = version % 2 == 1
        client.send("textDocument/didChange", edit(
            version, line, end, end if wrong else end + 1, "x" if wrong else ""))
    client.flush()
    client.diagnostics(version)
    burst = time.perf_counter() - start

    document = {"textDocument": {"uri": URI}}
    position = {**document, "position": {"line": line, "character": end}}
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": options.layers + 9, "character": 0}}
    requests = {}
    for name, method, params in [
        ("inlay hints of the whole file", "inlayHint", {**document, "range": whole}),
        ("hover", "hover", position),
        ("completion", "completion", position),
        ("outline", "documentSymbol", document),
        ("code actions", "codeAction", {**document, "range": whole, "context": {"diagnostics": []}}),
        ("formatting", "formatting", {**document, "options": {"tabSize": 2, "insertSpaces": True}}),
    ]:
        times = []
        for _ in range(21):
            start = time.perf_counter()
            client.request(f"textDocument/{method}", params)
            times.append(time.perf_counter() - start)
        requests[name] = statistics.median(times)
    client.request("shutdown", None)
    client.send("exit", None)
    client.flush()
    status = client.process.wait()

    rows = [
        ("from a stroke to its diagnostics, median", statistics.median(strokes)),
        ("the same, the slowest", max(strokes)),
        (f"{options.strokes} strokes sent at once, to the last one's diagnostics", burst),
        ("opening the file, to its diagnostics", opening),
    ] + list(requests.items())
    print(f"{platform.machine()}, {platform.system()}; {options.layers:,} feature elements, {options.strokes} strokes\n")
    print("| `vggc lsp` | ms |\n|---|---:|")
    for name, seconds in rows:
        print(f"| {name} | {seconds * 1000:.1f} |")
    if options.output:
        pathlib.Path(options.output).write_text(json.dumps(
            {"layers": options.layers, "strokes": strokes, "burst": burst, "opening": opening, "requests": requests},
            indent=1) + "\n")
    if not right or status != 0:
        print("the answers are wrong", file=sys.stderr)
        sys.exit(1)
    if options.layers == 1000 and max(strokes) > 0.05:
        print("a stroke took longer than 50 ms", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
