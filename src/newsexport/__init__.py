"""Plain-text news articles into briefings: PDF, DOCX, EPUB and text, in one house style."""

__version__ = "0.1.0"
