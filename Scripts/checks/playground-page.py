#!/usr/bin/env python3
"""Checks `vggc playground` in a browser, and against attackers.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements-pages.txt
    .venv/bin/python Scripts/checks/playground-page.py VGGC OUTPUT-FOLDER [WORDS]

VGGC is the built program; pictures of the page go into OUTPUT-FOLDER; with WORDS, only checks whose names have them
are run. Chromium is /usr/bin/chromium, or $CHROMIUM. Exit status: 0 all passed, 1 not, 64 usage error, 69 a
module is not installed.
"""

import pathlib
import sys
import tempfile

try:
    from playwright.sync_api import sync_playwright
    import axe_playwright_python  # noqa: F401
except ImportError as error:
    print(f"not installed for this Python: {error.name}", file=sys.stderr)
    sys.exit(69)

from playground import (
    accessibility, crowds, editing, figures, files, keeping, keyboard, latency, malformed, screenshots, starting,
    strangers)
from playground.checks import Run
from playground.compiler import Compiler
from playground.server import Server
from playground.stage import Stage
from playground.traces import can_trace, no_file_but_the_given_one_was_touched
from playground.wire import Client


def check_the_server(run, compiler):
    """One server receives all the requests, and must be the same afterwards."""
    for check in starting.checks:
        run(check, compiler)
    with tempfile.TemporaryDirectory() as folder:
        record = str(pathlib.Path(folder) / "trace") if can_trace() else None
        with Server(compiler.path, "model.yaml", folder=files.laid_out(folder), trace=record) as server:
            client = Client(server)
            for subject in [strangers, malformed, files]:
                for check in subject.checks:
                    run(check, client)
            run(no_file_but_the_given_one_was_touched, server, record)
            run(the_server_is_as_before, client)
            run(the_server_ends, server)
    with tempfile.TemporaryDirectory() as folder:
        # Tracing would slow it down.
        with Server(compiler.path, "model.yaml", folder=files.laid_out(folder)) as server:
            for check in crowds.checks:
                run(check, Client(server))
            run(the_server_is_as_before, Client(server))
            run(the_server_ends, server)


def the_server_is_as_before(client):
    files.nothing_has_changed(client.server.folder)
    strangers.the_right_key_is_accepted(client)


def the_server_ends(server):
    server.end()


def check_the_page(run, compiler, folder):
    with sync_playwright() as playwright:
        stage = Stage(playwright, compiler)
        for subject in [editing, figures, keeping, keyboard, accessibility, latency]:
            for check in subject.checks:
                run(check, stage)
        run(screenshots.pictures, stage, folder)
        stage.browser.close()


def main(arguments):
    if not 2 <= len(arguments) <= 3:
        print(__doc__, file=sys.stderr)
        return 64
    vggc, folder = (pathlib.Path(argument).resolve() for argument in arguments[:2])
    folder.mkdir(parents=True, exist_ok=True)
    run, compiler = Run(*arguments[2:]), Compiler(str(vggc))
    check_the_server(run, compiler)
    check_the_page(run, compiler, folder)
    print(f"{run.passed} as it should be, {run.failures} not")
    return 1 if run.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
