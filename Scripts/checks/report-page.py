#!/usr/bin/env python3
"""Checks the accessibility of the pages of `vggc report`, and how they print.

    swift build
    sudo apt-get install chromium fonts-noto-cjk
    python3 -m venv .venv && .venv/bin/pip install playwright==1.65.2 axe-playwright-python==0.1.8
    .venv/bin/python Scripts/checks/report-page.py .build/debug/vggc FOLDER

Makes a few pages, in both languages, of valid networks and of one with an error, and checks in Debian's Chromium, as
wide as a telephone, a tablet and a desktop screen, light and dark, that:

- axe finds nothing, by the rules of WCAG 2.1 A and AA and its best practices;
- nothing is written to the console, and nothing is fetched except the page;
- the page is not wider than the window, and wider parts can be scrolled separately, also with the keyboard;
- on A4 paper nothing is cut off at the right.

FOLDER gets the pages, a picture of each in every window, and each as PDF. Exits with 1 if one of these does not hold.
"""

import argparse
import pathlib
import subprocess
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}}
WIDTHS = [390, 820, 1400]
PATIENCE = 300_000  # milliseconds, for a busy machine
A4 = 703  # 186 mm, the width between the margins, in CSS pixels
MISTAKE = "Configs/mistakes/linear-input-mismatch.yaml"

# On standard input: two models, every kind of layer, warnings, and a receptive field that is larger than the image.
EVERY_KIND = """
name: every kind
input: [3, 37, 29]
avgpool: [3, 2]
classifier: [{linear: 20}, relu, dropout: 0.5, {linear: 7}, softmax]
models:
  plain: [8, {conv: 12, kernel: 5, stride: 2, padding: 1}, LRN, {maxpool: 3, stride: 2, padding: 1, ceil: true}, conv1-10,
          {dropout: 0.3}, {avgpool: 2, stride: 2}]
  normalised: {batch_norm: true, features: [8, 8, M, 16, 16, M, 32, 32, 32, M, 64, 64, 64, M]}
"""

# name: arguments, exit status
PAGES = {
    "d-en": (["D", "--lang", "en"], 0),
    "d-ko": (["D", "--lang", "ko"], 0),
    "custom-ko": (["Configs/custom.yaml", "--lang", "ko"], 0),
    "every-kind-en": (["-", "--lang", "en"], 0),
    "every-kind-ko": (["-", "--lang", "ko"], 0),
    "mistake-en": ([MISTAKE, "--lang", "en"], 1),
    "mistake-ko": ([MISTAKE, "--lang", "ko"], 1),
}

# Elements that are wider than the window, or than the box that contains them.
CUT = """() => {
  const root = document.documentElement;
  const wide = [...document.querySelectorAll("body *")].filter(
    (e) => !e.closest("svg *") && e.getBoundingClientRect().right > root.clientWidth + 1);
  return wide.map((e) => `<${e.localName} class="${e.className.baseVal ?? e.className}"> ${e.textContent.slice(0, 40)}`);
}"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def make(vggc, folder, name):
    arguments, status = PAGES[name]
    page = folder / f"{name}.html"
    run = subprocess.run([vggc, "report", *arguments, "-o", page], cwd=ROOT, input=EVERY_KIND, capture_output=True, text=True)
    if run.returncode != status:
        sys.exit(f"{name}: vggc report exits with {run.returncode}: {run.stderr}")
    return page


def faults_of(browser, page_file, folder):
    """The defects of a page."""
    address = page_file.as_uri()
    for width in WIDTHS:
        for scheme in ["light", "dark"]:
            window = f"{page_file.stem}, {width} wide, {scheme}"
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            said, fetched = [], []
            page.on("console", lambda message, said=said: said.append(message.text))
            page.on("pageerror", lambda error, said=said: said.append(str(error)))
            page.on("request", lambda request, fetched=fetched: fetched.append(request.url))
            page.goto(address)
            page.screenshot(path=folder / f"{page_file.stem}-{width}-{scheme}.png", full_page=True)
            over = page.evaluate(OVERFLOW)
            if over > 0:
                yield f"{window}: {over} pixels wider than the window"
            yield from (f"{window}: the console says {text}" for text in said)
            yield from (f"{window}: fetches {url}" for url in fetched if url != address)
            for violation in Axe().run(page, options=RULES).response["violations"]:
                for node in violation["nodes"]:
                    yield f"{window}: {violation['id']}: {violation['help']}: {node['html'][:200]}"
            context.close()
    context = browser.new_context(viewport={"width": A4, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.emulate_media(media="print")
    yield from (f"{page_file.stem}, on paper: cut: {what}" for what in page.evaluate(CUT)[:10])
    page.pdf(path=folder / f"{page_file.stem}.pdf", format="A4", print_background=False, prefer_css_page_size=True)
    context.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vggc", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path, help="folder to create for the pages, pictures and PDFs")
    parser.add_argument("--browser", default="/usr/bin/chromium")
    parser.add_argument("--page", action="append", choices=PAGES, help="this page only")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    failures = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.browser, args=["--no-sandbox"])
        for name in arguments.page or PAGES:
            found = list(faults_of(browser, make(arguments.vggc.resolve(), folder, name), folder))
            print(f"{name}: {'no faults' if not found else f'{len(found)} faults'}", flush=True)
            failures += found
        browser.close()
    print("\n".join(failures))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
