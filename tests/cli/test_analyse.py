"""The analyse command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from journeyeditor.cli import main
from journeyeditor.cli.analysing import as_json, as_text
from journeyeditor.templates import empty_project
from journeyeditor.translation import translator

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path, capsys: Capture) -> Path:
    path = tmp_path / "shop.journey"
    assert main(["new", str(path), "--template", "sample", "--language", "en"]) == 0
    capsys.readouterr()
    return path


def test_findings_are_told_by_severity_with_rule_and_cards(file: Path, capsys: Capture) -> None:
    assert main(["analyse", str(file), "--language", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Customer journey map: 30 cards, ")
    assert lines.index("High severity") < lines.index("Medium severity")
    place = lines.index("  3 of 27 touchpoints have no owner")
    assert lines[place + 2].startswith("    Rule: ")
    assert lines[place + 3].startswith("    - TP-002 Review on a decoration blog · Awareness")


def test_json_has_keys_and_cards_in_the_language_asked_for(file: Path, capsys: Capture) -> None:
    assert main(["analyse", str(file), "--json", "--language", "es"]) == 0
    [found] = json.loads(capsys.readouterr().out)["maps"]
    assert (found["summary"]["cards"], len(found["steps"])) == (30, 10)
    by_rule = {finding["rule"]: finding for finding in found["findings"]}
    neglected = by_rule["neglected_stage"]
    assert neglected["title"] == "Loyalty: desatendida"
    assert neglected["severity"] == "high"
    assert neglected["key"] == f"neglected_stage:{neglected['stages'][0]}"
    assert {card["code"] for card in neglected["cards"]} == {"TP-017", "TP-027"}
    assert len(by_rule["empty_cells"]["cells"]) == 2


def test_one_map_by_name(file: Path, capsys: Capture) -> None:
    assert main(["analyse", str(file), "--map", "customer JOURNEY map"]) == 0
    assert main(["analyse", str(file), "--map", "Nowhere"]) == 1
    assert "Nowhere" in capsys.readouterr().err


def test_what_is_no_project_is_refused(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "letter.journey"
    path.write_text("Dear all")
    assert main(["analyse", str(path)]) == 1
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)


def test_it_needs_no_qt() -> None:
    program = "import sys, journeyeditor.cli.analysing; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_file_without_a_map() -> None:
    project = empty_project("en")
    assert as_text(project, [], translator("en")) == "There is no map in it."
    assert json.loads(as_json(project, [], translator("en"))) == {"maps": []}
