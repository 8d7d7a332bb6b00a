"""What every test gets: folders of its own in place of the person's."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples each time, so that a change is judged by itself; to look for new ones:
# make test ARGS="--hypothesis-profile=default"
settings.register_profile("same", derandomize=True)
settings.load_profile("same")


def pytest_collection_finish() -> None:
    """Collections of garbage pass over all that is loaded: that is a tenth of the tests' time."""
    gc.collect()
    gc.freeze()


def _move_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("state", "data", "config", "cache"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(home / name))


@pytest.fixture(scope="session", autouse=True)
def _common_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """For the fixtures that several tests share."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        _move_in(tmp_path_factory.mktemp("common"), monkeypatch)
        yield


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """State, data, settings and cache of the program lie in a fresh folder, which this is."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as monkeypatch:
        _move_in(home, monkeypatch)
        yield home
