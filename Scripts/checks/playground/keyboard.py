"""Everything by keyboard alone."""

from .checks import Checks, holds, same
from .figures import facts_are_those_of
from .stage import CUSTOM, ERRONEOUS, PAPER

checks = Checks()
# The elements' numbers, which stay the same when others are replaced.
NUMBER = """() => {
  const numbers = new Map(Array.from(document.querySelectorAll("*"), (e, number) => [e, number]));
  window.nameOf = e => `${e.id || e.textContent.trim().slice(0, 20) || e.tagName} ${numbers.get(e)}`;
}"""
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect();
  // The editor's focus ring also surrounds its line numbers.
  const style = getComputedStyle(e.id === "editor" ? e.closest(".paper") ?? e : e);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0
    || style.boxShadow !== "none" || e.tagName === "rect" || e instanceof SVGElement && style.stroke !== "none";
  return { name: window.nameOf(e), ring,
    visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight };
}"""
CONTROLS = """() => Array.from(
    document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=button]"))
  .filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }))
  .map(window.nameOf)"""


def tabbed(page, key="Tab"):
    """The focused elements, one Tab after another, from the top of the page to its end."""
    page.browser.evaluate("document.activeElement?.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)")
    found = []
    for _ in range(200):
        page.browser.keyboard.press(key)
        focused = page.browser.evaluate(FOCUSED)
        if focused is None or (found and focused["name"] == found[0]["name"]):
            break
        found.append(focused)
    return found


@checks
def tab_reaches_every_control_and_shows_where_it_is(stage):
    for text in [CUSTOM, ERRONEOUS, PAPER]:
        with stage.page(text) as page:
            page.browser.evaluate(NUMBER)
            controls = page.browser.evaluate(CONTROLS)
            found = tabbed(page)
            names = [focused["name"] for focused in found]
            missed = sorted(set(controls) - set(names))
            same(missed, [], f"controls that Tab does not reach of {len(controls)}")
            same([f["name"] for f in found if not f["visible"]], [], "focused, but not visible")
            same([f["name"] for f in found if not f["ring"]], [], "focused, but not marked")
            editor = next(place for place, name in enumerate(names) if name.startswith("editor "))
            holds(editor < len(names) - 3, "Tab does not leave the editor")
            back = [focused["name"] for focused in tabbed(page, "Shift+Tab")]
            same(back[::-1], names, "the order backwards")


@checks
def a_mistake_is_fixed_and_saved_by_keyboard(stage):
    with stage.page(CUSTOM.replace("classifier:", "clasifier:")) as page:
        for _ in range(60):
            page.browser.keyboard.press("Tab")
            if page.find("button.fix:focus").count():
                break
        same(page.find("button.fix:focus").count(), 1, "focused fixes")
        page.repainted(lambda: page.browser.keyboard.press("Enter"))
        same(page.text, CUSTOM, "the text after the fix")
        same(page.find(":focus").count(), 1, "the number of focused elements after a fix")
        page.browser.keyboard.press("ControlOrMeta+s")
        for _ in range(40):
            page.browser.wait_for_timeout(50)
        same((page.server.folder / "model.yaml").read_text(), CUSTOM, "the saved file")


@checks
def the_slider_moves_by_keyboard(stage):
    with stage.page() as page:
        page.find("#size").focus()
        for key, size in [("ArrowRight", 33), ("ArrowRight", 34), ("ArrowLeft", 33)]:
            page.repainted(lambda: page.browser.keyboard.press(key))
            same(page.find("#size").input_value(), str(size), f"the slider after {key}")
            facts_are_those_of(page, stage.compiler.summary(CUSTOM, "--input", f"3x{size}x{size}"), f"at {size}")
        page.repainted(lambda: page.browser.keyboard.press("Home"))
        same(page.find("#size").input_value(), "1", "the slider after Home")
        holds(page.stop(), "the page does not report that size 1 does not work")
        same(page.find(":focus").get_attribute("id"), "size", "the focus")


@checks
def arrow_keys_move_through_the_drawing(stage):
    with stage.page() as page:
        same(page.find('#drawing .box[tabindex="0"]').count(), 1, "boxes that Tab reaches")
        page.find('#drawing .box[tabindex="0"]').focus()
        page.browser.keyboard.press("Home")
        seen, titles = [], []
        count = page.find("#drawing .box[data-volume]").count()
        for _ in range(count):
            seen.append(page.find("#drawing .box:focus").get_attribute("data-volume"))
            titles.append(page.shown("#details-title"))
            page.browser.keyboard.press("ArrowRight")
        same(seen, [str(n) for n in range(count)], "boxes from left to right")
        same(len(set(titles)), count, "different titles")
        page.browser.keyboard.press("ArrowLeft")
        page.browser.keyboard.press("Enter")
        same(page.find('#drawing .box[aria-pressed="true"]').count(), 1, "pinned boxes")
        pinned = page.shown("#details-title")
        page.find("#editor").focus()
        same(page.shown("#details-title"), pinned, "the details after leaving the drawing")
        names = page.find("#drawing .box[data-volume]").evaluate_all(
            "boxes => boxes.filter(b => !b.getAttribute('aria-label') && !b.querySelector('title')).length")
        same(names, 0, "boxes without a name")
        same(page.find('#drawing .box:not([role="button"])').count(), 0, "boxes that are not buttons")


@checks
def pointing_shows_and_clicking_keeps(stage):
    with stage.page() as page:
        page.box("conv1_1").click()
        kept = page.shown("#details-title")
        page.box("conv2_1").hover()
        holds("conv2_1" in page.shown("#details-title"), f"pointing at conv2_1 shows {page.shown('#details-title')!r}")
        page.browser.mouse.move(2, 2)
        same(page.shown("#details-title"), kept, "the details after pointing elsewhere")


@checks
def touching_works(stage):
    with stage.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True,
                    device_scale_factor=2) as page:
        page.box("conv2_1").tap()
        holds("conv2_1" in page.shown("#details-title"), f"tapping conv2_1 shows {page.shown('#details-title')!r}")
        page.find("#editor").tap()
        size = page.find("#editor").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        holds(size >= 16, f"the editor's letters of {size} pixels make iPhones zoom in")
