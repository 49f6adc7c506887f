"""The catalogue of findings: every code, what it stops and what it means.

A code never changes its meaning and is never given to another rule. The hundreds tell the stage:
0 the file, 1 the record, 2 what records say of each other, 3 translations, 4 evidence,
5 training, 6 release, 7 print.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Code(NamedTuple):
    """What a code stands for."""

    severity: Literal["error", "warning"]
    meaning: str


CODES: dict[str, Code] = {
    "IMP001": Code("error", "The file is larger than 1 MiB."),
    "IMP002": Code("error", "The file is not written in UTF-8."),
    "IMP003": Code("error", "The file contains a control character."),
    "IMP004": Code("error", "The file name is not an id: lower-case letters, digits and hyphens."),
    "IMP005": Code(
        "warning", "A file among the records is not read, because of its name or place."
    ),
    "IMP006": Code("error", "The file or folder cannot be read."),
    "IMP010": Code("error", "The file is not valid YAML."),
    "IMP011": Code("error", "The file holds several YAML documents; a record is one."),
    "IMP012": Code("error", "A key is given twice in the same mapping."),
    "IMP013": Code("error", "An anchor or alias is used; write the value out."),
    "IMP014": Code("error", "A YAML tag is used; values are plain text."),
    "IMP015": Code("error", "A record is a list of 'key: value' lines, and this file is not."),
    "IMP016": Code("error", "Values are nested too deeply, or there are too many."),
    "IMP017": Code("error", "A Markdown record starts with front matter between two '---' lines."),
    "IMP101": Code("error", "A required key is missing."),
    "IMP102": Code("error", "The key is not known here."),
    "IMP103": Code("error", "The value has the wrong shape: text, list or mapping expected."),
    "IMP104": Code("error", "The word is not in the controlled list."),
    "IMP105": Code(
        "error", "The value cannot be read as the number, date or address it should be."
    ),
    "IMP106": Code("error", "The value breaks a rule of its field."),
    "IMP107": Code("error", "Values of the same record contradict each other."),
    "IMP201": Code("error", "The record that is referred to does not exist."),
    "IMP202": Code("error", "An id or a former id is used by two records of the same kind."),
    "IMP203": Code("error", "The same source id stands for two different sources."),
    "IMP204": Code("error", "The source that is cited is defined nowhere."),
    "IMP205": Code("error", "The link leads nowhere."),
    "IMP206": Code("error", "The support names an outcome that the record does not have."),
    "IMP207": Code("error", "The text uses something outside the supported Markdown."),
    "IMP208": Code(
        "error", "The image is missing, damaged, too large, elsewhere, or not described."
    ),
    "IMP209": Code("warning", "The image tells where it was taken."),
    "IMP301": Code("error", "The translation stands beside no record."),
    "IMP302": Code("error", "The translation gives a text that the record does not have."),
    "IMP303": Code("error", "The translation gives a fact; facts are written once, in the record."),
    "IMP304": Code("warning", "The file translates into a language that the guide does not have."),
    "IMP401": Code("error", "The measured values allow no effect to be computed."),
    "IMP402": Code("error", "The support does not hold: the outcome shows something else."),
    "IMP403": Code("warning", "A record on the same question is passed over in silence."),
    "IMP404": Code("warning", "A claim has no support."),
    "IMP405": Code("warning", "A completed micro-experiment is cited by no claim."),
    "IMP406": Code("error", "A design that compares two groups has values of one group only."),
    "IMP407": Code(
        "warning", "People in a cluster are alike: an effect from raw values is too sure."
    ),
    "IMP408": Code("warning", "The significance that is reported contradicts the interval or p."),
    "IMP501": Code("error", "A learning outcome is never taught: no activity serves it."),
    "IMP502": Code("error", "A learning outcome is taught and never practised."),
    "IMP503": Code("error", "A learning outcome is never assessed."),
    "IMP504": Code(
        "error", "An activity or assessment names an outcome that the module does not have."
    ),
    "IMP505": Code("error", "Two learning outcomes of a module have the same id."),
    "IMP506": Code("warning", "A module has no learning outcome on fundamental rights."),
    "IMP511": Code("error", "The contact hours are not those of the activities."),
    "IMP512": Code("error", "The hours of self-study are not those of the activities."),
    "IMP521": Code("error", "Modules require each other in a loop."),
    "IMP522": Code("error", "A pathway puts a module before one that it requires."),
    "IMP523": Code("warning", "A pathway leaves out a module that one of its modules requires."),
    "IMP524": Code("error", "A pathway names a module twice."),
    "IMP525": Code("error", "The hours of a pathway are not those of its modules."),
    "IMP526": Code("warning", "A module is in no pathway."),
    "IMP601": Code("error", "Before a release: the record is a draft or not yet reviewed."),
    "IMP602": Code("error", "Before a release: the review names no reviewer or no date."),
    "IMP603": Code("error", "Before a release: a figure has no source."),
    "IMP701": Code("warning", "No font of the printed editions has a character."),
    "IMP702": Code("warning", "The sheet of the record has more than two pages."),
}
