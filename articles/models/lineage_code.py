"""Permanent codes of lineages, as in ``/q/7KQ2M9X4VD``: each code ever issued has a row for ever."""

import secrets

from django.db import models

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: nothing is misread or spells a word
CODE_LENGTH = 10  # 50 bits: with a million lineages, a new code is taken already once in a thousand million
_LOOKALIKES = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None})


def normalize_code(code: str) -> str:
    """Return `code` in its printed form: upper case, look-alike letters as digits, no hyphens.

    >>> normalize_code("7k2m-9qxw-4o")
    '7K2M9QXW40'
    """
    return code.upper().translate(_LOOKALIKES)


def generate_code() -> str:
    """Return ten random characters of Crockford base32."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(CODE_LENGTH))


def generate_unused_codes(count: int) -> list[str]:
    """Return `count` codes that were never issued before."""
    codes: set[str] = set()
    while len(codes) < count:
        codes |= {generate_code() for _ in range(count - len(codes))}
        codes -= set(LineageCode.objects.filter(code__in=codes).values_list("code", flat=True))
    return list(codes)


class LineageCode(models.Model):
    """A code that was issued, and the lineage it leads to; never deleted, so that what was cited keeps answering."""

    code = models.CharField(max_length=CODE_LENGTH, primary_key=True)
    lineage = models.ForeignKey("Lineage", on_delete=models.SET_NULL, null=True, blank=True, related_name="codes")
    issued = models.DateTimeField(auto_now_add=True)
    gave_way_to = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="took_in",
        help_text="the code under which its printings went on when its lineage ended",
    )
    split_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="split_off",
        help_text="the code of the lineage that it was split off",
    )
    title = models.TextField(blank=True, help_text="the first words of the quotation, where it was withdrawn")
    gone = models.DateTimeField(null=True, blank=True, help_text="when it was withdrawn")
    gone_because = models.TextField(blank=True, help_text="why nothing answers to it any more")

    class Meta:
        db_table = "articles_code"
        verbose_name = "code"
        ordering = ("-issued",)

    def __str__(self) -> str:
        return self.code

    @property
    def state(self) -> str:
        """State of the code: current, merged or withdrawn."""
        if self.lineage is None:
            return "withdrawn"
        return "current" if self.lineage.code == self.code else "merged"
