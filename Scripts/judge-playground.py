#!/usr/bin/env python3
"""Holds `vggc playground` against a browser and against people who mean harm.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements-pages.txt
    .venv/bin/python Scripts/judge-playground.py VGGC OUTPUT-FOLDER [WORDS]

VGGC is the built program; pictures of the page go into OUTPUT-FOLDER; with WORDS, only checks whose names have them
are made. Chromium is /usr/bin/chromium, or $CHROMIUM. Exit status: 0 all as it should be, 1 not, 64 wrong usage, 69 a
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

from playground_judge import (
    accessibility, crowds, editing, figures, files, keeping, keyboard, latency, malformed, screenshots, starting,
    strangers)
from playground_judge.checks import Judge
from playground_judge.compiler import Compiler
from playground_judge.server import Server
from playground_judge.stage import Stage
from playground_judge.traces import can_trace, no_file_but_the_given_one_was_touched
from playground_judge.wire import Client


def judge_the_server(judge, compiler):
    """One server takes everything that is sent to it, and must be as it was afterwards."""
    for check in starting.checks:
        judge.run(check, compiler)
    with tempfile.TemporaryDirectory() as folder:
        record = str(pathlib.Path(folder) / "trace") if can_trace() else None
        with Server(compiler.path, "model.yaml", folder=files.laid_out(folder), trace=record) as server:
            client = Client(server)
            for subject in [strangers, malformed, files]:
                for check in subject.checks:
                    judge.run(check, client)
            judge.run(no_file_but_the_given_one_was_touched, server, record)
            judge.run(the_server_is_as_before, client)
            judge.run(the_server_ends, server)
    with tempfile.TemporaryDirectory() as folder:
        # Tracing would slow it down.
        with Server(compiler.path, "model.yaml", folder=files.laid_out(folder)) as server:
            for check in crowds.checks:
                judge.run(check, Client(server))
            judge.run(the_server_is_as_before, Client(server))
            judge.run(the_server_ends, server)


def the_server_is_as_before(client):
    files.nothing_has_changed(client.server.folder)
    strangers.the_right_key_opens_the_uses(client)


def the_server_ends(server):
    server.end()


def judge_the_page(judge, compiler, folder):
    with sync_playwright() as playwright:
        stage = Stage(playwright, compiler)
        for subject in [editing, figures, keeping, keyboard, accessibility, latency]:
            for check in subject.checks:
                judge.run(check, stage)
        judge.run(screenshots.pictures, stage, folder)
        stage.browser.close()


def main(arguments):
    if not 2 <= len(arguments) <= 3:
        print(__doc__, file=sys.stderr)
        return 64
    vggc, folder = (pathlib.Path(argument).resolve() for argument in arguments[:2])
    folder.mkdir(parents=True, exist_ok=True)
    judge, compiler = Judge(*arguments[2:]), Compiler(str(vggc))
    judge_the_server(judge, compiler)
    judge_the_page(judge, compiler, folder)
    print(f"{judge.passed} as it should be, {judge.failures} not")
    return 1 if judge.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
