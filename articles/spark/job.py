"""The Spark job that links quotations.

The steps are those of one machine, each spread over partitions:

1. *read*: lines or rows become quotations, sorted by day, so that who prints first has the lower rank.
2. *wordings*: quotations with the same words meet in one partition. What a million sites copy word for word is one
   wording from then on.
3. *candidates*: each wording posts its blocking keys; the partition of a key names the newest earlier wordings with it,
   and the partition of the later wording adds up which of them share most.
4. *links*: candidates are sent to each other's words and scored.
5. *components*: what sure links connect, over all partitions, labelled with the first wording (`label_components`).
6. *lineages*: each component goes to one partition and is clustered there as on one machine.
7. *write*: every quotation with its lineage, in the order of the input.

Only a component must fit into one worker. One with more than `steps.MAX_COMPONENT_LINKS` links is first taken apart at
its less sure links (`COMPONENT_PROBABILITIES`); what even the surest connect is one lineage.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pyspark import StorageLevel
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F  # noqa: N812 - so everybody calls it

from articles.engine.linking.clustering import SURE_PROBABILITY
from articles.spark import steps

# The chances from which a link counts for components, should they come out too large.
COMPONENT_PROBABILITIES = (SURE_PROBABILITY, 0.99, 0.999)
MAX_PROBLEMS = 20  # of the rows that cannot be used, so many are named


class InvalidPathError(Exception):
    """A path is wrong; the message says which and how."""


@dataclass(frozen=True, slots=True)
class LinkReport:
    """How many rows were refused, and what is wrong with the first of them."""

    refused: int
    problems: tuple[str, ...]


def link(
    spark: SparkSession,
    source: str,
    target: str,
    *,
    largest: int = steps.MAX_COMPONENT_LINKS,
    report_step: Callable[[str], object] = print,
) -> LinkReport:
    """Write the lineage of every quotation in `source` to `target`, which must not exist yet.

    Raises InvalidPathError before anything is done if one of them is wrong.
    """
    if not _path_exists(spark, source):
        raise InvalidPathError(f"{source}: nothing is there. Check the path.")
    if _path_exists(spark, target):
        raise InvalidPathError(f"{target} is there already. Name a folder that is not, or take it away.")
    job = _Job(spark, report_step)
    quotations, outcome = job.read_quotations(source)
    wordings = job.deduplicate(quotations)
    links = job.match_candidates(wordings, job.pair_candidates(wordings))
    members = job.cluster_components(job.split_components(links, largest), largest)
    job.write(wordings, members, source, target)
    return outcome


def _path_exists(spark: SparkSession, path: str) -> bool:
    """Return whether a file or folder exists, on whatever disk Spark reads from."""
    try:
        spark.read.text(path)
    except AnalysisException:
        return False
    return True


@dataclass(slots=True)
class _Job:
    spark: SparkSession
    report_step: Callable[[str], object]

    def begin_step(self, step: str) -> None:
        """Name the next step, on Spark's own pages too."""
        self.spark.sparkContext.setJobDescription(step)
        self.report_step(step)

    def read_quotations(self, source: str) -> tuple[DataFrame, LinkReport]:
        """Return (id, text, speaker, day, came, rank) of every usable row, the first of a day ranked lowest."""
        self.begin_step("read")
        read = _persist(_read_source(self.spark, source))
        good = read.where("problem is null").drop("problem")
        again = good.groupBy("id").agg(F.count("*").alias("times"), F.min("came").alias("came"))
        again = _persist(again.where("times > 1"))
        outcome = _build_report(read, again)
        if not again.isEmpty():
            others = F.broadcast(again.select("id", F.col("came").alias("kept")))
            good = good.join(others, "id", "left").where("kept is null or kept = came").drop("kept")
        ordered = good.orderBy(F.col("day").asc_nulls_last(), "came")
        return _materialize(ordered.withColumn("rank", F.monotonically_increasing_id())), outcome

    def deduplicate(self, quotations: DataFrame) -> DataFrame:
        """Return the distinct wordings, as `steps.WORDING_COLUMNS`."""
        self.begin_step("wordings")
        words = quotations.mapInArrow(steps.compute_forms, steps.FORM_ROW_COLUMNS)
        together = words.repartition("words").sortWithinPartitions("words", "rank")
        return _materialize(together.mapInArrow(steps.find_wordings_in_partition, steps.WORDING_COLUMNS))

    def pair_candidates(self, wordings: DataFrame) -> DataFrame:
        """Return pairs of wordings to compare, as `steps.CANDIDATE_COLUMNS`."""
        self.begin_step("candidates")
        compared = wordings.where("id is null").select("wording", "code", "content")
        postings = compared.mapInArrow(steps.emit_postings, steps.POSTING_COLUMNS).repartition("key")
        offers = postings.sortWithinPartitions("key", "wording").mapInArrow(steps.offer_candidates, steps.OFFER_COLUMNS)
        gathered = offers.repartition("later").sortWithinPartitions("later", "key")
        return _materialize(gathered.mapInArrow(steps.pick_candidates, steps.CANDIDATE_COLUMNS))

    def match_candidates(self, wordings: DataFrame, candidates: DataFrame) -> DataFrame:
        """Return the pairs that match, as `steps.LINK_COLUMNS`; the later wording's words stay where they are."""
        self.begin_step("links")
        pairs = candidates.select(F.col("later").alias("a"), F.col("earlier").alias("b"))
        for side in ("b", "a"):
            pairs = pairs.join(_select_side(wordings, side).hint("merge"), side)
        return _materialize(pairs.mapInArrow(steps.compare_candidates, steps.LINK_COLUMNS))

    def split_components(
        self, links: DataFrame, largest: int, surer: Sequence[float] = COMPONENT_PROBABILITIES
    ) -> DataFrame:
        """Return (label, and `steps.LINK_COLUMNS`): the links inside components that fit into one worker."""
        self.begin_step(f"components, from chance {surer[0]}")
        labels = label_components(links.where(F.col("chance") >= F.lit(surer[0]).cast("float")))
        labelled = _materialize(_select_inner_links(links, labels))
        large = labelled.groupBy("label").count().where(F.col("count") > largest).select("label")
        if len(surer) == 1 or large.isEmpty():
            return labelled
        large = F.broadcast(large)
        rest = self.split_components(labelled.join(large, "label", "left_semi").drop("label"), largest, surer[1:])
        return labelled.join(large, "label", "left_anti").unionByName(rest)

    def cluster_components(self, links: DataFrame, largest: int) -> DataFrame:
        """Return the members of each lineage, as `steps.MEMBER_COLUMNS`."""
        self.begin_step("lineages")
        together = links.repartition("label").sortWithinPartitions("label", "a", "b")
        lineages = together.mapInArrow(lambda batches: steps.form_lineages(batches, largest), steps.MEMBER_COLUMNS)
        return _materialize(lineages)

    def write(self, wordings: DataFrame, members: DataFrame, source: str, target: str) -> None:
        """Write {id, lineage_id, also?} of each quotation, in the order of the input."""
        self.begin_step("write")
        quotations = wordings.where("id is not null").select("id", "came", "wording", "first")
        names = wordings.where("id is null").select(F.col("wording").alias("first"), F.col("first").alias("name"))
        longest_first = F.sort_array(F.collect_list(F.struct(-F.col("length"), "first", "name"))).alias("homes")
        homes = members.join(names, "first").groupBy("wording").agg(longest_first)
        named = quotations.join(homes, "wording", "left")
        named = named.withColumn("homes", F.coalesce(F.col("homes.name"), F.array("first")))
        _write_rows(named.orderBy("came").select("id", "homes"), target)


def _read_source(spark: SparkSession, source: str) -> DataFrame:
    """Read the input, as `steps.READ_COLUMNS`."""
    came = F.struct(
        F.col("_metadata.file_path").alias("file"),
        F.col("_metadata.file_block_start").alias("block"),
        F.monotonically_increasing_id().alias("row"),
    ).alias("came")
    if _is_parquet(source):
        table = spark.read.parquet(source)
        columns = [name for name in ("id", "text", "speaker", "date") if name in table.columns]
        return table.select(*columns, came).mapInArrow(steps.read_rows, steps.READ_COLUMNS)
    return spark.read.text(source).select("value", came).mapInArrow(steps.read_lines, steps.READ_COLUMNS)


def _build_report(read: DataFrame, again: DataFrame) -> LinkReport:
    bad = read.where("problem is not null")
    problems = [row["problem"] for row in bad.orderBy("came").limit(MAX_PROBLEMS).collect()]
    refused = bad.count()
    for row in again.orderBy("came").collect():
        refused += row["times"] - 1
        problems.append(f'"id" {row["id"]} came more than once; each must be used once')
    return LinkReport(refused, tuple(problems[:MAX_PROBLEMS]))


def _select_side(wordings: DataFrame, side: str) -> DataFrame:
    """Return what is compared of the wordings, with names for this side of a pair."""
    columns = [F.col(name).alias(f"{side}_{name}") for name in steps.SIDE_COLUMNS]
    return wordings.where("id is null").select(F.col("wording").alias(side), *columns)


def _select_inner_links(links: DataFrame, labels: DataFrame) -> DataFrame:
    """Return the links with both ends in one component, with its label; a vertex without one is its own."""
    for side in ("a", "b"):
        own = labels.select(F.col("number").alias(side), F.col("label").alias(f"{side}_label"))
        links = links.join(own, side, "left")
    both = F.coalesce("a_label", "a") == F.coalesce("b_label", "b")
    inside = links.where(both).withColumn("label", F.coalesce("a_label", "a")).drop("a_label", "b_label")
    return inside.select("label", *[name for name in inside.columns if name != "label"])


def label_components(links: DataFrame) -> DataFrame:
    """Label each vertex that is linked to an earlier one with the first of its component: (a, b) -> (number, label).

    The alternating large-star and small-star operations of Kiveris and others (Connected Components in MapReduce and
    Beyond, 2014) redraw all edges at once, until every vertex is linked to the first of its component alone.
    """
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


def _write_rows(homes: DataFrame, target: str) -> None:
    if _is_parquet(target):
        first, also = F.col("homes")[0], F.slice("homes", 2, F.size("homes"))
        plain = [_unquote(column).alias(name) for column, name in ((F.col("id"), "id"), (first, "lineage_id"))]
        homes.select(*plain, F.transform(also, _unquote).alias("also")).write.parquet(target)
        return
    also = F.concat_ws(", ", F.slice("homes", 2, F.size("homes")))
    line = F.concat(F.lit('{"id": '), "id", F.lit(', "lineage_id": '), F.col("homes")[0])
    rest = F.when(F.size("homes") > 1, F.concat(F.lit(', "also": ['), also, F.lit("]}"))).otherwise(F.lit("}"))
    homes.select(F.concat(line, rest).alias("value")).write.text(target)


def _unquote(literal: Any) -> Any:
    """Return the text that a JSON literal stands for, or its figures."""
    return F.get_json_object(F.concat(F.lit("["), literal, F.lit("]")), "$[0]")


def _is_parquet(path: str) -> bool:
    return path.rstrip("/").endswith(".parquet")


def _materialize(rows: DataFrame) -> DataFrame:
    """Compute these rows now and keep them on disk."""
    kept = _persist(rows)
    kept.count()
    return kept


def _persist(rows: DataFrame) -> DataFrame:
    return rows.persist(StorageLevel.DISK_ONLY)
