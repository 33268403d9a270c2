"""HTTP by hand, so that anything can be sent."""

import contextlib
import http.client
import json
import select
import socket


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read()

    @property
    def json(self):
        return json.loads(self.body)


def sent(port, pieces, method="GET", closing=False, patience=15):
    """The answer to raw bytes, sent in pieces until it comes; `None` if the server just closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=patience) as connection:
        for piece in [pieces] if isinstance(pieces, bytes) else pieces:
            if select.select([connection], [], [], 0)[0]:
                break
            try:
                connection.sendall(piece)
            except (BrokenPipeError, ConnectionResetError):
                break
        if closing:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_WR)
        return received(connection, method)


def received(connection, method="GET"):
    response = http.client.HTTPResponse(connection, method=method)
    try:
        response.begin()
        return Answer(response)
    except (http.client.BadStatusLine, http.client.IncompleteRead, ConnectionResetError):
        return None


class Client:
    """Sends requests as the page would, except for a check's changes."""

    def __init__(self, server):
        self.server = server

    def head(self, method, target, headers):
        own = {"Host": f"127.0.0.1:{self.server.port}", "X-VGGC-Key": self.server.key}
        lines = [f"{name}: {value}" for name, value in {**own, **headers}.items() if value is not None]
        return "\r\n".join([f"{method} {target} HTTP/1.1", *lines, "", ""]).encode("latin-1")

    def ask(self, method, target, body=None, **headers):
        """`headers` have underscores for hyphens; `None` leaves one out."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None and "Content-Length" not in headers:
            headers["Content-Length"] = len(body)
        return sent(self.server.port, [self.head(method, target, headers), body or b""], method)

    def post(self, target, value, **headers):
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        return self.ask("POST", target, body, **{"Content_Type": "application/json", **headers})

    def compile(self, text, **more):
        return self.post("/api/compile", {"text": text, "model": 0, "side": None, **more})

    def put(self, text, **headers):
        body = text if isinstance(text, bytes) else text.encode()
        return self.ask("PUT", "/api/file", body, **{"Content_Type": "application/yaml", **headers})
