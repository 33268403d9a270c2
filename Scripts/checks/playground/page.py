"""The page in a browser, as a person uses it."""

import re
import time

from .checks import Difference

UNITS = {"B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40}


class Page:
    """An open playground; its log and requests are kept for the checks."""

    def __init__(self, browser_page, server):
        self.browser, self.server = browser_page, server
        self.logged, self.requested = [], []
        browser_page.on("console", lambda m: self.logged.append(f"{m.type}: {m.text}")
                        if m.type in ("error", "warning", "assert") else None)
        browser_page.on("pageerror", lambda error: self.logged.append(f"exception: {error}"))
        browser_page.on("request", lambda request: self.requested.append(request.url))
        browser_page.set_default_timeout(10_000)

    def open(self, address=None):
        self.browser.goto(address or self.server.address)
        self.wait_past(0)
        return self

    # MARK: Waiting

    @property
    def revision(self):
        return int(self.browser.locator("html").get_attribute("data-revision") or 0)

    def wait_past(self, revision):
        """Waits for an answer after this one, and for those that follow immediately."""
        # Playwright's own waiting evaluates texts, which the page's policy forbids.
        until = time.monotonic() + 10
        while self.revision <= revision:
            if time.monotonic() > until:
                ended = self.server.process.poll()
                raise Difference(
                    f"no repaint within 10 seconds; the notice is {self.notice()!r}, the console {self.logged}, "
                    f"the server's exit status {ended}, its last words {self.server.said()[-300:]!r}")
            self.browser.wait_for_timeout(20)
        self.settle()

    def settle(self):
        """Waits until no answer has been painted for a while."""
        last = self.revision
        while True:
            self.browser.wait_for_timeout(150)
            if self.revision == last:
                return
            last = self.revision

    def repainted(self, action):
        """Performs an action, and waits for its effect."""
        before = self.revision
        action()
        self.wait_past(before)

    # MARK: The text

    @property
    def text(self):
        return self.find("#editor").input_value()

    def replace(self, old, new):
        """Selects a text and types another over it."""
        start = self.text.index(old)
        self.select(start, start + len(old))
        self.repainted(lambda: self.browser.keyboard.type(new) if new else self.browser.keyboard.press("Delete"))

    def rewrite(self, text):
        """Replaces everything, as if by pasting."""
        self.find("#editor").focus()
        self.browser.keyboard.press("ControlOrMeta+a")
        self.repainted(lambda: self.browser.keyboard.insert_text(text))

    def select(self, start, end):
        """Selects a range in UTF-16 units, as the browser counts."""
        self.find("#editor").evaluate("(e, [start, end]) => { e.focus(); e.setSelectionRange(start, end) }",
                                      [start, end])

    @property
    def caret(self):
        return self.find("#editor").evaluate("e => e.selectionStart")

    # MARK: The page's state

    def find(self, selector):
        return self.browser.locator(selector)

    def shown(self, selector):
        return self.find(selector).inner_text().strip()

    def findings(self):
        """(place, severity, code, message) of each finding."""
        return [(item.locator(".place").inner_text().strip(), "error" if "error" in classes(item) else "warning",
                 item.locator(".code").first.inner_text().strip().strip("[]"),
                 item.locator(".message").first.inner_text().strip())
                for item in self.find("#findings li.error, #findings li.warning").all()]

    def fact(self, key):
        return amount(self.shown(f'#facts [data-fact="{key}"] .value'))

    def notice(self):
        return self.shown("#notice")

    def stop(self):
        """The reason why the network does not work at the size that is shown; empty if it does."""
        return self.shown("#stop") if self.find("#stop").is_visible() else ""

    def drag_size(self, size):
        """Moves the slider there as a pointer does: one input event on the way, a change at the end."""
        self.repainted(lambda: self.find("#size").evaluate(
            """(slider, size) => {
              slider.focus(); slider.value = size;
              slider.dispatchEvent(new Event("input", { bubbles: true }));
              slider.dispatchEvent(new Event("change", { bubbles: true }));
            }""", str(size)))

    def volume(self, name):
        """The number of the layer that has this name in the table."""
        for row in self.find("#layers tr[data-volume]").all():
            if re.search(rf"\b{re.escape(name)}\b", row.inner_text()):
                return row.get_attribute("data-volume")
        raise Difference(f"no row of the table names {name}")

    def box(self, name):
        """The part of a layer's box that no other box covers."""
        return self.find(f'#drawing .box[data-volume="{self.volume(name)}"] .front')


def classes(element):
    return (element.get_attribute("class") or "").split()


def amount(shown):
    """The number that a text starts with, in bytes if it has a unit; bytes are as exact as they are shown."""
    found = re.search(r"(\d[\d,]*(?:\.\d+)?)\s*([KMGT]iB|B\b)?", shown)
    if not found:
        return None
    number = float(found[1].replace(",", ""))
    value = number * UNITS[found[2]] if found[2] else number
    return int(value) if value == int(value) else value


def bytes_agree(shown, exact):
    """Whether a text such as `135.5 MiB` shows this number of bytes."""
    found = re.search(r"(\d[\d,]*(?:\.(\d+))?)\s*([KMGT]iB|B|bytes)?", shown)
    if not found:
        return False
    unit = UNITS.get(found[3], 1)
    half = unit * 10.0 ** -len(found[2] or "") / 2 if unit > 1 else 0
    return abs(float(found[1].replace(",", "")) * unit - exact) <= half * 1.001
