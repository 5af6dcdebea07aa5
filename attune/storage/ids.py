"""Ids that sort by time: UUID version 7 (RFC 9562), as text."""

import os
import uuid
from collections.abc import Callable
from datetime import datetime


def new_id(now: datetime, random_bytes: Callable[[int], bytes] = os.urandom) -> str:
    """Return a UUIDv7: 48 bits of milliseconds since 1970, then 74 random bits."""
    milliseconds = max(0, int(now.timestamp() * 1000)) & (1 << 48) - 1
    random = int.from_bytes(random_bytes(10), "big")
    value = milliseconds << 80 | random
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return str(uuid.UUID(int=value))
