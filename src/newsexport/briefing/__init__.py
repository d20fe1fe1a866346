"""Briefings: what an article tells at a glance (`view`), and many articles as one book (`plan`, `book`).

Articles in, articles and editions out; pure, rule-based, quiet where unsure. A glance is made of ordinary headings and
lists with a role of their own, so that every format prints it unchanged.
"""

from __future__ import annotations

from newsexport.briefing._views import view

__all__ = ["view"]
