"""Settings that all tests share."""

from hypothesis import settings

# A busy machine is no failure; a failing example is printed so that it can be replayed.
settings.register_profile("newsexport", deadline=None, print_blob=True)
settings.load_profile("newsexport")
