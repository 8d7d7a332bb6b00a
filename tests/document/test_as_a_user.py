"""A user at random: whatever is done in whatever order, file, memory and history agree."""

import random
import shutil
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from journeyeditor.document import Document
from journeyeditor.model import ids
from journeyeditor.storage import places
from journeyeditor.storage.leftovers import recoverable_sessions
from tests.acting import act, small_project
from tests.storage.samples import stored_project


class User(RuleBasedStateMachine):
    """Edits, takes back, types, saves, crashes, and comes back.

    `states` are the states that undo and redo lead through, `here` the present one's place. The
    ids of records are the same each time, so that the same chances do the same things.
    """

    @initialize()
    def start(self) -> None:
        for folder in places.sessions().iterdir():  # of an example that failed
            shutil.rmtree(folder)
        chance = random.Random(0)
        seeded = SimpleNamespace(token_hex=lambda size: chance.randbytes(size).hex())
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(ids, "secrets", seeded)
        self.folder = Path(tempfile.mkdtemp())
        self.document = Document.new(small_project(), {}, "Mapa")
        self.document.save_as(self.folder / "map.journey")
        self.states = [self.document.project]
        self.here = 0

    def teardown(self) -> None:
        if not hasattr(self, "document"):
            return
        self.patch.undo()
        for _ in range(self.here):
            self.document.undo()
        assert self.document.undo() is None
        assert self.document.project == self.states[0]
        for _ in self.states[1:]:
            self.document.redo()
        assert self.document.redo() is None
        assert self.document.project == self.states[-1]
        self.document.close()
        reader = Document.open(self.document.path, read_only=True)
        assert reader.project == self.states[-1]
        reader.close()
        shutil.rmtree(self.folder)

    @rule(chances=st.lists(st.integers(0, 10_000), min_size=1, max_size=4))
    def edit(self, chances: list[int]) -> None:
        for chance in chances:
            change = act(self.document.project, random.Random(chance))
            if change is None:
                continue
            expected, steps = self.document.project.apply(change), len(self.document.history)
            self.document.perform(change)
            assert self.document.project == expected
            grown = len(self.document.history) - steps
            assert grown == 1 or change.merge_key
            del self.states[self.here + (grown == 1) :]
            if grown >= 0:
                self.states.append(expected)
            self.here = len(self.states) - 1

    @precondition(lambda self: self.here > 0)
    @rule(count=st.integers(1, 5))
    def undo(self, count: int) -> None:
        for _ in range(min(count, self.here)):
            assert self.document.undo() is not None
            self.here -= 1

    @precondition(lambda self: self.here + 1 < len(self.states))
    @rule(count=st.integers(1, 5))
    def redo(self, count: int) -> None:
        for _ in range(min(count, len(self.states) - 1 - self.here)):
            assert self.document.redo() is not None
            self.here += 1

    @rule()
    def pause(self) -> None:
        self.document.seal()

    @rule()
    def save(self) -> None:
        self.document.save()
        reader = Document.open(self.document.path, read_only=True)
        assert reader.project == self.document.project
        reader.close()

    @rule()
    def crash_and_recover(self) -> None:
        self.document.abandon()
        leftovers = recoverable_sessions()
        if leftovers:
            self.document = Document.recover(leftovers[0])
        else:
            self.document = Document.open(self.document.path)

    @rule()
    def close_and_open(self) -> None:
        self.document.close()
        self.document = Document.open(self.document.path)
        self.states, self.here = [self.states[self.here]], 0

    @invariant()
    def memory_history_and_session_agree(self) -> None:
        if hasattr(self, "document"):
            assert self.document.project == self.states[self.here]
            assert len(self.document.history) == self.here
            assert stored_project() == self.document.project


TestUser = User.TestCase
TestUser.settings = settings(
    max_examples=15,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
