"""The parts about records: the experiments, those behind an edition, and what they show."""

from __future__ import annotations

from imppulse.press.data.experiments import brief, experiment
from imppulse.press.data.nodes import Blocks, Node, node, paragraph
from imppulse.press.data.overviews import gap_map, indicators, reporting, totals, traceability
from imppulse.press.data.parts import group, opening, part
from imppulse.press.data.writer import Writer
from imppulse.records.vocabulary import Axis, Kind, Status


def experiments(write: Writer) -> Node:
    """Write the experiments: the project's own, then published ones by axis; each once."""
    _, guide = write.gettext, write.guide
    published = guide.experiments_of(Kind.PUBLISHED)
    by_axis = [
        group(
            write.label(axis),
            [
                experiment(write, one, 4)
                for one in published
                if (one.axes or [Axis.OTHER])[0] is axis
            ],
            level=3,
        )
        for axis in Axis
    ]
    intro = _(
        "These actions were not part of IMPPULSE. They show what similar actions achieved "
        "elsewhere, and what they did not."
    )
    state = _("What is known of each, and what is missing before its record is published.")
    groups = [
        group(
            _("State of the 16 micro-experiments"),
            intro=write.text(state),
            blocks=reporting(write),
        ),
        group(
            _("Micro-experiments of IMPPULSE"),
            blocks=awaiting(write),
            entries=[
                experiment(write, one, 3) for one in guide.experiments_of(Kind.MICRO_EXPERIMENT)
            ],
        ),
        group(
            _("Published evaluations of comparable actions"),
            intro=write.text(intro),
            groups=by_axis,
            fresh=True,
        ),
    ]
    return part(write, opening(write, "experiments", _("Experiments")), groups)


def awaiting(write: Writer) -> Blocks:
    """Write once what holds for every record that awaits its report."""
    _ = write.gettext
    awaited = [one for one in write.guide.experiments_of(Kind.MICRO_EXPERIMENT) if one.awaited]
    if not awaited:
        return []
    message = _(
        "Nothing is known here of these micro-experiments beyond what is printed below. As soon "
        "as a city sends its record, it will stand in the guide."
    )
    label = write.label(Status.AWAITING_REPORT)
    return [paragraph(node("b", [write.named(label)]), *write.text(message))]


def records(write: Writer) -> Node:
    """Write in brief the records that an edition cites, so that their pages can be named."""
    _, guide = write.gettext, write.guide
    titles = {
        Kind.MICRO_EXPERIMENT: _("Micro-experiments of IMPPULSE"),
        Kind.PUBLISHED: _("Published evaluations of comparable actions"),
    }
    groups = [
        group(
            titles[kind],
            [
                brief(write, one, 3)
                for one in guide.experiments_of(kind)
                if write.prints(guide.ref(one))
            ],
        )
        for kind in Kind
    ]
    return part(write, opening(write, "records", _("Records")), groups)


def results(write: Writer) -> Node:
    """Write what the evidence shows, by indicator, and what rests on what."""
    _ = write.gettext
    title = _("What the evidence shows")
    about = _("Every outcome that was measured, by indicator, with null and adverse results.")
    apart = _(
        "Published evaluations of comparable actions and micro-experiments of IMPPULSE are told "
        "apart in every row."
    )
    rests = _("Every principle, recommendation and module with the records that it cites.")
    counts = _(
        "Rows are what was measured, columns the kinds of action. The number counts records; each "
        "sign stands for a verdict that one of them or more reached. An empty cell is a gap."
    )
    measured = indicators(write)
    groups = [
        group(
            _("Where there is evidence, and where there is none"),
            intro=write.text(counts) if measured else "",
            blocks=gap_map(write) if measured else [],
            fresh=True,
        ),
        group(_("Indicators"), sections=measured, fresh=True),
        group(
            _("What rests on what"),
            intro=write.text(rests),
            sections=traceability(write),
            fresh=True,
        ),
    ]
    opened = opening(write, "evidence", title)
    if not opened["lead"]:
        opened["lead"] = write.text(about)
        opened["body"] = [paragraph(*write.text(apart)), *([totals(write)] if measured else [])]
    return part(write, opened, groups)
