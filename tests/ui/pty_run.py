"""Runs a small app in a real pseudo-terminal, types bytes into it, and returns how it ended and what it sent."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run_in_pty(program: str, typed: tuple[tuple[str, bytes], ...], seconds: float = 20) -> tuple[int, str]:
    """Run Python `program`; each time the words of the next pair were sent by it, type that pair's bytes."""
    master, slave = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=slave, stdout=slave, stderr=slave, env=environment, close_fds=True
    ) as process:
        os.close(slave)
        sent, seen, waiting = b"", 0, list(typed)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([master], [], [], 0.05)[0]:
                try:
                    sent += os.read(master, 65536)
                except OSError:  # the other side has closed
                    break
            if waiting and waiting[0][0].encode() in sent[seen:]:
                seen = len(sent)
                os.write(master, waiting.pop(0)[1])
        else:
            process.kill()
        os.close(master)
        return process.wait(), sent.decode("utf-8", "replace")
