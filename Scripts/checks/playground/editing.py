"""Mistakes and their repair."""

import time

from .checks import Checks, holds, same
from .page import classes
from .stage import CONFIGS, CUSTOM, ERRONEOUS

checks = Checks()


def findings_are_those_of_check(page, stage):
    wanted = [(f"{line}:{column}", severity, code, message)
              for line, column, severity, code, message in stage.compiler.findings(page.text)]
    same(page.findings(), wanted, "the findings")


@checks
def a_valid_file_is_shown_as_valid(stage):
    with stage.page() as page:
        same(page.text, CUSTOM, "the editor's text")
        findings_are_those_of_check(page, stage)
        same(page.find("#gutter .error").count(), 0, "errors in the gutter")
        same(page.find("#underlines mark.error").count(), 0, "underlined errors")
        holds(page.shown("#verdict"), "there is no verdict")
        same(page.find("#verdict").get_attribute("role"), "status", "the verdict's role")
        holds(not page.find("#fix-all").is_visible(), "there is something to fix in a valid file")


@checks
def a_typed_mistake_shows_at_its_line_and_its_fix_repairs_it(stage):
    with stage.page() as page:
        sound = page.shown("#verdict")
        page.replace("classifier:", "clasifier:")
        findings_are_those_of_check(page, stage)
        line = CUSTOM[:CUSTOM.index("classifier:")].count("\n") + 1
        finding = page.find("#findings li.error").first
        same(finding.get_attribute("data-line"), str(line), "the finding's line")
        holds("error" in classes(page.find(f'#gutter [data-line="{line}"]')),
              f"line {line} is not marked in the gutter")
        same(page.find("#gutter .error").count(), 1, "marked lines")
        same(page.find("#underlines mark.error").first.inner_text(), "clasifier", "the underlined text")
        holds(page.shown("#verdict") != sound, "the verdict stays the same")
        page.repainted(finding.locator("button.fix").first.click)
        same(page.text, CUSTOM, "the text after the fix")
        same(page.findings(), [], "findings after the fix")
        same(page.shown("#verdict"), sound, "the verdict after the fix")


@checks
def underlines_match_their_text(stage):
    with stage.page(ERRONEOUS) as page:
        wrong = page.find("#underlines mark.error").all_inner_texts()
        holds("batchnorm" in wrong and "64" in wrong, f"underlined are {wrong}")
        apart = page.browser.evaluate("""() => {
          const under = document.querySelector("#underlines"), editor = document.querySelector("#editor");
          const [a, b] = [getComputedStyle(under), getComputedStyle(editor)];
          const differing = ["fontFamily", "fontSize", "fontWeight", "lineHeight", "letterSpacing", "tabSize",
            "whiteSpace", "wordSpacing", "fontVariantLigatures", "overflowWrap"].filter(name => a[name] !== b[name])
            .map(name => `${name}: ${a[name]}, ${b[name]}`);
          const box = e => { const r = e.getBoundingClientRect(), s = getComputedStyle(e);
            return [r.left + parseFloat(s.borderLeftWidth) + parseFloat(s.paddingLeft),
                    r.top + parseFloat(s.borderTopWidth) + parseFloat(s.paddingTop)]; };
          return { differing, under: box(under), editor: box(editor) };
        }""")
        same(apart["differing"], [], "styles of the underlines and the editor")
        same(apart["under"], apart["editor"], "the positions at which the texts of the underlines and the editor start")


@checks
def every_documented_mistake_is_shown_as_check_reports_it(stage):
    texts = {}
    for path in sorted((CONFIGS / "mistakes").glob("*.yaml")):
        text = path.read_bytes().decode("utf-8", "replace")
        # A browser's editor has no control characters except line breaks; these two are about files.
        if path.stem not in ("invalid-encoding", "extends-cycle"):
            texts[path.stem] = text
    with stage.page() as page:
        for name, text in texts.items():
            page.rewrite(text)
            same(page.text, text, f"{name}: the editor's text")
            wanted = [(f"{f[0]}:{f[1]}", *f[2:4]) for f in stage.compiler.findings(text)]
            same([f[:3] for f in page.findings()], wanted, name)
            overflows = page.browser.evaluate("document.documentElement.scrollWidth - innerWidth")
            holds(overflows <= 0, f"{name}: the page is {overflows} pixels too wide")
    return f"{len(texts)} mistakes"


@checks
def fixing_all_does_what_check_fix_does(stage):
    with stage.page(ERRONEOUS) as page:
        findings_are_those_of_check(page, stage)
        page.repainted(page.find("#fix-all").click)
        path = page.server.folder / "fixed.yaml"
        path.write_text(ERRONEOUS)
        stage.compiler.output("check", "--fix", str(path))
        fixed = path.read_text()
        if page.text != fixed and page.find("#fix-all").is_visible():
            page.repainted(page.find("#fix-all").click)
        same(page.text, fixed, "the text after fixing all")
        findings_are_those_of_check(page, stage)
        same((page.server.folder / "model.yaml").read_text(), ERRONEOUS, "the file, unsaved")


@checks
def fixes_can_be_undone(stage):
    with stage.page() as page:
        page.replace("classifier:", "clasifier:")
        mistaken = page.text
        page.repainted(page.find("#findings button.fix").first.click)
        page.find("#editor").focus()
        page.repainted(lambda: page.browser.keyboard.press("ControlOrMeta+z"))
        same(page.text, mistaken, "the text after undoing the fix")
        page.repainted(lambda: page.browser.keyboard.press("ControlOrMeta+Shift+z"))
        same(page.text, CUSTOM, "the text after redoing it")


@checks
def clicking_a_place_goes_there(stage):
    with stage.page(ERRONEOUS) as page:
        for item in page.find("#findings li").all():
            place = item.locator("button.place")
            line, column = map(int, place.inner_text().strip().split(":"))
            place.click()
            same(page.find(":focus").get_attribute("id"), "editor", "the focus after clicking a place")
            # The column counts characters, the caret UTF-16 units.
            before = page.text.encode("utf-16-le")[:2 * page.caret].decode("utf-16-le")
            same((before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1), (line, column), "the caret")


@checks
def formatting_does_what_fmt_does(stage):
    untidy = "name:   'a'\ninput: [3,32,  32]\nfeatures: [ 64,M ]   # why\nclassifier: { hidden: [],classes: 10 }\n"
    with stage.page(untidy) as page:
        page.repainted(page.find("#format").click)
        same(page.text, stage.compiler.formatted(untidy), "the formatted text")
        page.find("#editor").focus()
        page.repainted(lambda: page.browser.keyboard.press("ControlOrMeta+z"))
        same(page.text, untidy, "the text after undoing")
        page.rewrite("name: [\n")
        holds(page.find("#format").is_disabled(), "a file that is not YAML can be formatted")
        page.rewrite(stage.compiler.formatted(untidy))
        holds(page.find("#format").is_disabled(), "a formatted file can be formatted again")


@checks
def fast_typing_ends_at_the_last_text(stage):
    with stage.page() as page:
        page.find("#editor").focus()
        page.browser.keyboard.press("ControlOrMeta+End")
        page.browser.keyboard.type("# " + "typing without a pause " * 12 + "\nclases: 3\n", delay=0)
        page.settle()
        findings_are_those_of_check(page, stage)
        page.browser.keyboard.type("limits: {parameters: 1M}\n", delay=5)
        page.settle()
        findings_are_those_of_check(page, stage)


@checks
def letters_composed_with_an_input_method_arrive(stage):
    with stage.page() as page:
        page.select(0, 0)
        session = page.browser.context.new_cdp_session(page.browser)
        for part in ["ㅎ", "하", "한"]:
            session.send("Input.imeSetComposition", {"text": part, "selectionStart": 1, "selectionEnd": 1})
            time.sleep(0.12)
        page.repainted(lambda: session.send("Input.insertText", {"text": "한"}))
        same(page.text, "한" + CUSTOM, "the text after composing 한")
        findings_are_those_of_check(page, stage)


@checks
def text_of_the_configuration_is_never_markup(stage):
    evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>&lt;'
    text = f"""name: '{evil}'
input: [3, 8, 8]
labels: ['{evil}', b]
'{evil}': 1
models:
  '{evil}': {{features: [4, M, '{evil}'], classifier: {{hidden: [], classes: 2}}}}
  b: {{features: [4, M], classifier: {{hidden: [], classes: 2}}}}
"""
    with stage.page(text) as page:
        title = page.browser.title()
        for shown in [text, text.replace(f", '{evil}']", "]").replace(f"'{evil}': 1\n", "")]:
            page.rewrite(shown + "# again\n")
            same(page.find("img, script:not([src])").count(), 0, "elements made of the text")
            for key in ["1", "2"]:
                holds(page.browser.title() != key, "a script in the text ran")
        holds(page.findings() or title, "the page is empty")


@checks
def long_and_odd_texts_do_not_break_it(stage):
    odd = ["", "\n", " ", "\t", "# 🧠" * 50, "a" * 20_000, "features: [" + "64, " * 2_000 + "M]\n",
           "name: \u202e‮abc\nfeatures: [4, X]\n",
           "\n" * 3_000, "features: [4, M]\n" * 200, "&a [*a, *a]", "%YAML 1.9\n---\n", "a: b: c: d\n", "- " * 90,
           "{" * 90]
    with stage.page() as page:
        for text in odd:
            page.rewrite(text) if text else page.repainted(lambda: page.find("#editor").fill(""))
            same([f[:3] for f in page.findings()][:20],
                 [(f"{f[0]}:{f[1]}", *f[2:4]) for f in stage.compiler.findings(page.text)][:20],
                 f"findings of {text[:20]!r}")
            holds(page.shown("#verdict"), f"no verdict on {text[:20]!r}")
        page.rewrite(CUSTOM)
        same(page.findings(), [], "findings of the valid text afterwards")
