"""Results as Markdown: the tables that runtime.py prints, and that results-page.py writes into Docs/Benchmarks.md."""

MIB = 1 << 20
MICROARCHITECTURES = {("AMD EPYC", "25", "1"): "AMD Zen 3", ("AMD EPYC", "25", "17"): "AMD Zen 4"}
SPEED = "vgg, times as fast as the fastest peer"


def machine_name(machine):
    """A short name of a machine: its microarchitecture if it is known, and its number of logical processors."""
    processor, family, model = machine["processor"], machine.get("family"), machine.get("model")
    name = MICROARCHITECTURES.get((processor, family, model))
    return f"{name or processor + (f' {family}/{model}' if family else '')}, {machine['processors']} CPUs"


def processor_name(machine):
    identity = f", family {machine['family']} model {machine['model']}" if "family" in machine else ""
    return machine["processor"] + identity


def fastest_peer(line, time="median_ms"):
    """(id, ms) of the fastest engine other than vgg, or (None, None)."""
    times = {
        engine: result[time] for engine, result in line["engines"].items() if engine != "vgg" and time in result}
    best = min(times, key=times.get, default=None)
    return best, times.get(best)


def milliseconds(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def table(titles, rows):
    yield "| " + " | ".join(titles) + " |"
    yield "|---|" + "---:|" * (len(titles) - 1)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def line_table(lines, engines, heading, cell, more=None):
    """One row per line, one column per engine of {key: title}; `cell(result, line)`, then {title: cell(line)}."""
    more = more or {}

    def text(engine, line):
        result = line["engines"].get(engine)
        if result is None:
            return "-"
        return "failed" if "failure" in result else cell(result, line)

    yield from table(
        [heading, *engines.values(), *more],
        ([line["title"], *(text(engine, line) for engine in engines), *(extra(line) for extra in more.values())]
         for line in lines))


def time_cell(result, line):
    best, time = fastest_peer(line)
    text = milliseconds(result["median_ms"])
    if time is None:
        return text
    if line["engines"].get(best) is result:
        return f"**{text}**"
    return f"{text} ({result['median_ms'] / time:.2f})"


def best_cell(result, _):
    return milliseconds(result["min_ms"])


def speed_of_vgg(line, time="median_ms"):
    """The number of times that vgg is as fast as the fastest peer, or None."""
    _, peer = fastest_peer(line, time)
    own = line["engines"].get("vgg", {}).get(time)
    return peer / own if peer and own else None


def speed_cell(line, time="median_ms"):
    speed = speed_of_vgg(line, time)
    return f"{speed:.2f}" if speed else "-"


def error_cell(result, _):
    return f"{result['error']:.1e}"


def memory_cell(result, _):
    sizes = [result.get("steady_rss_bytes"), result.get("peak_rss_bytes")]
    return " / ".join("-" if size is None else f"{size / MIB:,.0f}" for size in sizes)


def start_cell(result, _):
    imports = f" ({result['imported_s']:.2f})" if "imported_s" in result else ""
    return f"{result['answered_s']:.2f}{imports}"


def start_engines(starts):
    """{title: title} of the engines that were started."""
    return {title: title for start in starts for title in start["engines"]}


# The heading of each table, and its cells.
TIMES = ("ms, median of the rounds (over the fastest peer)", time_cell)
BEST = ("ms, fastest single run", best_cell)
ERRORS = ("error against float64, over the largest output", error_cell)
MEMORY = ("resident MiB, steady / peak", memory_cell)
STARTS = ("to the first answer, s (of that, the interpreter and its imports)", start_cell)


def others(line):
    """The processors used by other work while the most disturbed engine was timed: above 0.1 its time is too long."""
    values = [result["others_processors"] for result in line["engines"].values() if "others_processors" in result]
    return f"{max(values):.2f}" if values else "-"


def markdown(run):
    machine = run["machine"]
    yield (f"{processor_name(machine)} ({', '.join(machine.get('vectors', []))}), {machine['processors']} "
           f"processors, {machine.get('memory_bytes', 0) / (1 << 30):.0f} GiB, {machine['system']}; {run['date']}.")
    yield ", ".join(f"{name} {version}" for name, version in run["versions"].items()) + "."
    lines, engines = run["lines"], run["engines"]
    yield f"{run['rounds']} rounds."
    yield ""
    more = {SPEED: speed_cell} if "vgg" in engines else {}
    yield from line_table(lines, engines, *TIMES, more | {"processors others used": others})
    for kind in (BEST, ERRORS, MEMORY):
        yield ""
        yield from line_table(lines, engines, *kind)
    if run["cold_starts"]:
        yield ""
        yield from line_table(run["cold_starts"], start_engines(run["cold_starts"]), *STARTS)
    failures = [
        f"{line['title']}: {result['failure']}" for line in run["lines"] + run["cold_starts"]
        for result in line["engines"].values() if "failure" in result]
    if failures:
        yield ""
        yield from (f"- {failure}" for failure in failures)
