"""Settings that all tests share."""

import gc

import pytest
from hypothesis import settings

# A busy machine is no failure; a failing example is printed so that it can be replayed.
settings.register_profile("newsexport", deadline=None, print_blob=True)
settings.load_profile("newsexport")


@pytest.fixture(autouse=True)
def _no_collection_while_time_is_measured(request):
    """The garbage of all earlier tests is not collected at the cost of one that measures its time."""
    if not {"time", "linear", "slow"}.intersection(request.node.name.split("[")[0].split("_")):
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
