"""Which of very many things do links connect, directly or through others?

TASS's first printing is linked to OffGuardian's, that to a blog's, the blog's to Russia Insider's: one component, each
of them labelled with the first. Links are laid out over many machines, so nobody can walk along them; instead all are
redrawn at once, again and again: whoever knows somebody earlier introduces to that one all that it knows ("large star"
and "small star": Kiveris and others, Connected Components in MapReduce and Beyond, 2014). After a few rounds everybody
is linked to the first of its component alone.

Left to others: which links count (`job`).
"""

from typing import Any

from pyspark import StorageLevel
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F  # noqa: N812 - so everybody calls it


def label_components(links: DataFrame) -> DataFrame:
    """(a, b) -> (number, label): of everything linked to something earlier, the first of its component."""
    edges = _checkpoint(links.select("a", "b").where("a <> b"))
    state = _compute_checksum(edges)
    while True:
        edges = _checkpoint(_small_star(_large_star(edges)))
        before, state = state, _compute_checksum(edges)
        if state == before:
            return edges.select(F.col("a").alias("number"), F.col("b").alias("label"))


def _large_star(edges: DataFrame) -> DataFrame:
    """Each introduces those later than itself to the earliest it knows, itself included."""
    both = edges.union(edges.select("b", "a"))
    earliest = F.least("a", F.min("b").over(Window.partitionBy("a")))
    return (
        both.select("a", "b", earliest.alias("earliest"))
        .where("b > a")
        .select(F.col("b").alias("a"), F.col("earliest").alias("b"))
    )


def _small_star(edges: DataFrame) -> DataFrame:
    """Each introduces those earlier than itself, and itself, to the earliest of them."""
    down = edges.select(F.greatest("a", "b").alias("a"), F.least("a", "b").alias("b")).distinct()
    known = down.select("a", "b", F.min("b").over(Window.partitionBy("a")).alias("earliest"))
    among = known.where("b <> earliest").select(F.col("b").alias("a"), F.col("earliest").alias("b"))
    own = known.select("a", F.col("earliest").alias("b"))
    return among.union(own).distinct()


def _compute_checksum(edges: DataFrame) -> Any:
    """Two sets of links with the same state are the same."""
    return edges.agg(F.count("*"), F.bit_xor(F.xxhash64("a", "b"))).first()


def _checkpoint(edges: DataFrame) -> DataFrame:
    """These links, without the history of how they were drawn, which doubles with every round."""
    return edges.localCheckpoint(eager=True, storageLevel=StorageLevel.DISK_ONLY)
