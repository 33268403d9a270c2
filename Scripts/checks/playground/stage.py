"""The stage for the checks of the page: a browser, and playgrounds in separate folders."""

import contextlib
import os
import pathlib
import tempfile

from .checks import holds, same
from .page import Page
from .server import Server

CONFIGS = pathlib.Path(__file__).resolve().parents[3] / "Configs"
CUSTOM = (CONFIGS / "custom.yaml").read_text()
PAPER = (CONFIGS / "vgg-paper.yaml").read_text()
E = (CONFIGS / "e.yaml").read_text()
# A class too many, a channel count that does not chain, an unknown key, and a warning.
ERRONEOUS = """\
# 네 가지 실수 🧠
name: photos
input: [3, 36, 36]
features: [64, M, M, 128, {conv: 128, in: 64}, M]
batchnorm: true
classifier:
  - linear: {in: 25088, out: 10}
"""


class Stage:
    def __init__(self, playwright, compiler):
        self.compiler = compiler
        self.browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [])

    @contextlib.contextmanager
    def serving(self, text=CUSTOM, *options, file="model.yaml", beside={}):
        """A server of a file with this text, or, if `text` is `None`, of the built-in called `file`."""
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            for name, content in beside.items():
                (folder / name).write_text(content)
            if text is not None:
                (folder / file).write_text(text)
            with Server(self.compiler.path, file, *options, folder=folder) as server:
                yield server

    @contextlib.contextmanager
    def visiting(self, server, address=None, noisy=False, opened=True, **options):
        """A visit to the page, which must log nothing and send no requests to other hosts."""
        options = {"viewport": {"width": 1400, "height": 900}, "accept_downloads": True, **options}
        context = self.browser.new_context(**options)
        try:
            page = Page(context.new_page(), server)
            yield page.open(address) if opened else page
            if not noisy:
                same(page.logged, [], "the console")
            elsewhere = [url for url in page.requested if not url.startswith((server.origin + "/", "data:", "blob:"))]
            same(elsewhere, [], "requests to others")
            holds(server.runs() or server.ended, "the server ended")
        finally:
            context.close()

    @contextlib.contextmanager
    def page(self, text=CUSTOM, *options, file="model.yaml", beside={}, noisy=False, **context):
        with self.serving(text, *options, file=file, beside=beside) as server:
            with self.visiting(server, noisy=noisy, **context) as page:
                yield page
