"""The command's start, its output, and its end."""

import os
import pathlib
import signal
import socket
import subprocess
import tempfile

from .checks import Checks, Difference, holds, same
from .server import Server
from .stage import CUSTOM
from .wire import Client

checks = Checks()


def run(vggc, *arguments, folder, input=None):
    return subprocess.run([vggc, "playground", *arguments], cwd=folder, capture_output=True, text=True, timeout=20,
                          input=input,
                          stdin=subprocess.DEVNULL if input is None else None)


@checks
def it_ends_with_status_0_on_a_signal(compiler):
    with tempfile.TemporaryDirectory() as folder:
        for by in [signal.SIGINT, signal.SIGTERM]:
            server = Server(compiler.path, "D", folder=folder)
            same(Client(server).ask("GET", "/").status, 200, "the page")
            server.end(by)


@checks
def it_ends_even_right_after_its_start(compiler):
    with tempfile.TemporaryDirectory() as folder:
        for number in range(12):
            try:
                Server(compiler.path, "D", folder=folder).end([signal.SIGTERM, signal.SIGINT][number % 2])
            except Difference as difference:
                raise Difference(f"start {number + 1} of 12 {difference}") from None


@checks
def it_ends_even_with_open_connections(compiler):
    with tempfile.TemporaryDirectory() as folder:
        server = Server(compiler.path, "D", folder=folder)
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\n")
            server.end()


@checks
def it_listens_on_this_machine_only(compiler):
    with tempfile.TemporaryDirectory() as folder, Server(compiler.path, "D", folder=folder) as server:
        listening = set()
        for table in ["/proc/net/tcp", "/proc/net/tcp6"]:
            for line in open(table).readlines()[1:] if os.path.exists(table) else []:
                local, state = line.split()[1], line.split()[3]
                if state == "0A" and int(local.split(":")[1], 16) == server.port:
                    listening.add(local.split(":")[0])
        same(listening, {"0100007F"}, "the addresses on which it listens")


@checks
def ports_are_taken_as_asked(compiler):
    with tempfile.TemporaryDirectory() as folder:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            done = run(compiler.path, "D", "--port", str(taken.getsockname()[1]), folder=folder)
            same((done.returncode, done.stdout), (73, ""), "a port that is in use")
            holds(str(taken.getsockname()[1]) in done.stderr, f"it says {done.stderr!r}")
        with Server(compiler.path, "D", folder=folder) as first, Server(compiler.path, "D", folder=folder) as second:
            holds(first.port != second.port, "two servers at one port")
            holds(first.key != second.key, "two servers with one key")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with Server(compiler.path, "D", "--port", str(port), folder=folder) as server:
            same(server.port, port, "the port")


@checks
def wrong_usage_is_reported(compiler):
    with tempfile.TemporaryDirectory() as folder:
        cases = [(["missing.yaml"], 66), (["."], 66), (["D", "--port", "70000"], 64), (["D", "--port", "-1"], 64),
                 (["D", "--port", "x"], 64),
                 (["D", "--lang", "xx"], 64), (["D", "E"], 64), (["D", "--input", "3x0"], 64), (["--nonsense"], 64)]
        for arguments, status in cases:
            done = run(compiler.path, *arguments, folder=folder)
            same((done.returncode, done.stdout), (status, ""), f"{' '.join(arguments)}: status and output")
            holds(done.stderr.strip(), f"{' '.join(arguments)}: it says nothing")


@checks
def the_file_is_found_as_by_other_commands(compiler):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)

        def file(*arguments):
            with Server(compiler.path, *arguments, folder=folder) as server:
                return Client(server).ask("GET", "/api/file").json

        holds("512, 512, 512, M" in file()["text"], "without a file it does not show configuration D")
        (folder / "vgg.yaml").write_text(CUSTOM)
        same((file()["name"], file()["text"]), ("vgg.yaml", CUSTOM), "without a file, in a folder with vgg.yaml")
        (folder / "Configs").mkdir()
        (folder / "Configs" / "own.yaml").write_text("# own\n")
        same(file("configs/own.yaml")["text"], "# own\n", "a path in another letter case")
        same(file("E").get("version"), None, "the version of a built-in")


@checks
def standard_input_is_read(compiler):
    with tempfile.TemporaryDirectory() as folder:
        with Server(compiler.path, "-", folder=folder, input=CUSTOM) as server:
            given = Client(server).ask("GET", "/api/file").json
            same((given["text"], given.get("version")), (CUSTOM, None), "the text and version of standard input")


@checks
def files_that_are_not_configurations_are_reported(compiler):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "large.yaml").write_bytes(b"# " + b"a" * (17 << 20))
        same(run(compiler.path, "large.yaml", folder=folder).returncode, 66, "a file of 17 MiB")
        os.mkfifo(folder / "pipe.yaml")
        (folder / "binary.yaml").write_bytes(bytes(range(256)) * 100)
        (folder / "empty.yaml").write_bytes(b"")
        for name in ["binary.yaml", "empty.yaml"]:
            with Server(compiler.path, name, folder=folder) as server:
                client = Client(server)
                file = client.ask("GET", "/api/file").json
                same(client.compile(file["text"]).status, 200, f"{name}: the compiler's answer")
                if name == "binary.yaml":
                    same(file.get("version"), None, "the version of a text that could not be saved")
