"""Names of outlets are collected once each, and counted when there are many."""

from articles.presentation.printings import NameList, collect_names


def test_collect_names_counts_the_rest_when_there_are_many() -> None:
    assert collect_names(f"Outlet {n % 6}" for n in range(9)) == NameList(("Outlet 0", "Outlet 1", "Outlet 2"), more=3)
    assert collect_names(["SANA", "SANA"]) == NameList(("SANA",))
