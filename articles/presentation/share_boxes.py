"""Boxes with texts to copy: links, references, sentences."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CopyBox:
    """A text to copy: its label, and the format in which it can be saved as a file."""

    name: str
    label: str
    text: str
    form: str = ""

    @property
    def rows(self) -> int:
        """Lines of the box: one for every eighty letters, 14 at most."""
        return min(14, sum(1 + len(line) // 80 for line in self.text.splitlines()) or 1)
