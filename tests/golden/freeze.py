"""The schema as the declarations make it, to compare with the frozen one.

`python -m tests.golden.freeze` writes the frozen schema and the golden document of the present
version anew. Only for a version that was never released; a released one's files are kept for ever.
"""

from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from journeyeditor.storage import tables
from journeyeditor.storage.lineage import Lineage
from journeyeditor.storage.writing import digest_of, write_document
from tests.storage.samples import BYTES, full_project

GOLDEN = Path(__file__).parent


def schema_text() -> str:
    """One statement per table, owners first."""
    statements = (
        str(CreateTable(table).compile(dialect=sqlite.dialect()))
        for table in tables.metadata.tables.values()
    )
    return "\n\n".join(_tidy(statement) + ";" for statement in statements) + "\n"


def _tidy(statement: str) -> str:
    lines = (line.rstrip().replace("\t", "    ") for line in statement.strip().splitlines())
    return "\n".join(lines).replace("\n)\n STRICT", "\n) STRICT")


def main() -> None:
    schema = Path(tables.__file__).with_name(f"schema_{tables.VERSION}.sql")
    schema.write_text(schema_text(), "utf-8")
    document = GOLDEN / f"v{tables.VERSION}.journey"
    document.unlink(missing_ok=True)
    write_document(document, full_project(), BYTES.__getitem__, Lineage())
    print(digest_of(full_project()))


if __name__ == "__main__":
    main()
