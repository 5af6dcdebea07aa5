"""What is run: by default all that fits into ten minutes on two processors; with `--thorough` everything."""

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the long tests be asked for."""
    parser.addoption("--thorough", action="store_true", help="Every size of a window, and what is marked thorough.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out, unless they are asked for."""
    if config.getoption("--thorough"):
        return
    seen: set[str] = set()
    kept, left_out = [], []
    for item in items:
        function = item.nodeid.partition("[")[0]
        params = getattr(getattr(item, "callspec", None), "params", {})
        is_another_size = "size" in params and function in seen
        seen.add(function)
        (left_out if is_another_size or item.get_closest_marker("thorough") else kept).append(item)
    config.hook.pytest_deselected(items=left_out)
    items[:] = kept


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Use one worker more than there are processors: tests of screens wait for what they have asked for."""
    return (os.cpu_count() or 1) + 1
