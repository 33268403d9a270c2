"""The result as Markdown, the tables of Docs/Benchmarks.md."""

MIB = 1 << 20


def fastest_peer(line):
    """(id, ms) of the fastest engine other than vgg, or (None, None)."""
    times = {
        engine: result["median_ms"] for engine, result in line["engines"].items()
        if engine != "vgg" and "median_ms" in result}
    best = min(times, key=times.get, default=None)
    return best, times.get(best)


def milliseconds(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def table(titles, rows):
    yield "| " + " | ".join(titles) + " |"
    yield "|---|" + "---:|" * (len(titles) - 1)
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def line_table(run, heading, cell, more=None):
    """One row per line, one column per engine; `cell(result, line)` if the engine ran, then {title: cell(line)}."""
    more = more or {}

    def row(line):
        cells = [
            cell(line["engines"][engine], line) if "median_ms" in line["engines"][engine] else "failed"
            for engine in run["engines"]]
        return [line["title"], *cells, *(extra(line) for extra in more.values())]

    titles = [heading, *run["engines"].values(), *more]
    yield from table(titles, map(row, run["lines"]))


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


def speed_of_vgg(line):
    _, time = fastest_peer(line)
    own = line["engines"]["vgg"].get("median_ms")
    return f"{time / own:.2f}" if time and own else "-"


def memory_cell(result, _):
    sizes = [result.get("steady_rss_bytes"), result.get("peak_rss_bytes")]
    return " / ".join("-" if size is None else f"{size / MIB:,.0f}" for size in sizes)


def start_table(run):
    titles = list(dict.fromkeys(title for start in run["cold_starts"] for title in start["engines"]))

    def cell(result):
        if "answered_s" not in result:
            return "failed"
        imports = f" ({result['imported_s']:.2f})" if "imported_s" in result else ""
        return f"{result['answered_s']:.2f}{imports}"

    yield from table(
        ["to the first answer, s (of it the interpreter and its imports)", *titles],
        ([start["title"], *(cell(start["engines"][title]) for title in titles)] for start in run["cold_starts"]))


def others(line):
    """The processors used by other work while the most disturbed engine was timed: above 0.1 its time is too long."""
    values = [result["others_processors"] for result in line["engines"].values() if "others_processors" in result]
    return f"{max(values):.2f}" if values else "-"


def markdown(run):
    machine = run["machine"]
    identity = f", family {machine['family']} model {machine['model']}" if "family" in machine else ""
    yield (f"{machine['processor']}{identity} ({', '.join(machine.get('vectors', []))}), {machine['processors']} "
           f"processors, {machine.get('memory_bytes', 0) / (1 << 30):.0f} GiB, {machine['system']}; {run['date']}.")
    yield ", ".join(f"{name} {version}" for name, version in run["versions"].items()) + "."
    yield ""
    more = {"vgg, times as fast as the fastest peer": speed_of_vgg} if "vgg" in run["engines"] else {}
    more["processors others used"] = others
    yield from line_table(run, f"ms, median of {run['rounds']} rounds (over the fastest peer)", time_cell, more)
    yield ""
    yield from line_table(run, "ms, best single run", best_cell)
    yield ""
    yield from line_table(
        run, "error against float64, over the largest output", lambda result, _: f"{result['error']:.1e}")
    yield ""
    yield from line_table(run, "resident MiB, steady / peak", memory_cell)
    if run["cold_starts"]:
        yield ""
        yield from start_table(run)
    failures = [
        f"{line['title']}: {result['failure']}" for line in run["lines"] + run["cold_starts"]
        for result in line["engines"].values() if "failure" in result]
    if failures:
        yield ""
        yield from (f"- {failure}" for failure in failures)
