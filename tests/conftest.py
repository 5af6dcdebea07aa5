"""How the tests are run on several processors."""

import os

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Use one worker more than there are processors: tests of screens wait for what they have asked for."""
    return (os.cpu_count() or 1) + 1
