"""Whatever happens at the desk, in whatever order: codes answer, nothing is lost, and all of it can be taken back."""

import random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from tests.support.desk_machine import Desk

pytestmark = pytest.mark.django_db

EXAMPLES, STEPS = 8, 14  # a sample; ten thousand steps are for the benchmark
number = st.integers(0, 2**16 - 1)
some = st.integers(0, 40)


class AtTheDesk(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.unwritten = transaction.atomic()
        self.unwritten.__enter__()
        self.desk = Desk()

    @initialize(texts=st.lists(st.tuples(some, st.integers(0, 5), st.integers(0, 9)), min_size=6, max_size=12))
    def begin(self, texts: list[tuple[int, int, int]]) -> None:
        for text in texts:
            self.desk.take_in(*text)

    @rule(which=some, outlet=st.integers(0, 5), day=st.integers(0, 9))
    def an_article_comes_in(self, which: int, outlet: int, day: int) -> None:
        self.desk.take_in(which, outlet, day)

    @rule(one=some, other=some)
    def confirm(self, one: int, other: int) -> None:
        self.desk.confirm(one, other)

    @rule(one=some, other=some)
    def reject(self, one: int, other: int) -> None:
        self.desk.reject(one, other)

    @rule(one=some, other=some)
    def merge(self, one: int, other: int) -> None:
        self.desk.merge(one, other)

    @rule(one=some, chosen=number)
    def split(self, one: int, chosen: int) -> None:
        self.desk.split(one, chosen)

    @rule(one=some)
    def detach(self, one: int) -> None:
        self.desk.detach(one)

    @rule(one=some)
    def withdraw(self, one: int) -> None:
        self.desk.withdraw(one)

    @rule(one=some)
    def leave_out(self, one: int) -> None:
        self.desk.leave_out(one)

    @rule(one=some)
    def take_back(self, one: int) -> None:
        self.desk.take_back(one)

    @rule()
    def link_everything_anew(self) -> None:
        self.desk.link_anew()

    @invariant()
    def everything_holds(self) -> None:
        self.desk.check()

    def teardown(self) -> None:
        try:
            self.desk.check_pages()
            self.desk.take_everything_back(random.Random(len(self.desk.codes)).randrange)
            self.desk.check_pages()
        finally:
            transaction.set_rollback(True)
            self.unwritten.__exit__(None, None, None)


def test_whatever_happens_at_the_desk_codes_answer_and_all_can_be_taken_back() -> None:
    machine: Any = AtTheDesk
    run_state_machine_as_test(machine, settings=settings(max_examples=EXAMPLES, stateful_step_count=STEPS))
