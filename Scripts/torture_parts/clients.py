"""Slow and greedy clients of the playground: its memory stays bounded, and proper requests are answered."""

import contextlib
import json
import os
import re
import select
import socket
import time

from .session import CRASHES, Finding, Skipped

NAME = "clients"
SHARE = 2
# The limit above its memory after the start and the first answer.
MOST_MEMORY = 256 << 20
SOUND = "input: [3, 32, 32]\nfeatures: [4, M]\nclassifier: {hidden: [], classes: 10}\n"


class Server:
    """A running playground."""

    def __init__(self, session):
        self.session = session
        folder = session.fresh("clients")
        (folder / "model.yaml").write_text(SOUND)
        self.errors = open(folder / "errors", "wb")
        self.process = session.start(["vggc", "playground", "model.yaml"], folder, stderr=self.errors)
        line = b""
        while not line.endswith(b"\n"):
            if not select.select([self.process.stdout], [], [], 20)[0]:
                raise Finding("the playground does not start", "within 20 s")
            piece = os.read(self.process.stdout.fileno(), 4096)
            if not piece:
                raise Finding("the playground does not start", self.said())
            line += piece
        found = re.search(rb":(\d+)/#key=(\S+)", line)
        self.port, self.key = int(found[1]), found[2].decode()

    def said(self):
        return (self.session.folder / "clients" / "errors").read_bytes()[-1000:].decode(errors="replace")

    def memory(self):
        with open(f"/proc/{self.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def head(self, method, target, **headers):
        lines = {"Host": f"127.0.0.1:{self.port}", "X-VGGC-Key": self.key, **headers}
        return "\r\n".join([f"{method} {target} HTTP/1.1", *(f"{name.replace('_', '-')}: {value}" for name, value in
                                                            lines.items()), "", ""]).encode()

    def compile(self, text, **headers):
        body = json.dumps({"text": text, "model": 0, "side": None}).encode()
        return self.head("POST", "/api/compile", Content_Type="application/json", Content_Length=len(body),
                         **headers) + body

    def connection(self, blocking=False, window=None):
        connection = socket.socket()
        if window:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
        connection.settimeout(10)
        connection.connect(("127.0.0.1", self.port))
        connection.setblocking(blocking)
        return connection

    def expect_answer(self, what, seconds=10):
        """Checks that a proper request is answered within the time."""
        start = time.monotonic()
        try:
            with self.connection(blocking=True) as connection:
                connection.settimeout(seconds)
                connection.sendall(self.compile(SOUND, Connection="close"))
                answer = b""
                while piece := connection.recv(1 << 16):
                    answer += piece
        except OSError as error:
            answer = str(error).encode()
        if not answer.startswith(b"HTTP/1.1 200 "):
            raise Finding("a quick client is not answered", f"during {what}, after {time.monotonic() - start:.1f} s: "
                          f"{answer[:200]}; {self.state()}")

    def state(self):
        status = self.process.poll()
        return "the server runs" if status is None else f"the server has ended with {status}: {self.said()}"

    def expect_bounded(self, before, what):
        if self.process.poll() is not None:
            raise Finding("the playground ends", f"during {what}: {self.state()}")
        grown = self.memory() - before
        if grown > MOST_MEMORY:
            raise Finding("the playground's memory grows", f"by {grown >> 20} MiB during {what}")


class Part:
    def __init__(self, session):
        if not os.path.exists("/proc/self/statm"):
            raise Skipped("this system does not report a process's memory")
        self.session = session

    def run(self, random):
        server = Server(self.session)
        open_connections = []
        try:
            server.expect_answer("no attack")
            before = server.memory()
            what = "nothing"
            for attack in random.sample(ATTACKS, random.randint(1, 3)):
                what = attack.__doc__ if what == "nothing" else f"{what}, then {attack.__doc__}"
                attack(server, random, open_connections, lambda: server.expect_bounded(before, what))
                server.expect_bounded(before, what)
                server.expect_answer(what)
            for connection in open_connections:
                connection.close()
            server.expect_answer("no attack, after all of them")
            server.process.terminate()
            try:
                status = server.process.wait(10)
            except Exception:
                raise Finding("the playground does not end", "within 10 s of SIGTERM") from None
            if status != 0 or CRASHES.search(server.said().encode()):
                raise Finding("the playground ends with an error", f"status {status}: {server.said()}")
        finally:
            for connection in open_connections:
                connection.close()
            self.session.end(server.process)
            server.errors.close()


def poured(connection, piece, seconds, check, total=1 << 30):
    """Sends a piece repeatedly for a while, as fast as it is taken; returns the number of bytes sent."""
    until, sent, next_check = time.monotonic() + seconds, 0, 0
    rest = memoryview(piece)
    while time.monotonic() < until and sent < total:
        if sent >= next_check:
            check()
            next_check = sent + (8 << 20)
        if not select.select([], [connection], [], 0.1)[1]:
            continue
        try:
            count = connection.send(rest)
        except OSError:
            break
        sent += count
        rest = rest[count:] or memoryview(piece)
    return sent


def opened(server, connections, **options):
    """A new connection, which is closed with the others."""
    connection = server.connection(**options)
    connections.append(connection)
    return connection


def never_reading(server, random, connections, check):
    "clients that ask and never read"
    target = random.choice(["/playground.js", "/", "/words.js", "/playground.css"])
    for _ in range(random.randint(1, 8)):
        connection = opened(server, connections, window=4096)
        poured(connection, server.head("GET", target) * 200, 0.3, check)


def pipelining(server, random, connections, check):
    "a client that asks for much at once"
    connection = opened(server, connections, window=4096)
    text = SOUND + "# " + "a" * random.choice([10, 10_000, 200_000]) + "\n"
    poured(connection, server.compile(text) * 4, 1, check)


def large_bodies(server, random, connections, check):
    "clients that send bodies without an end"
    for _ in range(random.randint(1, 30)):
        connection = opened(server, connections)
        with contextlib.suppress(OSError):
            connection.send(server.head("POST", "/api/compile", Content_Type="application/json",
                                        Content_Length=random.choice([2 << 20, 1 << 21, 1 << 40])))
        poured(connection, b" " * (1 << 16), 0.05, check, total=4 << 20)


def chunks(server, random, connections, check):
    "clients that send chunks without an end"
    for _ in range(random.randint(1, 4)):
        connection = opened(server, connections)
        with contextlib.suppress(OSError):
            connection.send(server.head("PUT", "/api/file", Content_Type="application/yaml", If_Match='"x"',
                                        Transfer_Encoding="chunked"))
        size = random.choice([1, 16, 4096, 65536])
        poured(connection, (b"%x\r\n" % size + b"a" * size + b"\r\n") * (65536 // size), 0.3, check)


def heads(server, random, connections, check):
    "clients that send heads without an end"
    for _ in range(random.randint(1, 4)):
        connection = opened(server, connections)
        with contextlib.suppress(OSError):
            connection.send(server.head("GET", "/")[:-2])
        poured(connection, random.choice([b"A: b\r\n" * 1000, b"A: " + b"b" * 65536, b"a" * 65536]), 0.3, check)


def slow(server, random, connections, check):
    "clients that send a byte now and then"
    own = [server.connection() for _ in range(random.randint(10, 200))]
    connections += own
    request = server.compile(SOUND)
    for place in range(0, random.randint(3, 20)):
        for connection in own:
            with contextlib.suppress(OSError):
                connection.send(request[place:place + 1])
        check()


def breaking_off(server, random, connections, check):
    "clients that break off"
    request = server.compile(SOUND)
    for _ in range(random.randint(10, 200)):
        connection = server.connection(blocking=True)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        with contextlib.suppress(OSError):
            connection.sendall(request[:random.randrange(len(request) + 1)])
        connection.close()
    check()


def garbage(server, random, connections, check):
    "clients that send anything"
    for _ in range(random.randint(1, 20)):
        connection = opened(server, connections)
        request = bytearray(server.compile(SOUND) * 2)
        for _ in range(random.randint(1, 10)):
            request[random.randrange(len(request))] = random.randrange(256)
        with contextlib.suppress(OSError):
            connection.send(request if random.random() < 0.7 else random.randbytes(2000))
    check()


def many(server, random, connections, check):
    "hundreds of clients that do nothing"
    for _ in range(random.randint(100, 400)):
        try:
            opened(server, connections)
        except OSError:
            break
    check()
    # A server that accepts no more connections may do so; clients that leave make room.
    for connection in connections:
        connection.close()
    connections.clear()


ATTACKS = [never_reading, pipelining, large_bodies, chunks, heads, slow, breaking_off, garbage, many]
