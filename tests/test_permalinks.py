"""Permalinks under random actions at the desk: codes answer, no quotation is lost, everything can be undone."""

import random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.support.desk_machine import Desk

pytestmark = pytest.mark.django_db

EXAMPLES, STEPS = 8, 14  # a sample; the benchmark takes ten thousand steps
bits = st.integers(0, 2**16 - 1)
numbers = st.integers(0, 40)


class DeskMachine(RuleBasedStateMachine):
    """The actions of `Desk` as rules of a state machine, inside a transaction that is rolled back."""

    def __init__(self) -> None:
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.desk = Desk()

    @initialize(quotes=st.lists(st.tuples(numbers, st.integers(0, 5), st.integers(0, 9)), min_size=6, max_size=12))
    def begin(self, quotes: list[tuple[int, int, int]]) -> None:
        for quote in quotes:
            self.desk.link_quote(*quote)

    @rule(text=numbers, outlet=st.integers(0, 5), day=st.integers(0, 9))
    def link_quote(self, text: int, outlet: int, day: int) -> None:
        self.desk.link_quote(text, outlet, day)

    @rule(a=numbers, b=numbers)
    def confirm(self, a: int, b: int) -> None:
        self.desk.confirm(a, b)

    @rule(a=numbers, b=numbers)
    def reject(self, a: int, b: int) -> None:
        self.desk.reject(a, b)

    @rule(a=numbers, b=numbers)
    def merge(self, a: int, b: int) -> None:
        self.desk.merge(a, b)

    @rule(number=numbers, chosen=bits)
    def split(self, number: int, chosen: int) -> None:
        self.desk.split(number, chosen)

    @rule(number=numbers, chosen=bits)
    def detach(self, number: int, chosen: int) -> None:
        self.desk.detach(number, chosen)

    @rule(number=numbers)
    def withdraw(self, number: int) -> None:
        self.desk.withdraw(number)

    @rule(number=numbers)
    def mark_boilerplate(self, number: int) -> None:
        self.desk.mark_boilerplate(number)

    @rule(number=numbers)
    def undo(self, number: int) -> None:
        self.desk.undo(number)

    @rule()
    def relink(self) -> None:
        self.desk.relink()

    @invariant()
    def check(self) -> None:
        self.desk.check()

    def teardown(self) -> None:
        try:
            self.desk.check_pages()
            self.desk.undo_everything(random.Random(len(self.desk.codes)).randrange)
            self.desk.check_pages()
        finally:
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)


def test_codes_answer_and_everything_can_be_undone_after_random_actions() -> None:
    machine: Any = DeskMachine
    run_state_machine_as_test(machine, settings=settings(max_examples=EXAMPLES, stateful_step_count=STEPS))
