"""Saving, sharing and opening."""

import base64
import os
import signal
import zlib

from .checks import Checks, holds, same
from .editing import findings_are_those_of_check
from .figures import facts_are_those_of
from .server import Server
from .stage import CUSTOM, E, ERRONEOUS

checks = Checks()
CHANGED = CUSTOM.replace("classes: 10", "classes: 12")


def packed(text):
    """A text in the form that links contain."""
    deflate = zlib.compressobj(9, wbits=-15)
    data = deflate.compress(text if isinstance(text, bytes) else text.encode()) + deflate.flush()
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def unpacked(link):
    code = link.split("config=")[1].split("&")[0]
    return zlib.decompress(base64.urlsafe_b64decode(code + "=" * (-len(code) % 4)), wbits=-15).decode()


def waited(page, condition, otherwise):
    """Waits for a change without a revision, such as a notice."""
    for _ in range(60):
        if condition():
            return
        page.browser.wait_for_timeout(50)
    holds(condition(), otherwise)


@checks
def saving_writes_the_file(stage):
    for way in [lambda page: page.find("#save").click(), lambda page: page.browser.keyboard.press("ControlOrMeta+s")]:
        with stage.page() as page:
            page.replace("classes: 10", "classes: 12")
            path = page.server.folder / "model.yaml"
            same(path.read_text(), CUSTOM, "the file before saving")
            way(page)
            waited(page, lambda: path.read_text() == CHANGED, f"the file was not saved; it says {page.notice()!r}")
            waited(page, page.notice, "the page does not report that it was saved")
            same(sorted(os.listdir(page.server.folder)), ["model.yaml"], "the folder")
            page.replace("classes: 12", "classes: 10")
            way(page)
            waited(page, lambda: path.read_text() == CUSTOM, "the file was not saved again")
            page.browser.reload()
            page.settle()
            same(page.text, CUSTOM, "the text after loading the page again")


@checks
def saving_twice_at_once_is_not_a_conflict(stage):
    with stage.page() as page:
        page.replace("classes: 10", "classes: 12")
        saved = page.notice()
        for _ in range(5):
            page.browser.keyboard.press("ControlOrMeta+s")
        page.browser.wait_for_timeout(500)
        once = page.notice()
        page.browser.keyboard.press("ControlOrMeta+s")
        page.browser.wait_for_timeout(300)
        same(page.notice(), once, "the notice after five savings at once, and after one more")
        holds(once != saved, "the page does not report that it was saved")


@checks
def a_file_changed_on_disk_is_not_overwritten(stage):
    # The refused request is logged by the browser itself.
    with stage.page(noisy=True) as page:
        path = page.server.folder / "model.yaml"
        others = CUSTOM + "# by another program\n"
        path.write_text(others)
        page.replace("classes: 10", "classes: 12")
        before = page.notice()
        page.find("#save").click()
        waited(page, lambda: page.notice() != before, "the page does not report that the file has changed")
        same(path.read_text(), others, "the file that another program changed")
        same(page.text, CHANGED, "the text in the editor")
        same([line for line in page.logged if "412" not in line], [], "the console")
        page.browser.once("dialog", lambda dialog: dialog.accept())
        page.repainted(page.find("#back").click)
        same(page.text, others, "the text after going back to the file")
        page.replace("classes: 10", "classes: 12")
        page.find("#save").click()
        waited(page, lambda: path.read_text() == others.replace("classes: 10", "classes: 12"),
               "the file is not saved after going back to it")


@checks
def unsaved_text_is_not_left_without_asking(stage):
    with stage.page() as page:
        asked = []
        page.browser.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        page.replace("classes: 10", "classes: 12")
        page.browser.evaluate("setTimeout(() => location.reload(), 0)")
        waited(page, lambda: asked == ["beforeunload"], f"leaving asks {asked}")
        same(page.text, CHANGED, "the text")
        for fragment in ["#config=" + packed(E), "#config=nonsense!", "#key=" + page.server.key]:
            page.browser.evaluate("fragment => { location.hash = fragment }", fragment)
            page.browser.wait_for_timeout(500)
            if page.text != CHANGED:
                page.find("#editor").focus()
                page.browser.keyboard.press("ControlOrMeta+z")
                page.settle()
            same(page.text, CHANGED, f"unsaved text after {fragment[:16]} in the same tab, and undoing")


@checks
def a_built_in_is_downloaded(stage):
    with stage.page(None, file="E") as page:
        facts_are_those_of(page, stage.compiler.built_in("E"), "E")
        with page.browser.expect_download() as download:
            page.find("#save").click()
        with open(download.value.path()) as file:
            same(file.read(), page.text, "the downloaded text")
        holds(download.value.suggested_filename.endswith(".yaml"), f"it is called {download.value.suggested_filename}")
        same(os.listdir(page.server.folder), [], "the server's folder")


@checks
def a_shared_link_opens_the_text(stage):
    with stage.serving() as server:
        with stage.visiting(server) as page:
            page.rewrite(ERRONEOUS)
            page.find("#share").click()
            page.find("#share-link").wait_for()
            link = page.find("#share-link").input_value()
            same(unpacked(link), ERRONEOUS, "the text in the link")
            holds(server.key not in link, "the link contains the key")
            holds(page.notice(), "the page does not report that there is a link")
            tab = page.browser.context.new_page()
            other = type(page)(tab, server).open(link)
            same(other.text, ERRONEOUS, "the text of the link, in another tab")
            findings_are_those_of_check(other, stage)
            with tab.expect_download():
                other.find("#save").click()
            same((server.folder / "model.yaml").read_text(), CUSTOM, "the file, after saving a link's text")
            same(other.logged, [], "the console of the other tab")
        for text in [E, "", "# 한국어 🧠\r\n", "# é\n" * 400]:
            with stage.visiting(server, f"{server.address}&config={packed(text)}") as page:
                same(page.text, text.replace("\r\n", "\n"), "the text of a link made elsewhere")


@checks
def bad_links_are_reported(stage):
    good = packed(E)
    bomb = packed(b"\0" * (200 << 20))
    bad = {"no base64": "%%%", "half of it": good[:len(good) // 2], "another letter": "A" + good[1:],
           "no deflate": "AAAA", "no UTF-8": packed(b"\xff\xfe"),
           "200 MiB unpacked": bomb, "base64 of another kind": good.replace("-", "+") + "==" + "=",
           "more at the end": good + "AAAA"}
    with stage.serving() as server:
        for what, code in bad.items():
            with stage.visiting(server, f"{server.address}&config={code}") as page:
                if page.text == CUSTOM:
                    holds(page.notice(), f"{what}: the link is not reported as bad")
                else:
                    same(page.text, E, f"{what}: the text")
                page.replace(page.text[:1], "#")
                facts_are_those_of(page, stage.compiler.summary(page.text), f"{what}: after typing")


@checks
def a_text_too_long_for_a_link_is_reported(stage):
    noise = "".join(f"# {base64.b64encode(os.urandom(60)).decode()}\n" for _ in range(600))
    with stage.page() as page:
        page.rewrite(CUSTOM + noise)
        before = page.notice()
        page.find("#share").click()
        waited(page, lambda: page.notice() != before or page.find("#share-link").input_value(), "nothing happens")
        link = page.find("#share-link").input_value()
        holds(not link or unpacked(link) == page.text, "the link has another text")


@checks
def files_that_the_configuration_names_are_read(stage):
    base = "input: [3, 32, 32]\nfeatures: [16, M, 24, M]\n"
    beside = {"base.yaml": base, "secret.yaml": "features: [7919, M]\n", "names.txt": "a\nb\nc\n"}
    text = "extends: base.yaml\nlabels: names.txt\nclassifier: {hidden: [], classes: 3}\n"
    with stage.page(text, beside=beside) as page:
        same(page.findings(), [], "findings of a file that extends another")
        same(page.fact("flattened"), 24 * 8 * 8, "FC input of a file that extends another")
        same(page.find("#layers").inner_text().count("7,919"), 0, "layers of secret.yaml")
        page.replace("base.yaml", "secret.yaml")
        errors = [f for f in page.findings() if f[1] == "error"]
        holds(errors and errors[0][0] == "1:10", f"extending a file that was not given: {errors}")
        holds("7,919" not in page.browser.content(), "the page shows the contents of secret.yaml")
        page.replace("secret.yaml", "D")
        same([f[2] for f in page.findings() if f[1] == "error"], [], "errors of one that extends D")


@checks
def mistakes_of_a_named_file_name_it(stage):
    text = "extends: base.yaml\nclassifier: {hidden: [], classes: 3}\n"
    with stage.page(text, beside={"base.yaml": "input: [3, 32, 32]\nfeatures: [16, X]\n"}) as page:
        finding = page.find("#findings li.error").first
        holds("base.yaml:2:16" in finding.inner_text(), f"a mistake in base.yaml is shown as {finding.inner_text()!r}")
        same(finding.locator(".place, .fix").count(), 0, "places and fixes in the text, of a mistake elsewhere")


@checks
def a_server_that_ended_is_reported(stage):
    with stage.page(noisy=True) as page:
        before = page.notice()
        page.server.process.send_signal(signal.SIGSTOP)
        page.find("#editor").press("End")
        page.browser.keyboard.type("#")
        page.browser.wait_for_timeout(300)
        page.server.process.send_signal(signal.SIGCONT)
        page.settle()
        same(page.notice(), before, "the notice after a pause")
        holds(page.revision > 1, "nothing is shown after a pause")


@checks
def another_server_at_the_address_is_recognised(stage):
    with stage.serving() as server:
        with stage.visiting(server, noisy=True) as page:
            before = page.notice()
            folder, port = server.folder, server.port
            server.end()
            page.find("#editor").press("End")
            page.browser.keyboard.type("#")
            waited(page, lambda: page.notice() != before, "the page does not report that the server is gone")
            gone = page.notice()
            same(page.text.count("#"), CUSTOM.count("#") + 1, "the typed text")
            with Server(stage.compiler.path, "model.yaml", "--port", str(port), folder=folder) as again:
                page.browser.keyboard.type("#")
                waited(page, lambda: page.notice() != gone, "the page does not report the wrong key")
                with stage.visiting(again) as fresh:
                    same(fresh.text, CUSTOM, "the text at the new address")
