import io
import os
import resource
import stat
import threading
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from journeyeditor.errors import Refused
from journeyeditor.exporting.options import PdfOptions
from journeyeditor.exporting.output import Cancelled
from journeyeditor.exporting.paper import LARGEST, MARGIN, MILLIMETRE
from journeyeditor.exporting.pdf import export_pdf
from journeyeditor.exporting.result import ExportResult
from journeyeditor.model.project import Project
from tests.exporting.projects import project_of
from tests.exporting.reading import MADE, fonts_of, objects_of, pixels_of

OPTIONS = PdfOptions(created=MADE)


def export(project: Project, target: Path, **options: object) -> ExportResult:
    chosen = PdfOptions(**{"created": MADE, **options})  # type: ignore[arg-type]
    return export_pdf(project, [], target, chosen, {}.__getitem__)


def read(path: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(path.read_bytes()))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "mapa.pdf"


def test_each_map_has_a_page_of_the_size_that_is_announced(target: Path) -> None:
    result = export(project_of("Actual", "Futuro"), target)
    pages = read(target).pages
    assert [page.map for page in result.pages] == ["Actual", "Futuro"]
    for page, announced in zip(pages, result.pages, strict=True):
        box = page.mediabox
        assert (box.left, box.bottom) == (0, 0)
        assert abs(float(box.width) - announced.width) < 0.1 * MILLIMETRE
        assert abs(float(box.height) - announced.height) < 0.1 * MILLIMETRE
        assert "Etapa 2" in page.extract_text()


def test_only_the_chosen_maps_are_exported_in_the_given_order(target: Path) -> None:
    project = project_of("Uno", "Dos", "Tres")
    first, _, third = project.maps()
    result = export_pdf(project, [third.id, first.id], target, OPTIONS, {}.__getitem__)
    assert [page.map for page in result.pages] == ["Tres", "Uno"]
    assert len(read(target).pages) == 2


@pytest.mark.parametrize(
    ("landscape", "size", "named"),
    [
        (None, (420, 297), "A3 apaisado"),
        (True, (420, 297), "A3 apaisado"),
        (False, (297, 420), "A3 vertical"),
    ],
)
def test_a_map_fits_a_named_paper(
    target: Path, landscape: bool | None, size: tuple[int, int], named: str
) -> None:
    result = export(project_of("Mapa", stages=7), target, paper="A3", landscape=landscape)
    (page,) = read(target).pages
    assert float(page.mediabox.width) / MILLIMETRE == pytest.approx(size[0], abs=0.1)
    assert float(page.mediabox.height) / MILLIMETRE == pytest.approx(size[1], abs=0.1)
    percent = round(100 * result.pages[0].scale)
    footer = page.extract_text().splitlines()[-1]
    assert f"{percent}\N{NO-BREAK SPACE}%" in footer
    assert named in footer


def test_everything_is_inside_the_margins(target: Path) -> None:
    export(project_of("Mapa"), target, paper="A5")
    drawn = pixels_of(target.read_bytes(), 2)
    margin = round(MARGIN * 2) - 2
    left, top, right, bottom = drawn.point(lambda v: 255 - v).getbbox() or (0, 0, 0, 0)
    assert left >= margin
    assert top >= margin
    assert right <= drawn.width - margin
    assert bottom <= drawn.height - margin


def test_a_page_that_no_reader_could_show_is_made_smaller_and_says_so(target: Path) -> None:
    result = export(project_of("Ancho", stages=40, width=500), target)
    assert max(result.pages[0].width, result.pages[0].height) == pytest.approx(LARGEST)
    assert result.pages[0].scale < 1
    assert float(read(target).pages[0].mediabox.width) <= LARGEST + 0.1
    (note,) = result.notes()
    assert "Ancho" in note


def test_small_type_is_told(target: Path) -> None:
    roomy, tight = (export(project_of("M", stages=9), target, paper=p) for p in ("A2", "A5"))
    assert roomy.notes() == []
    assert tight.pages[0].smallest < 6
    assert "M" in tight.notes()[0]


def test_the_file_says_what_it_is(target: Path) -> None:
    export(project_of("Actual"), target)
    reader = read(target)
    about = reader.metadata
    assert about is not None
    assert (about.title, about.author) == ("Actual", "Nora Sanz")
    assert "Lúmina Hogar" in (about.subject or "")
    assert about.creation_date == about.modification_date == MADE
    assert reader.root_object["/Lang"] == "es"
    assert reader.root_object["/ViewerPreferences"]["/PrintScaling"] == "/None"
    assert reader.root_object["/OpenAction"][1] == "/Fit"


def test_with_several_maps_the_title_is_the_projects(target: Path) -> None:
    export(project_of("Uno", "Dos", name="Tienda\n2026"), target, language="en")
    about = read(target).metadata
    assert about is not None
    assert about.title == "Tienda 2026"
    assert "Customer-journey map" in (about.subject or "")
    assert read(target).root_object["/Lang"] == "en"


def test_the_outline_leads_to_maps_and_stages(target: Path) -> None:
    export(project_of("Uno", "Dos", stages=2), target)
    reader = read(target)
    first, stages, second, _ = reader.outline
    assert (first.title, second.title) == ("Uno", "Dos")
    assert [entry.title for entry in stages] == ["Etapa 1", "Etapa 2"]
    assert [reader.get_destination_page_number(entry) for entry in (first, *stages, second)] == [
        *[0, 0, 0],
        1,
    ]
    assert stages[0].left < stages[1].left


def test_no_font_is_left_outside(target: Path) -> None:
    export(project_of("Mapa"), target)
    content = target.read_bytes()
    assert b"Helvetica" not in content
    assert b"ASCII85" not in content
    assert {font["/Subtype"] for font in fonts_of(content)} == {"/Type0", "/CIDFontType2"}


def test_the_same_input_makes_the_same_bytes(target: Path, tmp_path: Path) -> None:
    project, other = project_of("Mapa", "Otro"), tmp_path / "other.pdf"
    export(project, target)
    export(project, other)
    assert target.read_bytes() == other.read_bytes()
    export(project_of("Mapa", "Otra"), other)
    assert read(target).trailer["/ID"] != read(other).trailer["/ID"]


def test_it_runs_in_several_threads_at_once(tmp_path: Path) -> None:
    project = project_of("Mapa")
    targets = [tmp_path / f"{i}.pdf" for i in range(4)]
    threads = [threading.Thread(target=export, args=(project, target)) for target in targets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({target.read_bytes() for target in targets}) == 1


def test_progress_rises_to_the_end(target: Path) -> None:
    seen: list[tuple[int, int]] = []
    project = project_of("Uno", "Dos", stages=9, cards=9)
    export_pdf(project, [], target, OPTIONS, {}.__getitem__, lambda *step: seen.append(step))
    done = [step for step, _ in seen]
    assert done == sorted(done)
    assert len({total for _, total in seen}) == 1
    assert seen[-1][0] == seen[-1][1]
    assert len(seen) > 5


@pytest.mark.parametrize("after", [0, 1, 2, 3, 4])
def test_a_cancelled_export_leaves_the_old_file(target: Path, after: int) -> None:
    target.write_bytes(b"old")
    asked = iter([False] * after)
    with pytest.raises(Cancelled):
        export_pdf(
            project_of("Uno", "Dos"),
            [],
            target,
            OPTIONS,
            {}.__getitem__,
            cancelled=lambda: next(asked, True),
        )
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_an_existing_file_is_replaced_with_its_permissions(target: Path, tmp_path: Path) -> None:
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.pdf"
    link.symlink_to(target.name)
    export(project_of("Mapa"), link)
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(tmp_path.iterdir()) == [link, target]


def test_a_new_file_gets_the_persons_permissions(target: Path) -> None:
    before = os.umask(0o027)
    try:
        export(project_of("Mapa"), target)
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_places_that_cannot_be_written_are_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    (tmp_path / "file").write_bytes(b"")
    places = [tmp_path, tmp_path / "no" / "x.pdf", pipe, tmp_path / "file" / "x.pdf"]
    for place in [*places, tmp_path / ("x" * 300 + ".pdf")]:
        with pytest.raises(Refused) as refused:
            export(project_of("Mapa"), place)
        assert refused.value.advice
        assert "\n" not in str(refused.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "pipe"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_place_without_permission_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Refused, match="permission"):
            export(project_of("Mapa"), tmp_path / "x.pdf")
    finally:
        tmp_path.chmod(0o700)


def test_a_full_disk_is_refused_and_leaves_the_old_file(target: Path) -> None:
    target.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(Refused, match="full"):
            export(project_of("Mapa"), target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_a_project_without_maps_is_refused(target: Path) -> None:
    with pytest.raises(Refused, match="no map"):
        export(project_of(), target)
    assert not target.exists()


def test_an_empty_map_has_a_page(target: Path) -> None:
    export(project_of("", stages=0), target)
    assert len(read(target).pages) == 1


def test_characters_without_a_font_are_told(target: Path) -> None:
    result = export(project_of("Mapa \U0001ffff"), target)
    assert result.missing == {"\U0001ffff"}
    assert "\U0001ffff" in result.notes()[0]


def test_the_logo_is_embedded_and_one_that_is_gone_is_told(target: Path) -> None:
    file = io.BytesIO()
    Image.new("RGB", (60, 60), "teal").save(file, "PNG")
    name = "a" * 64
    project = project_of("Mapa", logo=name)
    there = export_pdf(project, [], target, OPTIONS, {name: file.getvalue()}.__getitem__)
    assert there.notes() == []
    images = [o for o in objects_of(target.read_bytes()) if o.get("/Subtype") == "/Image"]
    assert [image["/Width"] for image in images] == [60]
    gone = export(project, target)
    assert gone.unreadable == 1
    assert len(gone.notes()) == 1
