"""Malformed requests are refused, and do not affect other requests."""

import json

from .checks import Checks, holds, same
from .strangers import guarded, refused
from .wire import sent

checks = Checks()
LIMIT = 1 << 20


@checks
def paths_lead_to_no_file(client):
    paths = ["/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/etc/passwd",
             "/playground.css/../../x", "/playground.css/../model.yaml", "/model.yaml", "/secret.yaml", "/./",
             "/index.html",
             "/playground.css%00", "/playground.css/", "/playground.js?x", "/PLAYGROUND.CSS", "/api", "/api/",
             "/api/file/",
             "/api/file/../file", "/api//file", "/api/file%00.yaml", "/api/file?name=secret.yaml",
             "/api/file?path=/etc/passwd",
             "/api/%66ile", "/.git/config", "\\..\\secret.yaml", "/\\..\\secret.yaml", "file:///etc/passwd",
             "secret.yaml", "?",
             f"http://127.0.0.1:{client.server.port}/../secret.yaml", "http://rebound.example/", "/é", "/%", "/%zz",
             "*"]
    for path in paths:
        answer = client.ask("GET", path)
        holds(answer is not None, f"{path}: hangs up without an answer")
        holds(b"root:" not in answer.body and b"a secret" not in answer.body, f"{path} reveals a file")
        if answer.status == 200:
            holds(path in ("/playground.js?x", "/?"), f"{path}: is answered")
        else:
            refused(answer, [400, 403, 404], path)


@checks
def control_characters_in_a_head_are_refused(client):
    for byte in [b"\0", b"\x01", b"\x7f", b"\t", b"\x0b"]:
        head = client.head("GET", "/@", {}).replace(b"@", byte)
        refused(sent(client.server.port, head), [400, 404], f"a path with {byte!r}")
    for bad in [b"X\0Y: 1", b"X: a\0b", b"X : 1", b": 1", b"no colon", b" folded: 1", b"X: a\rb"]:
        head = client.head("GET", "/", {}).replace(b"\r\n\r\n", b"\r\n" + bad + b"\r\n\r\n")
        refused(sent(client.server.port, head), [400], f"the header {bad!r}")


@checks
def long_heads_are_refused(client):
    port = client.server.port
    for length in [20_000, 100_000, 2_000_000]:
        refused(client.ask("GET", "/" + "a" * length), [414, 431, 400], f"a path of {length} bytes")
        refused(client.ask("GET", "/", X="a" * length), [431, 400], f"a header of {length} bytes")
    many = client.head("GET", "/", {f"X-{i}": "1" for i in range(10_000)})
    refused(sent(port, many), [431, 400], "10,000 headers")
    endless = (client.head("GET", "/", {})[:-2] if i == 0 else b"X: 1\r\n" * 1000 for i in range(20_000))
    refused(sent(port, endless), [431, 400], "endless headers")


@checks
def requests_that_are_not_http_are_refused(client):
    garbage = [b"\0" * 4096 + b"\r\n\r\n", bytes(range(256)) * 64,
               b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x55" * 600,
               b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
               b"\r\n\r\n\r\n",
               b"GET  /  HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1 x\r\n\r\n", b" GET / HTTP/1.1\r\n\r\n",
               b"G\xc3\x89T / HTTP/1.1\r\n\r\n",
               b"SSH-2.0-OpenSSH_9.2\r\n", b"HELO there\r\n", b"{}\r\n\r\n", b"a" * 100_000]
    for bytes_ in garbage:
        answer = sent(client.server.port, bytes_, closing=True)
        if answer:
            refused(answer, [400, 403, 405, 414, 431, 501, 505], repr(bytes_[:30]))


@checks
def other_methods_are_refused(client):
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get", "G" * 300]:
        answer = client.ask(method, "/", b"")
        refused(answer, [400, 405, 501], f"{method[:20]} /")
        if answer.status == 405:
            same(answer.headers.get("allow"), "GET, HEAD", f"{method} /: Allow")
        holds(client.server.key.encode() not in answer.body, f"{method} / sends the key back")
    for method in ["GET", "HEAD", "PUT", "DELETE", "TRACE"]:
        answer = client.ask(method, "/api/compile", Content_Type="application/json")
        holds(answer and answer.status in (405, 501), f"{method} /api/compile: {answer and answer.status}")
    for method in ["POST", "DELETE", "PATCH", "TRACE"]:
        answer = client.ask(method, "/api/file", b"", Content_Type="application/yaml")
        refused(answer, [405, 501], f"{method} /api/file")
    for target in [f"127.0.0.1:{client.server.port}", "rebound.example:443", "/"]:
        refused(client.ask("CONNECT", target), [400, 403, 404, 405, 501], f"CONNECT {target}")


@checks
def large_bodies_are_refused(client):
    port = client.server.port
    refused(client.post("/api/compile", b'{"text": "' + b"a" * (2 * LIMIT) + b'"}'), [413], "2 MiB")
    declared = client.ask("POST", "/api/compile", b"", Content_Type="application/json", Content_Length=1 << 62)
    refused(declared, [413], "4 EiB declared")
    refused(client.put(b"# " + b"a" * (2 * LIMIT), If_Match='"x"'), [413], "2 MiB to save")
    count = 0

    def endless():
        nonlocal count
        yield client.head("POST", "/api/compile", {"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
        for count in range(1, 1025):
            yield b"10000\r\n" + b"a" * 65_536 + b"\r\n"

    refused(sent(port, endless()), [413], "an endless body in chunks")
    holds(count < 512, f"an endless body is refused only after {count * 64 // 1024} MiB")
    line = client.head("POST", "/api/compile", {"Content-Type": "application/json", "Transfer-Encoding": "chunked"})
    refused(sent(port, [line, *[b"f" * 65_536] * 64]), [400, 413, 431], "an endless chunk size")
    holds(client.compile("# " + "a" * (LIMIT - 200)).status == 200, "a body just under 1 MiB is refused")


@checks
def chunked_bodies_are_read_or_refused(client):
    def chunked(body, closing=True, **more):
        head = client.head("POST", "/api/compile", {
            "Content-Type": "application/json", "Transfer-Encoding": "chunked", "Connection": "close", **more})
        return sent(client.server.port, head + body, closing=closing)

    answer = chunked(b'10\r\n{"text": "featur\r\n10\r\nes: [4, M]\\n"}  \r\n0\r\n\r\n', closing=False)
    holds(answer and answer.status in (200, 411, 501), f"a chunked body: {answer and answer.status}")
    for body in [b"zz\r\n{}\r\n0\r\n\r\n", b"-1\r\n{}\r\n", b"ffffffffffffffffffff\r\n{}", b"2\r\n{}x\r\n0\r\n\r\n",
                 b"2\r\n{", b"\r\n",
                 b"0x2\r\n{}\r\n0\r\n\r\n"]:
        answer = chunked(body)
        holds(answer is None or answer.status in (400, 411, 413, 501),
              f"the chunks {body!r}: {answer and answer.status}")
    both = chunked(b"2\r\n{}\r\n0\r\n\r\n", **{"Content-Length": "2"})
    holds(both is None or both.status in (400, 411, 501), f"two lengths of one body: {both and both.status}")


@checks
def wrong_lengths_are_refused(client):
    port = client.server.port
    body = b'{"text": "features: [4, M]\\n"}'
    for length in ["-1", "+5", "0x10", "1e3", " ", "5 5", "5, 5, 6", "99999999999999999999999", "abc", "٣"]:
        head = client.head("POST", "/api/compile", {"Content-Type": "application/json"})
        head = head[:-2] + f"Content-Length: {length}\r\n\r\n".encode()
        answer = sent(port, head + body, closing=True)
        if answer:
            refused(answer, [400, 411, 413], f"Content-Length: {length}")
    short = client.ask("POST", "/api/compile", body, Content_Type="application/json", Content_Length=10)
    refused(short, [400], "a length that is too small")
    head = client.head("POST", "/api/compile", {"Content-Type": "application/json", "Content-Length": 1000})
    answer = sent(port, head + body, closing=True)
    if answer:
        refused(answer, [400, 408], "a length that is too large, and the end")
    twice = client.head("POST", "/api/compile", {"Content-Type": "application/json", "Content-Length": len(body)})
    answer = sent(port, twice[:-2] + b"Content-Length: 3\r\n\r\n" + body, closing=True)
    if answer:
        refused(answer, [400], "two lengths")
    none = client.ask("POST", "/api/compile", None, Content_Type="application/json")
    refused(none, [400, 411], "no body at all")


@checks
def unexpected_json_is_refused(client):
    deep = b"[" * 200_000
    bodies = [b"", b"{", b"[]", b"null", b"1", b'"text"', b"{}", b'{"text": 1}', b'{"text": null}', b'{"text": ["a"]}',
              b'{"text": "a"', b'{"text": "a"}}', b'{"text": "\xff\xfe"}', b"\xff\xfe{\0}\0",
              b'{"text": "a" "model": 0}',
              b'{"text": "a", "side": "x"}', b'{"text": "a", "model": {}}', b'{"text": "a", "side": 1.5}', b"NaN",
              b'{"text": "a", "side": 1e400}', b'{"text": "a", "side": 99999999999999999999}', deep,
              deep + b"]" * 200_000,
              b'{"text": "a", "model":' + deep + b"}", b'{"a":' * 100_000, b'{"text": "\\ud800"}', b'{"text": "\\u12"}',
              b'{"text": "a\nb"}', b"--boundary\r\n", b"text=a"]
    for target in ["/api/compile", "/api/sizes"]:
        for body in bodies:
            answer = client.post(target, body)
            # Some readers accept a raw line break, or half of a surrogate pair as U+FFFD.
            lenient = body in (b'{"text": "a\nb"}', b'{"text": "\\ud800"}')
            if not (lenient and answer and answer.status == 200):
                refused(answer, [400], f"{target} {body[:40]!r}")
    for kind in [None, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
                 "application/jsonp"]:
        refused(client.post("/api/compile", {"text": "a"}, Content_Type=kind), [415], f"the type {kind}")
    for kind in ["application/json; charset=utf-8", "Application/JSON"]:
        same(client.post("/api/compile", {"text": "a"}, Content_Type=kind).status, 200, f"the type {kind}")


@checks
def odd_numbers_and_texts_are_answered(client):
    sound = "input: [3, 32, 32]\nfeatures: [4, M]\nclassifier: {hidden: [], classes: 10}\n"
    for side in [0, -1, 1, 2, 4096, 1 << 31, (1 << 63) - 1, -(1 << 63)]:
        answer = client.compile(sound, side=side)
        holds(answer and answer.status in (200, 400), f"side {side}: {answer and answer.status}")
    for model in [-1, 1, 99, (1 << 63) - 1, -(1 << 63)]:
        for target in ["/api/compile", "/api/sizes"]:
            answer = client.post(target, {"text": sound, "model": model})
            holds(answer and answer.status in (200, 400), f"{target} of model {model}: {answer and answer.status}")
    texts = ["", "\0", "\ufeff" + sound, sound.replace("\n", "\r\n"), sound.replace("\n", "\r"), "\u2028" * 9,
             "[" * 100_000, "- " * 100_000,
             "a: " * 1000, "&a [*a]", "features: [" + "64, " * 100_000 + "M]", "\U0001f9e0" * 1000, "%YAML 9.9\n---\n",
             "\x85\x1b",
             "x" * 500_000, "\n" * 500_000, "input: [3, 9223372036854775807, 9223372036854775807]\nfeatures: [M]"]
    for text in texts:
        for target in ["/api/compile", "/api/sizes"]:
            answer = client.post(target, {"text": text})
            holds(answer and answer.status == 200, f"{target} of {text[:30]!r}: {answer and answer.status}")
            guarded(answer, target)
            json.loads(answer.body)
