"""Pictures of the page for people to look at."""

from .stage import CUSTOM, E, ERRONEOUS, PAPER

WIDTHS = [390, 820, 1400]


def pictures(stage, folder):
    subjects = [("custom", CUSTOM, []), ("errors", ERRONEOUS, []), ("korean", PAPER, ["--lang", "ko"]), ("e", E, [])]
    count = 0
    for name, text, options in subjects:
        for scheme in ["light", "dark"]:
            for width in WIDTHS:
                with stage.page(text, *options, color_scheme=scheme, viewport={"width": width, "height": 900},
                                device_scale_factor=1) as page:
                    # These appear a little after the rest.
                    page.find("#size-bands > *").first.wait_for(state="attached")
                    page.browser.screenshot(path=folder / f"{name}-{scheme}-{width}.png", full_page=True)
                    count += 1
    with stage.page(CUSTOM) as page:
        page.drag_size(5)
        page.browser.screenshot(path=folder / "custom-size-5.png", full_page=True)
    with stage.page(CUSTOM) as page:
        page.box("conv2_1").click()
        page.find("#share").click()
        page.browser.wait_for_timeout(300)
        page.browser.screenshot(path=folder / "custom-layer-and-link.png", full_page=True)
    return f"{count + 2} pictures in {folder}"
