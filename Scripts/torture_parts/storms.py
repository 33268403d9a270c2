"""Storms in the language server: edits, cancellations and broken frames as fast as they can be sent."""

import json
import os
import re
import select
import threading

from .session import CRASHES, Finding

NAME = "storms"
SHARE = 2
URI = "file:///storm/model.yaml"
METHODS = ["hover", "inlayHint", "completion", "codeAction", "documentSymbol", "definition", "formatting", "references",
           "documentHighlight", "prepareRename", "rename", "documentLink", "foldingRange", "selectionRange", "codeLens",
           "semanticTokens/full", "semanticTokens/range", "rangeFormatting", "diagnostic"]
# The time within which a client sends a storm and the server handles it.
PATIENCE = 60
# The seconds without output after which the server counts as waiting.
QUIET = 0.4
MOST_MEMORY = 1 << 30


class Part:
    def __init__(self, session):
        self.session = session
        configurations = sorted((session.root / "Configs").rglob("*.yaml"))
        self.texts = [path.read_text() for path in configurations if path.stat().st_size < 20_000]

    def run(self, random):
        storm = Storm(random, self.texts)
        answers, errors, status, memory = self.exchanged(storm)
        if status != 0 or CRASHES.search(errors):
            raise Finding("the language server ends with an error" if status >= 0 else f"signal {-status} ends vggc lsp",
                          f"status {status}: {errors[-1000:].decode(errors='replace')}", {"stream": storm.stream})
        if memory and memory > MOST_MEMORY:
            raise Finding("the language server's memory grows", f"to {memory >> 20} MiB", {"stream": storm.stream})
        try:
            self.check(storm, messages(answers))
        except Finding as finding:
            raise Finding(finding.kind, finding.details, {"stream": storm.stream, "answers": answers}) from None

    def exchanged(self, storm):
        """A server's answers to a storm, its status, and its largest memory."""
        folder = self.session.fresh("storms")
        with open(folder / "errors", "wb") as errors:
            process = self.session.start(["vggc", "lsp"], folder, input=b"", stderr=errors)
            memory = []
            before, after = bytes(storm.stream[:storm.pause]), bytes(storm.stream[storm.pause:])
            writer = threading.Thread(target=written, args=(process.stdin, before), daemon=True)
            timer = threading.Timer(PATIENCE, process.kill)
            timer.start()
            writer.start()
            answers, is_quiet = bytearray(), False
            while True:
                if not is_quiet and not select.select([process.stdout], [], [], QUIET)[0] and not writer.is_alive():
                    is_quiet = True
                    written(process.stdin, after)
                    process.stdin.close()
                piece = os.read(process.stdout.fileno(), 1 << 16) if is_quiet or select.select(
                    [process.stdout], [], [], 0)[0] else None
                if piece == b"":
                    break
                answers += piece or b""
                memory.append(resident(process.pid))
            ended_in_time = timer.is_alive()
            status = process.wait()
            timer.cancel()
            writer.join(5)
            self.session.end(process)
        if not ended_in_time:
            raise Finding("the language server does not end", f"within {PATIENCE} s", {"stream": storm.stream})
        return bytes(answers), (folder / "errors").read_bytes(), status, max(filter(None, memory), default=None)

    def check(self, storm, answers):
        """Checks that each request has one answer, and the last diagnostics are those of the last text."""
        ids = [answer["id"] for answer in answers if "id" in answer and "method" not in answer
               and answer["id"] is not None]
        wanted = sorted(storm.requests)
        if sorted(ids) != wanted:
            missing, more = set(wanted) - set(ids), [number for number in ids if ids.count(number) > 1]
            raise Finding("a request has no answer" if missing else "a request has two answers",
                          f"missing {sorted(missing)}, more than once {sorted(set(more))}")
        published = [answer["params"] for answer in answers
                     if answer.get("method") == "textDocument/publishDiagnostics" and answer["params"]["uri"] == URI]
        fresh = Storm.calm(storm.text)
        calm, _, _, _ = self.exchanged(fresh)
        expected = [answer["params"] for answer in messages(calm)
                    if answer.get("method") == "textDocument/publishDiagnostics"]
        if not expected or not published:
            raise Finding("the language server publishes nothing", f"{len(expected)} and {len(published)}")
        if published[-1]["diagnostics"] != expected[-1]["diagnostics"]:
            raise Finding("the last diagnostics are not those of the last text",
                          f"{json.dumps(published[-1])[:500]} not {json.dumps(expected[-1])[:500]}",
                          {"text": storm.text.encode()})


class Storm:
    """A client's messages, the requests that need answers, and its document's text at the end."""

    def __init__(self, random, texts):
        self.stream, self.requests, self.version = bytearray(), [], 1
        self.text = random.choice(texts)
        self.begin()
        for _ in range(random.randint(20, 400)):
            step = random.choices([self.edit, self.replace, self.ask, self.cancel, self.break_a_frame,
                                   self.other_documents], [10, 2, 8, 3, 2, 1])[0]
            step(random, texts)
        self.finish()

    @classmethod
    def calm(cls, text):
        storm = cls.__new__(cls)
        storm.stream, storm.requests, storm.version, storm.text = bytearray(), [], 1, text
        storm.begin()
        storm.finish()
        return storm

    def begin(self):
        capabilities = {"general": {"positionEncodings": ["utf-32"]}}
        self.request("initialize", processId=None, rootUri=None, capabilities=capabilities)
        self.notify("initialized")
        self.notify("textDocument/didOpen",
                    textDocument={"uri": URI, "languageId": "yaml", "version": 1, "text": self.text})

    def finish(self):
        """Waits for the diagnostics, which come when no message waits, and ends the server."""
        self.pause = len(self.stream)
        self.request("shutdown")
        self.notify("exit")

    # Frames

    def send(self, frame):
        self.stream += frame

    def message(self, **content):
        body = json.dumps({"jsonrpc": "2.0", **content}).encode()
        self.send(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method, **params):
        self.message(method=method, params=params)

    def request(self, method, **params):
        number = len(self.requests) + 1
        self.requests.append(number)
        self.message(id=number, method=method, params=params)

    # Steps

    def edit(self, random, texts):
        """Replaces a part of the text."""
        start = random.randrange(len(self.text) + 1)
        end = min(len(self.text), start + random.choice([0, 0, 1, 2, 30]))
        new = random.choice(["", "M", "64, ", "\n", "  ", ":", "[", "{", "🧠", "한", "\t", "&a *a", "'", "- "])
        self.version += 1
        self.notify("textDocument/didChange", textDocument={"uri": URI, "version": self.version}, contentChanges=[
            {"range": {"start": position(self.text, start), "end": position(self.text, end)}, "text": new}])
        self.text = self.text[:start] + new + self.text[end:]

    def replace(self, random, texts):
        self.version += 1
        self.text = random.choice(texts)
        self.notify("textDocument/didChange", textDocument={"uri": URI, "version": self.version},
                    contentChanges=[{"text": self.text}])

    def ask(self, random, texts):
        place = position(self.text, random.randrange(len(self.text) + 1))
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": 1 << 20, "character": 0}}
        self.request(f"textDocument/{random.choice(METHODS)}", textDocument={"uri": URI}, position=place, range=whole,
                     positions=[place], newName=random.choice(["a", "model", "x y", ""]),
                     context={"diagnostics": [], "includeDeclaration": True}, options={"tabSize": 2, "insertSpaces": True})

    def cancel(self, random, texts):
        self.notify("$/cancelRequest", id=random.choice(self.requests[1:][-5:] + [1 << 40]))

    def break_a_frame(self, random, texts):
        """Sends a frame that is not a message; later messages are read again."""
        junk = random.randbytes(random.randint(1, 60))
        self.send(random.choice([
            b"Content-Length: %d\r\n\r\n" % len(junk) + junk,
            b"Content-Length: 2\r\n\r\n[]", b"Content-Length: 4\r\n\r\nnull", b"Content-Length: 0\r\n\r\n",
            b"Content-Type: text/plain\r\n\r\n", b"\r\n", b"Length: -5\r\n\r\n", b"Content-Length x\r\n\r\n",
            b'Content-Length: 17\r\n\r\n{"jsonrpc":"2.0"}', b"X: " + b"y" * 9000 + b"\r\n\r\n"]))

    def other_documents(self, random, texts):
        uri = f"file:///storm/{random.choice('abc')}.yaml"
        kind = random.choice(["didOpen", "didClose", "didSave", "didChange"])
        more = {"contentChanges": [{"text": "extends: model.yaml\n"}]} if kind == "didChange" else {}
        self.notify(f"textDocument/{kind}", textDocument={
            "uri": uri, "languageId": "yaml", "version": 1, "text": random.choice(texts)}, **more)


def position(text, offset):
    """A position as the protocol counts it here, in scalars of a line."""
    before = re.split("\r\n|\n|\r", text[:offset])
    return {"line": len(before) - 1, "character": len(before[-1])}


def written(stream, content):
    try:
        stream.write(content)
        stream.flush()
    except OSError:
        pass


def resident(process):
    """Resident bytes; `None` if the system does not report them."""
    try:
        with open(f"/proc/{process}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return None


def messages(stream):
    """The messages in a server's output, which must have nothing else."""
    found, place = [], 0
    while place < len(stream):
        head = re.compile(rb"Content-Length: (\d+)\r\n\r\n").match(stream, place)
        if not head or head.end() + int(head[1]) > len(stream):
            raise Finding("the language server writes bytes that are not a message", repr(stream[place:place + 200]))
        try:
            found.append(json.loads(stream[head.end():head.end() + int(head[1])]))
        except ValueError as error:
            raise Finding("the language server writes text that is not JSON", str(error)) from None
        place = head.end() + int(head[1])
    return found
