"""Sandboxed module for tests: fails in every way on request, and echoes all other messages."""

import os
import sys
import time

from articles.importers.sandbox import serve


def answer(message: bytes) -> bytes:
    """Do what the message names, else return it."""
    match message:
        case b"pid":
            return str(os.getpid()).encode()
        case b"hang":
            time.sleep(60)
        case _ if message.startswith(b"hang once "):
            path = message.removeprefix(b"hang once ")
            if not os.path.exists(path):
                os.close(os.open(path, os.O_CREAT))
                time.sleep(60)
        case b"spin":
            while True:
                pass
        case b"exit":
            os._exit(1)
        case b"crash":
            os.abort()
        case b"babble":
            os.write(_answers(), b"\xff" * 64)
        case b"memory":
            return b"x" * len(bytearray(4 << 30))
        case b"print":
            print("a warning of some library")
            os.system("echo and of its child")
    return message


def _answers() -> int:
    """Return the descriptor of the pipe for answers, the only one above standard input and output."""
    return next(number for number in range(3, 20) if _is_pipe(number))


def _is_pipe(number: int) -> bool:
    try:
        return os.readlink(f"/proc/self/fd/{number}").startswith("pipe:")
    except OSError:
        return False


if __name__ == "__main__":
    sys.stderr = None
    serve(answer)
