"""Sizes and the numbers that follow from them, against `vggc summary`."""

import re

from .checks import Checks, holds, same
from .page import bytes_agree
from .stage import CUSTOM, E, PAPER
from .wire import Client

checks = Checks()
COUNTS = ["parameters", "macs", "flattened"]
SIZES = ["activation_bytes", "peak_activation_bytes"]
BUILT_IN = ["A", "A-LRN", "B", "C", "D", "E", "vgg11", "vgg13", "vgg16", "vgg19", "vgg11_bn", "vgg13_bn", "vgg16_bn",
            "vgg19_bn"]


def receptive_field(summary):
    """The receptive field of the last feature map."""
    fields = [layer.get("receptive_field") for layer in summary["layers"] if len(layer["output"]) == 3]
    return next((field for field in reversed(fields) if field), None)


def facts_are_those_of(page, summary, what):
    heading = page.shown("#network-heading")
    holds(f"{summary['weight_layers']} weight layers" in heading and "x".join(map(str, summary["input"])) in heading,
          f"{what}: the heading is {heading!r}")
    for key in COUNTS:
        same(page.fact(key), summary[key], f"{what}: {key}")
    for key, exact in [*((key, summary[key]) for key in SIZES), ("weight_bytes", 4 * summary["parameters"])]:
        shown = page.shown(f'#facts [data-fact="{key}"] .value')
        # Batch norm's running statistics are also weights, but not parameters.
        if key != "weight_bytes" or "batch_norm2d" not in {layer["kind"] for layer in summary["layers"]}:
            holds(bytes_agree(shown, exact), f"{what}: {key} is {shown!r}, not {exact} bytes")
    same(page.fact("receptive_field"), receptive_field(summary), f"{what}: receptive_field")


@checks
def the_facts_are_those_of_summary(stage):
    for text in [CUSTOM, E]:
        with stage.page(text) as page:
            facts_are_those_of(page, stage.compiler.summary(text), text[:20])


@checks
def edits_change_the_facts(stage):
    with stage.page() as page:
        for old, new in [("[64, 64, 64, M", "[64, 96, 64, M"), ("[4096, 4096]", "[512]"),
                         ("classes: 10", "classes: 1000"), ("[3, 32, 32]", "[1, 48, 40]")]:
            page.replace(old, new)
            facts_are_those_of(page, stage.compiler.summary(page.text), new)


@checks
def the_table_lists_every_layer_with_its_numbers(stage):
    with stage.page(E) as page:
        rows = page.find("#layers tr[data-volume]").all_inner_texts()
        for layer in stage.compiler.summary(E)["layers"]:
            if layer["kind"] not in ("conv2d", "linear"):
                continue
            same_row = [row for row in rows if f"{layer['parameters']:,}" in row and f"{layer['macs']:,}" in row]
            holds(same_row,
                  f"no row has the {layer['parameters']:,} parameters and {layer['macs']:,} MACs of {layer['name']}")


@checks
def the_slider_changes_the_facts(stage):
    with stage.page() as page:
        same(page.find("#size").input_value(), "32", "the slider's initial position")
        for size in [8, 9, 31, 33, 40, 64, 96, 128]:
            page.drag_size(size)
            holds(str(size) in page.shown("#size-value"), f"at {size} the size shown is {page.shown('#size-value')!r}")
            facts_are_those_of(page, stage.compiler.summary(CUSTOM, "--input", f"3x{size}x{size}"), f"at {size}")
        same(page.text, CUSTOM, "the text after moving the slider")
        page.repainted(page.find("#size-reset").click)
        same(page.find("#size").input_value(), "32", "the slider's position after a reset")
        facts_are_those_of(page, stage.compiler.summary(CUSTOM), "after a reset")


@checks
def an_image_that_is_not_square_keeps_its_shape(stage):
    text = CUSTOM.replace("[3, 32, 32]", "[3, 40, 60]")
    with stage.page(text) as page:
        facts_are_those_of(page, stage.compiler.summary(text), "at 40 x 60")
        page.drag_size(80)
        facts_are_those_of(page, stage.compiler.summary(text, "--input", "3x80x120"), "at 80 x 120")
        page.repainted(page.find("#size-apply").click)
        same(stage.compiler.summary(page.text)["input"], [3, 80, 120], "the input that was written")


@checks
def the_slider_shows_where_the_network_does_not_work(stage):
    with stage.page(E) as page:
        same(page.stop(), "", "the reason that 224 does not work")
        holds("32 x 32" in page.shown("#size-note"),
              f"the note does not state the smallest size: {page.shown('#size-note')!r}")
        page.drag_size(31)
        stopped = stage.compiler.summary(E, "--input", "3x31x31")["stopped_at"]["message"]
        holds(stopped in page.stop(), f"at 31 it says {page.stop()!r}, not {stopped!r}")
        same(page.text, E, "the text")
        page.drag_size(32)
        same(page.stop(), "", "the reason that 32 does not work")
        facts_are_those_of(page, stage.compiler.summary(E, "--input", "3x32x32"), "at 32")


@checks
def the_size_can_be_written_into_the_text(stage):
    for text in [CUSTOM, CUSTOM.replace("[3, 32, 32]", "{channels: 3, height: 32, width: 32}"),
                 CUSTOM.replace("[3, 32, 32]", "3x32x32"),
                 "extends: D\nclassifier: {classes: 7}\n", CUSTOM.replace("[3, 32, 32]", "[3, 32, 32] # small")]:
        with stage.page(text) as page:
            page.drag_size(96)
            page.repainted(page.find("#size-apply").click)
            summary = stage.compiler.summary(page.text)
            same(summary["input"], [3, 96, 96], f"the input of {page.text!r}")
            facts_are_those_of(page, summary, "after writing the size")
            same(page.text.count("#"), text.count("#"), "comments kept")
            page.find("#editor").focus()
            page.repainted(lambda: page.browser.keyboard.press("ControlOrMeta+z"))
            same(page.text, text, "the text after undoing")


@checks
def the_bands_of_sizes_are_correct(stage):
    texts = [CUSTOM, E, CUSTOM.replace("[3, 32, 32]", "[1, 28, 28]"),
             "features: [8, M]\nclassifier:\n  - linear: {in: 128, out: 2}\n",
             "features: [8, M]\navgpool: 7\nclassifier: {hidden: [], classes: 2}\n",
             "input: [3, 40, 60]\nfeatures: [4, M, M, M, M]\nclassifier: {hidden: [], classes: 2}\n",
             CUSTOM + "limits: {macs: 400M}\n"]
    asked = 0
    with stage.serving() as server:
        for text in texts:
            bands = Client(server).post("/api/sizes", {"text": text, "model": 0}).json["bands"]
            same(bands[0]["from"], 1, "the first size")
            same([b["from"] for b in bands[1:]], [b["to"] + 1 for b in bands[:-1]], "the starts of the bands")
            whole = stage.compiler.summary(text)["input"]
            for band in bands:
                for size in {band["from"], band["to"], (band["from"] + band["to"]) // 2}:
                    if whole[1] == whole[2]:
                        same(band["works"], stage.compiler.works(text, size), f"whether {size} works in {text[:60]!r}")
                        asked += 1
    return f"{asked} sizes asked"


@checks
def shares_are_fractions_of_the_whole(stage):
    summary = stage.compiler.summary(E)
    convolutions = [layer for layer in summary["layers"] if layer["kind"] in ("conv2d", "linear")]
    with stage.page(E) as page:
        for name, layer in [("conv1_1", convolutions[0]), ("conv3_2", convolutions[5]), ("fc6", convolutions[16])]:
            page.find(f'#layers tr[data-volume="{page.volume(name)}"]').click()
            page.settle()
            holds(name in page.shown("#details-title"), f"{name}: the title is {page.shown('#details-title')!r}")
            for key in ["parameters", "macs"]:
                shown = page.shown(f'#shares [data-share="{key}"] .value')
                wanted = 100 * layer[key] / summary[key]
                found = re.search(r"([\d.]+)\s*%", shown)
                holds(found and abs(float(found[1]) - wanted) <= 0.51,
                      f"{name}'s share of {key} is {shown!r}, not {wanted:.2f} %")
            memory = page.find('#shares [data-share="memory"] .value')
            holds(memory.count() and re.search(r"\d", memory.inner_text()), f"{name} has no share of the memory")
            lesson = page.shown("#lesson")
            holds(f"{layer['parameters']:,}" in lesson, f"{name}'s lesson does not contain {layer['parameters']:,}")


@checks
def the_receptive_field_is_drawn_as_large_as_it_is(stage):
    with stage.page() as page:
        layers = stage.compiler.summary(CUSTOM)["layers"]
        fields = [layer["receptive_field"] for layer in layers if layer["kind"] == "conv2d"]
        for name, field in zip(["conv1_1", "conv1_2", "conv1_3", "conv2_1", "conv2_2"], fields):
            page.box(name).click()
            page.settle()
            rectangle = page.find("#sight svg rect.field").first
            same([float(rectangle.get_attribute(a)) for a in ("width", "height")], [field, field], f"{name}'s field")


@checks
def models_of_one_file_can_be_chosen(stage):
    with stage.page(PAPER) as page:
        holds(page.find("#model").is_visible(), "there is no choice of models")
        same(page.find("#model option").all_inner_texts(), ["A", "A-LRN", "B", "C", "D", "E"], "the models")
        for name in ["E", "A-LRN", "A"]:
            page.repainted(lambda: page.find("#model").select_option(label=name))
            facts_are_those_of(page, stage.compiler.summary(PAPER, "--model", name), name)
        page.repainted(lambda: page.find("#model").select_option(label="E"))
        page.drag_size(96)
        facts_are_those_of(page, stage.compiler.summary(PAPER, "--model", "E", "--input", "3x96x96"), "E at 96")
        page.repainted(page.find("#size-reset").click)
        page.rewrite(CUSTOM)
        holds(not page.find("#model").is_visible(), "one model is still offered as a choice")
        facts_are_those_of(page, stage.compiler.summary(CUSTOM), "one model after six")


@checks
def another_text_is_shown_at_its_own_size(stage):
    with stage.page() as page:
        page.drag_size(96)
        page.repainted(lambda: page.find("#examples").select_option("E"))
        facts_are_those_of(page, stage.compiler.summary(page.text), "an example after moving the slider")
        page.drag_size(96)
        page.replace("[3, 224, 224]", "[3, 64, 64]")
        facts_are_those_of(page, stage.compiler.summary(page.text), "another input typed after moving the slider")


@checks
def every_example_opens(stage):
    with stage.page() as page:
        options = page.find("#examples option").evaluate_all(
            "options => options.map(o => [o.value, o.label, o.disabled])")
        offered = {value or label: label for value, label, disabled in options if value and not disabled}
        missing = [name for name in BUILT_IN[:6] if not any(name in (value, label.split()[0]) for value,
                                                            label in offered.items())]
        same(missing, [], "configurations that are not offered")
        for value in offered:
            page.repainted(lambda: page.find("#examples").select_option(value))
            same([f for f in page.findings() if f[1] == "error"], [], f"errors of {value}")
            facts_are_those_of(page, stage.compiler.summary(page.text), value)
            if value in BUILT_IN:
                same(page.fact("parameters"), stage.compiler.built_in(value)["parameters"], value)
    return f"{len(offered)} examples"


@checks
def layers_before_a_mistake_are_shown(stage):
    with stage.page() as page:
        rows = page.find("#layers tr[data-volume]").count()
        page.replace("256, 256, 256, M]", "256, 256, X, M]")
        holds(0 < page.find("#layers tr[data-volume]").count() < rows, "layers before a mistake are not shown")
        page.replace("X, M]", "256, M]")
        same(page.find("#layers tr[data-volume]").count(), rows, "layers after the repair")
        facts_are_those_of(page, stage.compiler.summary(CUSTOM), "after the repair")
