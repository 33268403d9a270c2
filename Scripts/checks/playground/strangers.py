"""Requests of pages and people without the address: all are refused, and reveal nothing."""

from .checks import Checks, holds, same
from .wire import sent

checks = Checks()
SOUND = b'{"text": "features: [4, M]\\n", "model": 0, "side": null}'
USES = [("POST", "/api/compile"), ("POST", "/api/sizes"), ("GET", "/api/file"), ("PUT", "/api/file")]
GUARDS = {
    "content-security-policy": "default-src 'none'", "x-content-type-options": "nosniff", "x-frame-options": "DENY",
    "referrer-policy": "no-referrer", "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin", "cache-control": "no-store"}


def refused(answer, statuses, what):
    holds(answer is not None, f"{what}: hangs up without an answer")
    holds(answer.status in statuses, f"{what}: status {answer.status}, not {' or '.join(map(str, statuses))}")
    same(answer.headers.get("content-type", "").split(";")[0], "application/json", f"{what}: type of the refusal")
    holds(isinstance(answer.json.get("message"), str) and answer.json["message"], f"{what}: refused without a message")
    guarded(answer, what)


def guarded(answer, what):
    for name, value in GUARDS.items():
        holds(value in answer.headers.get(name, ""), f"{what}: {name} is {answer.headers.get(name)!r}, without {value}")
    policy = answer.headers["content-security-policy"]
    holds("unsafe" not in policy and "*" not in policy, f"{what}: the policy allows too much: {policy}")
    holds("access-control-allow-origin" not in answer.headers, f"{what}: other origins are allowed")


def use(client, method, target, **headers):
    kind = "application/yaml" if method == "PUT" else "application/json"
    more = {"If_Match": '"anything"'} if method == "PUT" else {}
    body = None if method == "GET" else SOUND
    return client.ask(method, target, body, **{"Content_Type": kind, **more, **headers})


@checks
def the_page_needs_no_key_and_holds_none(client):
    for target in ["/", "/playground.css", "/playground.js"]:
        whole = client.ask("GET", target, X_VGGC_Key=None)
        same(whole.status, 200, target)
        guarded(whole, target)
        same(int(whole.headers["content-length"]), len(whole.body), f"{target}: Content-Length")
        holds(client.server.key.encode() not in whole.body, f"{target} contains the key")
        holds(b"a secret" not in whole.body, f"{target} contains the user's text")
        head = client.ask("HEAD", target, X_VGGC_Key=None)
        same((head.status, head.headers.get("content-length"), head.body),
             (200, whole.headers["content-length"], b""), f"HEAD {target}")


@checks
def the_right_key_is_accepted(client):
    for target in ["/api/compile", "/api/sizes"]:
        same(use(client, "POST", target).status, 200, target)
        guarded(use(client, "POST", target), target)
    file = use(client, "GET", "/api/file")
    same(file.status, 200, "/api/file")
    same(file.json["name"], "model.yaml", "the file's name")
    for name in ["localhost", "LocalHost", "127.0.0.1"]:
        host = f"{name}:{client.server.port}"
        same(use(client, "GET", "/api/file", Host=host, Origin=f"http://{host}").status, 200, f"as {host}")


@checks
def nothing_is_done_without_the_key(client):
    key = client.server.key
    wrong = [None, "", key[:-1], key + "A", key.swapcase(), key[::-1], f'"{key}"', f"{key}, {key}", "0" * len(key), "é"]
    for method, target in USES:
        for given in wrong:
            refused(use(client, method, target, X_VGGC_Key=given), [403], f"{method} {target} with the key {given!r}")
        refused(use(client, method, f"{target}?key={key}", X_VGGC_Key=None), [403, 404], f"{method} {target}?key=")


@checks
def other_names_of_this_machine_are_refused(client):
    port = client.server.port
    hosts = [None, "", "localhost", "127.0.0.1", f"127.0.0.1:{port + 1}", f"rebound.example:{port}",
             f"127.0.0.1.example:{port}",
             f"localhost.:{port}", f"[::1]:{port}", f"0.0.0.0:{port}", f"127.1:{port}", f"2130706433:{port}",
             f"127.0.0.1:{port}@rebound.example", f"127.0.0.1:0{port}", f"user@127.0.0.1:{port}"]
    for host in hosts:
        for method, target in [("GET", "/"), *USES]:
            refused(use(client, method, target, Host=host), [400, 403], f"{method} {target} for the host {host!r}")
    two = client.head("GET", "/", {}).replace(b"\r\n\r\n", b"\r\nHost: rebound.example\r\n\r\n")
    refused(sent(port, two), [400, 403], "two hosts")


@checks
def pages_of_other_origins_are_refused(client):
    port = client.server.port
    origins = ["null", "", f"https://127.0.0.1:{port}", "http://127.0.0.1", f"http://127.0.0.1:{port + 1}",
               "http://rebound.example", f"http://127.0.0.1:{port}.rebound.example", f"http://127.0.0.1:{port}/",
               f"http://localhost:{port}", f"http://127.0.0.1:{port}, http://rebound.example"]
    for origin in origins:
        for method, target in USES:
            refused(use(client, method, target, Origin=origin), [403], f"{method} {target} of {origin!r}")
    for site in ["cross-site", "same-site", "none", "same-origin, cross-site", ""]:
        for method, target in USES:
            refused(use(client, method, target, Sec_Fetch_Site=site), [403], f"{method} {target} from {site!r}")
    same(use(client, "GET", "/api/file", Sec_Fetch_Site="same-origin").status, 200, "the page's own request")


@checks
def a_preflight_lets_nobody_in(client):
    for target in ["/", "/api/file", "/api/compile", "*"]:
        answer = client.ask("OPTIONS", target, Origin="http://rebound.example", Access_Control_Request_Method="PUT",
                            Access_Control_Request_Headers="x-vggc-key", X_VGGC_Key=None)
        refused(answer, [400, 403, 404, 405], f"OPTIONS {target}")
