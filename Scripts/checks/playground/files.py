"""The files that the server reads and writes: the file that it was started with, and nothing else."""

import json
import pathlib

from .checks import Checks, holds, same
from .server import Server
from .strangers import refused
from .wire import Client

checks = Checks()
SECRET = "# a secret\nname: secret\nfeatures: [7919, M]\n"
GIVEN = """\
# The given file.
extends: base.yaml
labels: labels.txt
classifier: {hidden: [], classes: 3}
"""


LAID_OUT = {
    "given/model.yaml": GIVEN, "given/base.yaml": "input: [3, 32, 32]\nfeatures: [16, M]\n",
    "given/labels.txt": "red\ngreen\nblue\n",
    "given/secret.yaml": SECRET, "given/secret.txt": "a secret\n" * 3, "secret.yaml": SECRET}


def laid_out(folder):
    """A folder with a configuration, the files that it names, and others that must stay private."""
    for name, text in LAID_OUT.items():
        path = pathlib.Path(folder) / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return pathlib.Path(folder) / "given"


def nothing_has_changed(folder):
    found = {str(path.relative_to(folder.parent)): path.read_text()
             for path in folder.parent.rglob("*") if path.is_file() and path.name != "trace"}
    same(found, LAID_OUT, "the files")


@checks
def files_that_the_configuration_named_are_read(client):
    answer = client.compile(GIVEN).json
    same([f["code"] for f in answer["findings"] if f["severity"] == "error"], [], "errors of the given file")
    holds("16" in json.dumps(answer), "nothing of base.yaml is in the answer")


@checks
def files_that_it_did_not_name_are_not_read(client):
    folder = client.server.folder
    asked = ["secret.yaml", "./secret.yaml", "SECRET.yaml", "../secret.yaml", f"{folder}/secret.yaml",
             "base.yaml/../secret.yaml",
             "../given/secret.yaml", "/etc/passwd", "/etc/shadow", "/dev/zero", "/proc/self/environ", "/dev/stdin", ".",
             "..", "/",
             "hidden.yaml", "file:///etc/passwd", "http://127.0.0.1/", "~/secret.yaml", "model.yaml/", "-"]
    told = set()
    for path in asked:
        for text in [f"extends: {path}\n", f"extends: D\nlabels: {path}\n", f"models:\n  a: {{extends: '{path}'}}\n"]:
            for target in ["/api/compile", "/api/sizes"]:
                answer = client.post(target, {"text": text})
                same(answer.status, 200, f"{target} of {text!r}")
                body = answer.body.decode().replace(json.dumps(text)[1:-1], "")
                for given_away in ["root:", "a secret", "7919", "7,919", "name: secret"]:
                    holds(given_away not in body, f"{target} of {text!r} reveals {given_away!r}")
            codes = [f["code"] for f in client.compile(text).json["findings"] if f["severity"] == "error"]
            holds(codes, f"{text!r} is reported as valid")
            if path in ("secret.yaml", "hidden.yaml"):
                told.add((text.replace(path, "…"), client.compile(text).body.replace(path.encode(), b"\xe2\x80\xa6")))
    # Otherwise a page could list a folder by guessing names.
    for text, _ in told:
        same(len([a for t, a in told if t == text]), 1, f"answers of {text!r} to files that are there and that are not")


@checks
def saving_needs_the_version_that_was_loaded(client):
    path = client.server.folder / "model.yaml"
    before = path.read_text()
    loaded = client.ask("GET", "/api/file").json
    same((loaded["text"], loaded["name"]), (before, "model.yaml"), "the file")
    holds(isinstance(loaded["version"], str), f"the version is {loaded['version']!r}")
    refused(client.put("name: a\n"), [428], "without If-Match")
    for version in ["", '""', '"0"', "*", '"*"', f'W/"{loaded["version"]}x"', f'"{loaded["version"][:-1]}"', '"none"']:
        refused(client.put("name: a\n", If_Match=version), [412, 400], f"If-Match: {version}")
    refused(client.put(b"name: \xff\n", If_Match=f'"{loaded["version"]}"'), [400], "invalid UTF-8")
    refused(client.put("name: a\n", If_Match=f'"{loaded["version"]}"', Content_Type="text/plain"), [415], "text/plain")
    same(path.read_text(), before, "the file after refusals")
    text = before + "# 한국어 🧠\n"
    saved = client.put(text, If_Match=f'"{loaded["version"]}"')
    same(saved.status, 200, "saving")
    same(path.read_text(), text, "the saved file")
    holds(saved.json["version"] != loaded["version"], "the version has not changed")
    same(client.ask("GET", "/api/file").json["version"], saved.json["version"], "the version of the saved text")
    refused(client.put(before, If_Match=f'"{loaded["version"]}"'), [412], "the version before")
    same(client.put(before, If_Match=f'"{saved.json["version"]}"').status, 200, "saving again")


@checks
def a_file_changed_meanwhile_is_not_overwritten(client):
    path = client.server.folder / "model.yaml"
    before = path.read_text()
    version = client.ask("GET", "/api/file").json["version"]
    path.write_text(before + "# by another program\n")
    refused(client.put("name: a\n", If_Match=f'"{version}"'), [412], "a changed file")
    same(path.read_text(), before + "# by another program\n", "the changed file")
    path.unlink()
    refused(client.put("name: a\n", If_Match=f'"{version}"'), [412], "a removed file")
    holds(not path.exists(), "a removed file exists again")
    path.write_text(before)
    same(client.put(before, If_Match=f'"{version}"').status, 200, "the file as it was before")


@checks
def saving_keeps_permissions_line_endings_and_links(client):
    path = client.server.folder / "model.yaml"
    before = path.read_text()

    def save(text):
        version = client.ask("GET", "/api/file").json["version"]
        same(client.put(text, If_Match=f'"{version}"').status, 200, "saving")

    path.chmod(0o640)
    save(before)
    same(oct(path.stat().st_mode & 0o777), oct(0o640), "the file's permissions after saving")
    path.write_bytes(before.replace("\n", "\r\n").encode())
    save(client.ask("GET", "/api/file").json["text"].replace("\r\n", "\n") + "# more\n")
    same(path.read_bytes(), (before + "# more\n").replace("\n", "\r\n").encode(), "a file of CRLF lines after saving")
    path.unlink()
    path.symlink_to("real.yaml")
    (client.server.folder / "real.yaml").write_text(before)
    save(before + "# through a link\n")
    holds(path.is_symlink(), "a symbolic link is replaced by a file when saved")
    same((client.server.folder / "real.yaml").read_text(), before + "# through a link\n", "the file behind the link")
    path.unlink()
    (client.server.folder / "real.yaml").unlink()
    path.write_text(before)
    left = sorted(p.name for p in client.server.folder.iterdir())
    same(left, ["base.yaml", "labels.txt", "model.yaml", "secret.txt", "secret.yaml"], "the folder's files")


@checks
def a_built_in_cannot_be_saved(client):
    with Server(client.server.vggc, "D", folder=client.server.folder) as server:
        other = Client(server)
        file = other.ask("GET", "/api/file").json
        same(file.get("version"), None, "a built-in's version")
        refused(other.put("name: a\n", If_Match='"x"'), [405], "saving a built-in")
        same(other.put("name: a\n", If_Match='"x"').headers.get("allow"), "GET", "Allow")
