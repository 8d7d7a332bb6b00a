"""What differs between two snapshots of a project."""

from journeyeditor.model.change import Change, Label
from journeyeditor.model.fields import make, revise
from journeyeditor.model.project import Project
from journeyeditor.model.records import Party, Process


def test_differences_are_what_was_added_changed_and_removed() -> None:
    ana, luis, eva = (make(Party, name=name) for name in ("Ana", "Luis", "Eva"))
    earlier = Project([ana, luis, make(Process, name="Pago")])
    renamed = revise(ana, name="Ana María")
    before = {ana.id: ana, luis.id: luis, eva.id: None}
    now = earlier.apply(
        Change(Label("Change"), before, {ana.id: renamed, luis.id: None, eva.id: eva})
    )
    assert list(now.differences(earlier, Party)) == [(ana, renamed), (None, eva), (luis, None)]
    assert list(now.differences(earlier, Process)) == []
    assert list(now.differences(now, Party)) == []
