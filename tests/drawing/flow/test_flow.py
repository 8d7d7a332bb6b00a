"""Texts and tables that flow over pages."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyeditor.drawing.flow.pages import Chapter, Frame, Page, Section, Strand, flow, page_count
from journeyeditor.drawing.flow.slices import Link, Mark, Slice, figure, gap, kept, marked, staying
from journeyeditor.drawing.flow.tables import Cell, Column, Heading, TableLook, table
from journeyeditor.drawing.flow.text import bullets, heading, paragraph, quote
from journeyeditor.drawing.fonts import REGULAR, SEMIBOLD
from journeyeditor.drawing.ink import Style
from journeyeditor.drawing.shapes import Box, Drawing, Node, Path, Text

BODY, HEAD = Style(REGULAR, 9, 12), Style(SEMIBOLD, 9, 12)
INK = "#171B22"
LOOK = TableLook(HEAD, BODY, INK, INK, "#E4E7EC", "#C8CDD6")
FRAME = Frame(300, 200, 20, 25, 260, 150)
LONG = "Devolver un pedido sin salir de casa es lo que más valora la clientela. " * 12


def bar(height: float, **values: object) -> Slice:
    return replace(Slice(height, (Box(0, 0, 10, height, fill=INK),)), **values)


def heights(pages: list[Page]) -> list[list[float]]:
    return [[node.height for node in page.drawing.nodes] for page in pages]


def texts(page: Page) -> list[str]:
    shapes = [shape for node in page.drawing.nodes for shape in node.shapes]
    return [shape.text for shape in shapes if isinstance(shape, Text)]


def section(*slices: Slice) -> Section:
    return Section((Strand(slices),))


def fill(sections: Sequence[Section], frame: Frame) -> list[Page]:
    return list(flow([Chapter(sections)], frame))


def test_slices_fill_a_page_and_go_on_on_the_next() -> None:
    pages = fill([section(bar(60), bar(60), bar(40), bar(10))], FRAME)
    assert heights(pages) == [[60, 60], [40, 10]]
    assert [node.y for node in pages[1].drawing.nodes] == [25, 65]
    assert pages[0].drawing.width == 300


def test_room_above_vanishes_at_the_top_of_a_page_only() -> None:
    pages = fill([section(bar(100, above=9), bar(41, above=9), bar(30, above=9))], FRAME)
    assert [[node.y for node in page.drawing.nodes] for page in pages] == [[25, 134], [25]]


def test_a_slice_stays_with_the_next() -> None:
    pages = fill([section(bar(100), *kept([bar(30), bar(30)]))], FRAME)
    assert heights(pages) == [[100], [30, 30]]


def test_what_stays_together_but_exceeds_a_page_is_parted() -> None:
    pages = fill([section(*kept([bar(60) for _ in range(4)]))], FRAME)
    assert heights(pages) == [[60, 60], [60, 60]]


def test_a_slice_higher_than_a_page_stands_alone() -> None:
    assert heights(fill([section(bar(10), bar(400), bar(10))], FRAME)) == [[10], [400], [10]]


def test_strands_go_on_side_by_side_and_what_follows_begins_below_the_longest() -> None:
    left, right = Strand([bar(70)] * 3), Strand([bar(20)], x=130)
    pages = fill([Section((left, right)), section(bar(5))], FRAME)
    assert heights(pages) == [[70, 70, 20], [70, 5]]
    assert [node.x for node in pages[0].drawing.nodes] == [20, 20, 150]
    assert pages[1].drawing.nodes[1].y == 25 + 70


def test_a_section_begins_where_each_strand_has_room() -> None:
    both = Section((Strand([bar(10)]), Strand([bar(60)], x=130)))
    assert heights(fill([section(bar(100)), both], FRAME)) == [[100], [10, 60]]


def test_a_chapter_begins_a_page() -> None:
    chapters = [Chapter([section(bar(9))]), Chapter([section(bar(8))])]
    assert heights(list(flow(chapters, FRAME))) == [[9], [8]]


def test_a_chapter_that_is_a_little_too_long_closes_up() -> None:
    sections = [section(bar(50), bar(50, above=20), bar(40, above=20))]
    [page] = flow([Chapter(sections, tight=0.25)], FRAME)
    assert [node.height for node in page.drawing.nodes] == [50, 50, 40]
    assert page.drawing.nodes[-1].y + 40 <= 175
    for tight in (1.0, 0.4):
        assert len(list(flow([Chapter(sections, tight=tight)], FRAME))) == 2


def test_a_chapter_of_pages_closes_up_where_that_spares_one() -> None:
    bars = section(*(bar(30, above=12) for _ in range(8)))
    for tight, count in ((1.0, 3), (0.9, 3), (0.0, 2)):
        chapter = Chapter([bars], tight=tight)
        assert page_count(chapter, FRAME) == count
        assert len(list(flow([chapter], FRAME))) == count


def test_no_page_is_blank() -> None:
    chapters = [Chapter([section()]), Chapter([section(gap(30))]), Chapter([])]
    assert list(flow(chapters, FRAME)) == []


def test_links_and_marks_stand_where_their_slice_does() -> None:
    link = Link(1, 2, 3, 4, ("sheet", "a"))
    slices = marked([bar(30, links=(link,))], Mark(("cover",), "Cover"))
    page = fill([section(bar(50), *slices)], FRAME)[0]
    assert page.links == (Link(21, 77, 3, 4, ("sheet", "a")),)
    assert [(m.mark.title, m.x, m.y) for m in page.marks] == [("Cover", 20, 75)]


def test_every_word_of_a_long_paragraph_is_on_a_page_within_the_frame() -> None:
    pages = fill([section(*paragraph(LONG, BODY, FRAME.width, INK))], FRAME)
    assert len(pages) > 1
    assert " ".join(text for page in pages for text in texts(page)).split() == LONG.split()
    for page in pages:
        assert all(n.y >= 25 and n.y + n.height <= 175 for n in page.drawing.nodes)
        widths = [s.x + s.width for n in page.drawing.nodes for s in n.shapes]
        assert max(widths) <= FRAME.width


def test_no_line_of_a_paragraph_stands_alone() -> None:
    lines = paragraph(LONG, BODY, FRAME.width, INK)
    for room in range(13, 150, 12):
        pages = fill([section(bar(150 - room), *lines)], FRAME)
        counts = [sum(1 for text in texts(page) if text) for page in pages]
        assert 1 not in (counts[0], counts[-1])


def test_an_address_is_a_link_where_it_stands() -> None:
    line, *_ = paragraph("Véase https://ejemplo.es/a, pág. 3.", BODY, 250, INK)
    [link] = line.links
    [text] = line.shapes
    assert isinstance(text, Text)
    before, address = BODY.line("Véase ").width, BODY.line("https://ejemplo.es/a").width
    assert link.target == "https://ejemplo.es/a"
    assert (link.x, link.width) == (pytest.approx(before, abs=1), pytest.approx(address, abs=1))


def test_a_broken_address_is_a_link_on_each_of_its_lines() -> None:
    long = "https://ejemplo.es/" + "muy-largo-" * 12
    slices = paragraph(f"Aquí: {long} y {'ya'}", BODY, 200, INK)
    linked = [link for part in slices for link in part.links]
    assert len(linked) > 2
    assert {link.target for link in linked} == {long}


def test_a_letter_address_becomes_mail() -> None:
    [line] = paragraph("ana@ejemplo.es", BODY, 200, INK)
    assert [link.target for link in line.links] == ["mailto:ana@ejemplo.es"]


def test_an_address_without_its_scheme_is_a_link() -> None:
    [line] = paragraph("Véase www.ejemplo.es/a?b=1, o awww.x, www. y a@www.es.", BODY, 400, INK)
    assert [link.target for link in line.links] == [
        "https://www.ejemplo.es/a?b=1",
        "mailto:a@www.es",
    ]


def test_a_heading_stays_with_its_text() -> None:
    slices = [*heading("Título", HEAD, 260, INK, 12), bar(40)]
    pages = fill([section(bar(100), *slices)], FRAME)
    assert heights(pages) == [[100], [12, 40]]


def test_a_heading_a_lead_and_the_head_of_a_table_stay_with_its_first_row() -> None:
    lead = staying(paragraph("Qué hace.", BODY, 260, INK))
    rows = [[Cell("Uno"), Cell("b"), Cell("c")], [Cell("Dos"), Cell("b"), Cell("c")]]
    slices = [*heading("Título", HEAD, 260, INK, 12), gap(4), *lead, gap(4)]
    slices += table(COLUMNS, rows, 260, LOOK)
    for room in range(10, 80):
        first = texts(fill([section(bar(150 - room), *slices)], FRAME)[0])
        assert not first or "Uno" in first


def test_a_list_has_a_sign_before_each_entry() -> None:
    slices = bullets(["Uno", "", "Dos " * 40], BODY, 100, INK, INK)
    signed = [part for part in slices if any(isinstance(s, Box) for s in part.shapes)]
    assert len(signed) == 2
    assert all(s.x > 0 for part in slices for s in part.shapes if isinstance(s, Text))


def test_a_quote_has_a_bar_over_all_its_lines() -> None:
    said = quote("Tuve que imprimir. " * 6, "Encuesta", BODY, BODY, 120, (INK, INK, INK))
    assert all(isinstance(part.shapes[0], Box) for part in said)
    assert all(part.shapes[0].height == part.height for part in said)


COLUMNS = (Column("Dato", 2), Column("Se recoge"), Column("Total", align="right"))


def test_the_head_of_a_table_comes_again_on_each_page() -> None:
    rows = [[Cell(f"Fila {n}"), Cell("Sí"), Cell(str(n))] for n in range(20)]
    pages = fill([section(*table(COLUMNS, rows, 260, LOOK))], FRAME)
    assert len(pages) > 1
    assert all(texts(page)[:3] == ["Dato", "Se recoge", "Total"] for page in pages)
    told = [text for page in pages for text in texts(page) if text.startswith("Fila")]
    assert told == [f"Fila {n}" for n in range(20)]
    assert all(n.y + n.height <= 175 for page in pages for n in page.drawing.nodes)


def test_no_row_of_a_table_stands_alone() -> None:
    rows = [[Cell(f"Fila {n}"), Cell("Sí"), Cell(str(n))] for n in range(9)]
    parts = table(COLUMNS, rows, 260, LOOK)
    for room in range(10, 150, 5):
        pages = fill([section(bar(150 - room), *parts)], FRAME)
        counts = [sum(text.startswith("Fila") for text in texts(page)) for page in pages]
        assert 1 not in (counts[0], counts[-1])


def test_five_rows_stand_together_at_the_end_of_a_long_table() -> None:
    rows = [[Cell(f"Fila {n}"), Cell("Sí"), Cell(str(n))] for n in range(14)]
    parts = table(COLUMNS, rows, 260, LOOK)
    for room in range(60, 150, 5):
        pages = fill([section(bar(150 - room), *parts)], FRAME)
        assert sum(text.startswith("Fila") for text in texts(pages[-1])) >= 5


def test_a_row_longer_than_a_page_goes_on() -> None:
    pages = fill([section(*table(COLUMNS, [[Cell(LONG), Cell("a"), Cell("b")]], 260, LOOK))], FRAME)
    words = [w for page in pages for t in texts(page) for w in t.split()]
    assert len(pages) > 1
    assert all(words.count(word) >= LONG.split().count(word) for word in set(LONG.split()))


def test_cells_keep_to_their_columns() -> None:
    rows = [[Cell("Satisfacción " * 5), Cell("No", tag="#FBF0DC"), Cell("1,5")]]
    for part in table(COLUMNS, rows, 260, LOOK):
        spans = sorted(
            (s.x, s.x + (s.width if isinstance(s, Text) else 0))
            for s in part.shapes
            if isinstance(s, Text)
        )
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert all(left >= 0 and right <= 260.001 for left, right in spans)


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    columns = (Column("Proceso", 5), Column("Ejecución", 0.5), Column("Estado", 0.5))
    rows = [[Cell("Reembolso"), Cell("Semiautomática"), Cell("Al día", tag="#EEEEEE")]]
    lines = [
        s.text for it in table(columns, rows, 260, LOOK) for s in it.shapes if isinstance(s, Text)
    ]
    assert {"Reembolso", "Semiautomática", "Ejecución"} <= set(lines)


def test_a_cell_leads_somewhere() -> None:
    rows = [[Cell("Ver", target=("sheet", "a")), Cell(""), Cell("9", target="https://a.es")]]
    links = [link for part in table(COLUMNS, rows, 260, LOOK) for link in part.links]
    assert [link.target for link in links] == [("sheet", "a"), "https://a.es"]
    assert links[1].x + links[1].width == pytest.approx(260)


def test_an_address_in_a_cell_is_a_link() -> None:
    rows = [[Cell("a", note="Ver www.ejemplo.es"), Cell("ana@ejemplo.es"), Cell("9")]]
    links = [link for part in table(COLUMNS, rows, 260, LOOK) for link in part.links]
    assert {link.target for link in links} == {"https://www.ejemplo.es", "mailto:ana@ejemplo.es"}
    before = BODY.line("Ver ").width
    assert links[-1].x == pytest.approx(before, abs=1)


def test_a_table_without_rows_is_nothing() -> None:
    assert table(COLUMNS, [], 260, LOOK) == []
    assert table(COLUMNS, [[Cell(), Cell(" "), Cell()]], 260, LOOK) == []


def test_an_empty_column_is_left_out_unless_it_is_for_writing() -> None:
    columns = (Column("Pregunta"), Column("Nota"), Column("Respuesta", for_writing=True))
    parts = table(columns, [[Cell("¿Por qué?"), Cell(), Cell()]], 260, LOOK)
    said = [s.text for it in parts for s in it.shapes if isinstance(s, Text)]
    assert said == ["Pregunta", "Respuesta", "¿Por qué?"]


def test_a_heading_within_a_table_stays_with_its_rows_and_columns_stay_in_line() -> None:
    rows = [
        [Cell("Uno"), Cell("b"), Cell("c")],
        Heading("Grupo", HEAD, 9),
        [Cell("Dos"), Cell("Sí"), Cell("3")],
    ]
    parts = table(COLUMNS, rows, 260, LOOK)
    places = {s.text: s.x for it in parts for s in it.shapes if isinstance(s, Text)}
    assert places["b"] == places["Sí"]
    for room in range(10, 90):
        pages = fill([section(bar(150 - room), *parts)], FRAME)
        assert all(("Grupo" in texts(page)) == ("Dos" in texts(page)) for page in pages)


def test_a_figure_is_one_slice_with_all_shapes_in_place() -> None:
    shapes = (Box(1, 2, 3, 4), Path((("M", 0, 0), ("L", 5, 5)), clip=(0, 0, 5, 5)))
    drawn = figure(Drawing(50, 40, (Node(("a",), 10, 20, 5, 5, shapes),)), x=100)
    box, path = drawn.shapes
    assert drawn.height == 40
    assert isinstance(box, Box)
    assert isinstance(path, Path)
    assert (box.x, box.y) == (111, 22)
    assert path.commands == (("M", 110, 20), ("L", 115, 25))
    assert path.clip == (110, 20, 5, 5)


@given(st.lists(st.tuples(st.floats(1, 60), st.booleans(), st.floats(0, 30)), max_size=40))
def test_nothing_is_lost_and_all_stays_within_the_frame(
    parts: list[tuple[float, bool, float]],
) -> None:
    slices = [bar(height, keep=keep, above=above) for height, keep, above in parts]
    pages = fill([section(*slices)], FRAME)
    nodes = [node for page in pages for node in page.drawing.nodes]
    assert [node.height for node in nodes] == [height for height, _, _ in parts]
    assert all(node.y >= 25 and node.y + node.height <= 175.001 for node in nodes)
    for page in pages:
        ends = [(node.y, node.y + node.height) for node in page.drawing.nodes]
        assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(ends))
