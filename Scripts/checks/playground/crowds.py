"""Many requests at once, and requests that never finish: the page's requests are still answered."""

import concurrent.futures
import socket
import time

from .checks import Checks, Unable, holds, same
from .wire import received

checks = Checks()
SOUND = "input: [3, 32, 32]\nfeatures: [4, M]\nclassifier: {hidden: [], classes: 10}\n"


def served(client, what, seconds=3):
    start = time.monotonic()
    same(client.compile(SOUND).status, 200, f"the status of a request during {what}")
    took = time.monotonic() - start
    holds(took < seconds, f"during {what} a request takes {took:.1f} seconds")


@checks
def a_hundred_requests_at_once_are_all_answered(client):
    with concurrent.futures.ThreadPoolExecutor(100) as pool:
        answers = list(pool.map(lambda _: client.compile(SOUND), range(300)))
    same([a and a.status for a in answers], [200] * 300, "the answers' statuses")
    same(len({a.body for a in answers}), 1, "different answers to one question")


@checks
def requests_that_never_finish_do_not_delay_others(client):
    head = client.head("POST", "/api/compile", {"Content-Type": "application/json", "Content-Length": "100"})
    starts = [b"", b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n", head, head + b'{"text": ']
    slow = [socket.create_connection(("127.0.0.1", client.server.port)) for _ in range(60)]
    try:
        for number, connection in enumerate(slow):
            connection.sendall(starts[number % len(starts)])
        served(client, "60 requests that never finish")
        for connection in slow:
            try:
                connection.sendall(b"X")
            except OSError:
                pass
        served(client, "60 requests that arrive byte by byte")
    finally:
        for connection in slow:
            connection.close()
    served(client, "60 abandoned requests")


@checks
def clients_that_never_read_do_not_delay_others(client):
    request = client.head("GET", "/playground.js", {}) * 200
    deaf = []
    try:
        for _ in range(10):
            connection = socket.create_connection(("127.0.0.1", client.server.port))
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            connection.setblocking(False)
            try:
                connection.send(request)
            except OSError:
                pass
            deaf.append(connection)
        served(client, "10 clients that never read")
    finally:
        for connection in deaf:
            connection.close()


@checks
def more_connections_than_it_can_hold_do_not_end_it(client):
    idle = []
    try:
        for _ in range(1500):
            try:
                connection = socket.create_connection(("127.0.0.1", client.server.port), timeout=1)
            except OSError:
                break
            idle.append(connection)
    finally:
        held = len(idle)
        for connection in idle:
            connection.close()
    if held < 200:
        raise Unable(f"only {held} connections could be opened from here")
    time.sleep(0.5)
    served(client, f"{held} connections that were opened and closed")
    return f"{held} connections"


@checks
def connections_that_break_off_do_not_end_it(client):
    head = client.head("POST", "/api/compile", {"Content-Type": "application/json", "Content-Length": "1000"})
    for start in [b"", b"GET ", head, head + b"{" * 500, client.head("GET", "/playground.js", {})] * 20:
        connection = socket.create_connection(("127.0.0.1", client.server.port))
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        connection.sendall(start)
        connection.close()
    served(client, "100 connections that broke off")


@checks
def requests_in_one_packet_are_answered_in_order_or_not_at_all(client):
    two = client.head("GET", "/playground.css", {}) + client.head("GET", "/nothing", {"Connection": "close"})
    with socket.create_connection(("127.0.0.1", client.server.port), timeout=10) as connection:
        connection.sendall(two)
        same(received(connection).status, 200, "the first of two")
    byte_by_byte = client.head("GET", "/playground.css", {"Connection": "close"})
    with socket.create_connection(("127.0.0.1", client.server.port), timeout=10) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in byte_by_byte:
            connection.sendall(bytes([byte]))
        same(received(connection).status, 200, "a request byte by byte")


@checks
def long_requests_do_not_delay_others(client):
    hard = "features: [" + "64, " * 200_000 + "M]\n"
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        working = [pool.submit(client.post, target, {"text": hard}) for target in ["/api/compile", "/api/sizes"] * 2]
        time.sleep(0.2)
        served(client, "four long questions", seconds=10)
        start = time.monotonic()
        same([work.result().status for work in working], [200] * 4, "the long questions")
    return f"the long questions took {time.monotonic() - start:.1f} seconds more"


@checks
def memory_does_not_grow_with_requests(client):
    before = client.server.memory()
    if before is None:
        raise Unable("this system does not report a process's memory")
    large = "# " + "a" * 900_000 + "\n" + SOUND
    for _ in range(40):
        client.compile(large)
    between = client.server.memory()
    for _ in range(80):
        client.compile(large)
    after = client.server.memory()
    holds(after - between < 40 << 20, f"80 more requests take {(after - between) >> 20} MiB more")
    holds(after < 1 << 30, f"it holds {after >> 20} MiB")
    return f"{before >> 20} MiB before, {after >> 20} MiB after"
