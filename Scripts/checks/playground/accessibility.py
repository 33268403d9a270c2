"""Accessibility: axe-core's rules, and further checks that they do not include."""

from .checks import Checks, holds, same
from .stage import CUSTOM, ERRONEOUS, PAPER

checks = Checks()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(page):
    from axe_playwright_python.sync_playwright import Axe
    found = Axe().run(page.browser, options=RULES).response["violations"]
    return [f"{v['id']} ({v['impact']}) at {', '.join(str(n['target'][0]) for n in v['nodes'][:3])}"
            f"{' …' if len(v['nodes']) > 3 else ''}: {v['help']}" for v in found]


@checks
def axe_finds_nothing(stage):
    made = 0
    for scheme in ["light", "dark"]:
        for width in [1400, 390]:
            for text, options in [(CUSTOM, []), (ERRONEOUS, []), (PAPER, ["--lang", "ko"])]:
                with stage.page(text, *options, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
                    page.find("#share").click()
                    for summary in page.find("summary").all()[:3]:
                        summary.click()
                    page.settle()
                    same(violations(page), [],
                         f"axe-core, {scheme}, {width} pixels wide, {' '.join(options) or 'en'}, {text[:24]!r}")
                    made += 1
    return f"{made} states of the page"


@checks
def axe_finds_nothing_where_the_size_does_not_work(stage):
    for scheme in ["light", "dark"]:
        with stage.page(CUSTOM, color_scheme=scheme) as page:
            page.drag_size(5)
            same(violations(page), [], f"axe-core at size 5, {scheme}")


@checks
def the_page_fits_narrow_and_enlarged(stage):
    for width in [320, 390, 820, 1400, 2560]:
        for text in [CUSTOM, ERRONEOUS]:
            with stage.page(text, viewport={"width": width, "height": 800}) as page:
                wide = page.browser.evaluate("document.documentElement.scrollWidth - innerWidth")
                holds(wide <= 0, f"at {width} pixels the page is {wide} too wide")
                if width < 390:
                    continue
                # Text at twice the size, as people set it in their browser.
                session = page.browser.context.new_cdp_session(page.browser)
                session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
                page.browser.reload()
                page.settle()
                size = page.browser.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
                same(size, 32, "the size of the text that the user has set")
                wide = page.browser.evaluate("document.documentElement.scrollWidth - innerWidth")
                holds(wide <= 0, f"at {width} pixels with text twice as large the page is {wide} too wide")


@checks
def headings_and_landmarks_are_in_order(stage):
    with stage.page(ERRONEOUS) as page:
        levels = page.find("h1, h2, h3, h4, h5, h6").evaluate_all(
            "hs => hs.filter(h => h.checkVisibility()).map(h => Number(h.tagName[1]))")
        same(levels.count(1), 1, "headings of the first level")
        holds(levels[0] == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:])), f"levels of headings: {levels}")
        same(page.find("main").count(), 1, "main landmarks")
        same(page.find("html").get_attribute("lang"), "en", "the language")


@checks
def changes_are_announced_to_screen_readers(stage):
    with stage.page() as page:
        for selector in ["#verdict", "#notice"]:
            same(page.find(selector).get_attribute("role"), "status", f"{selector}: role")
        names = {}
        for selector in ["#editor", "#size", "#examples", "#fix-all", "#save", "#share", "#format"]:
            names[selector] = page.find(selector).evaluate(
                """e => e.getAttribute("aria-label") || e.getAttribute("aria-labelledby") || e.labels?.length
                  || e.textContent.trim()""")
        same([selector for selector, name in names.items() if not name], [], "controls without a name")
        holds(page.find("#editor").get_attribute("spellcheck") == "false", "the editor checks spelling")
        page.replace("classifier:", "clasifier:")
        same(page.find("#editor").get_attribute("aria-describedby"), "verdict", "the description of the editor")


@checks
def meaning_does_not_depend_on_colour_alone(stage):
    with stage.page(ERRONEOUS, forced_colors="active") as page:
        for item in page.find("#findings li").all():
            words = item.inner_text().lower()
            holds(any(kind in words for kind in ("error", "warning")),
                  f"no word marks this as an error or a warning: {words!r}")
        lines = page.find("#underlines mark.error, #underlines mark.warning").evaluate_all(
            "marks => marks.map(mark => getComputedStyle(mark).textDecorationLine)")
        holds(lines and all("underline" in line for line in lines),
              f"without colours, marks are not underlined: {lines}")


@checks
def nothing_moves_with_reduced_motion(stage):
    with stage.page(reduced_motion="reduce") as page:
        moving = page.browser.evaluate("""() => Array.from(document.querySelectorAll("*")).filter(e => {
          const s = getComputedStyle(e);
          return Math.max(...s.transitionDuration.split(",").map(parseFloat)) > 0.01 || s.animationName !== "none";
        }).map(e => e.id || e.tagName)""")
        same(moving, [], "the moving elements")


@checks
def light_and_dark_follow_the_system(stage):
    def colours(scheme):
        with stage.page(color_scheme=scheme) as page:
            return page.browser.evaluate("""() => ["body", "#editor", "#findings", "#facts"].map(s => {
              const style = getComputedStyle(document.querySelector(s));
              return [style.backgroundColor, style.color];
            })""")

    light, dark = colours("light"), colours("dark")
    holds(light[0] != dark[0] and light[1] != dark[1], f"light {light} and dark {dark}")


@checks
def the_page_is_korean_on_request(stage):
    with stage.page(CUSTOM, "--lang", "ko") as page:
        same(page.find("html").get_attribute("lang"), "ko", "the language")
        words = page.find("h2, label, button, dt, th, #verdict, #size-note, summary").evaluate_all(
            """elements => elements.filter(e => e.checkVisibility() && !e.closest("#details-title, tbody, #lesson"))
              .map(e => e.textContent.trim())""")
        # Names that are the same in every language.
        names = {"torchvision", "MAC", "MACs", "FLOPs"}
        english = sorted({w for w in words if w and w not in names and not any("가" <= c <= "힣" for c in w)})
        page.replace("classifier:", "clasifier:")
        holds(any("가" <= c <= "힣" for c in page.shown("#verdict")), f"the verdict is {page.shown('#verdict')!r}")
        same(english, [], "not in Korean")


@checks
def english_passages_in_korean_texts_are_marked(stage):
    with stage.page(ERRONEOUS, "--lang", "ko") as page:
        marked = page.browser.evaluate("""async () => {
          const { element } = await import("/element.js");
          return ["보폭(stride)은 2입니다", "논문의 weight layers입니다", "PyTorch를 씁니다", "`batch_norm: true`를 지우세요", "conv1_1",
            "in_channels = 64"].map(text => element("p", "", text).outerHTML);
        }""")
        same(marked, [
            '<p>보폭(<span lang="en">stride</span>)은 2입니다</p>', '<p>논문의 <span lang="en">weight layers</span>입니다</p>',
            "<p>PyTorch를 씁니다</p>", "<p>`batch_norm: true`를 지우세요</p>", '<p lang="en">conv1_1</p>', "<p>in_channels = 64</p>",
        ], "the marked passages")
        unmarked = page.find("#verdict, #findings .message, #findings .note, #size-note, #sees, #network-heading").evaluate_all(
            """elements => elements.flatMap(element => {
              const copy = element.cloneNode(true);
              copy.querySelectorAll("[lang=en], code").forEach(part => part.remove());
              const words = copy.textContent.replace(/`[^`]*`/g, "").match(/[a-z][A-Za-z']* [A-Za-z']+ [A-Za-z']+/);
              return words && element.lang !== "en" ? [words[0]] : [];
            })""")
        same(unmarked, [], "unmarked English")


@checks
def the_english_page_has_no_korean(stage):
    with stage.page() as page:
        body = page.browser.inner_text("body")
        holds(not any("가" <= c <= "힣" for c in body), "there are Korean letters on the English page")
