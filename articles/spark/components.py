"""Connected components of a graph whose edges lie on many machines.

TASS's first printing is linked to OffGuardian's, that one to a blog's, and the blog's to Russia Insider's: one
component, all labelled with the first. The alternating large-star and small-star operations of Kiveris and others
(Connected Components in MapReduce and Beyond, 2014) redraw all edges at once. After a few rounds every vertex is linked
to the first of its component alone.
"""

from typing import Any

from pyspark import StorageLevel
from pyspark.sql import DataFrame, Window
from pyspark.sql import functions as F  # noqa: N812 - so everybody calls it


def label_components(links: DataFrame) -> DataFrame:
    """Label each vertex that is linked to an earlier one with the first of its component: (a, b) -> (number, label)."""
    edges = _checkpoint(links.select("a", "b").where("a <> b"))
    state = _compute_checksum(edges)
    while True:
        edges = _checkpoint(_small_star(_large_star(edges)))
        before, state = state, _compute_checksum(edges)
        if state == before:
            return edges.select(F.col("a").alias("number"), F.col("b").alias("label"))


def _large_star(edges: DataFrame) -> DataFrame:
    """Connect the later neighbours of each vertex to the earliest vertex it knows, itself included."""
    both = edges.union(edges.select("b", "a"))
    earliest = F.least("a", F.min("b").over(Window.partitionBy("a")))
    return (
        both.select("a", "b", earliest.alias("earliest"))
        .where("b > a")
        .select(F.col("b").alias("a"), F.col("earliest").alias("b"))
    )


def _small_star(edges: DataFrame) -> DataFrame:
    """Connect the earlier neighbours of each vertex, and the vertex itself, to the earliest of them."""
    down = edges.select(F.greatest("a", "b").alias("a"), F.least("a", "b").alias("b")).distinct()
    known = down.select("a", "b", F.min("b").over(Window.partitionBy("a")).alias("earliest"))
    among = known.where("b <> earliest").select(F.col("b").alias("a"), F.col("earliest").alias("b"))
    own = known.select("a", F.col("earliest").alias("b"))
    return among.union(own).distinct()


def _compute_checksum(edges: DataFrame) -> Any:
    """Return a number that is the same for equal sets of edges."""
    return edges.agg(F.count("*"), F.bit_xor(F.xxhash64("a", "b"))).first()


def _checkpoint(edges: DataFrame) -> DataFrame:
    """Return these edges without their lineage in Spark, which doubles with every round."""
    return edges.localCheckpoint(eager=True, storageLevel=StorageLevel.DISK_ONLY)
