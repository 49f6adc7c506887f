"""Small records, and a reader of the SVG that is drawn from them."""

import xml.etree.ElementTree as ET  # our own output, no text of others
from dataclasses import dataclass

import pytest
from babel import Locale
from babel.messages.catalog import Catalog

from imppulse.evidence.synthesis import showings
from imppulse.languages.catalogue import Catalogue, catalogue
from imppulse.records.experiment import Experiment
from imppulse.records.text import Text

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</title><script>alert(1)</script> & \"q\" 'a' {{ 7*7 }} ]]> <b>\x07\u202eevil"


def reported(measure, value, interval=None, significance="not-stated"):
    form = {"measure": measure, "value": value, "significance": significance}
    return {"reported": form | ({"interval": interval} if interval else {})}


def counts(with_action, without, n=100):
    cells = [("intervention", with_action), ("comparison", without)]
    return {"measured": [{"arm": arm, "n": n, "count": count} for arm, count in cells]}


def described(direction="better", significance="not-stated"):
    return {"described": {"direction": direction, "significance": significance}}


def experiment(
    id_, *forms, title=None, axes=("training",), design="randomised", kind="published",
    indicator="trust-in-police", year=2015,
):  # fmt: skip
    """Make a record with one outcome per form, all on one indicator."""
    outcomes = [
        {
            "id": f"outcome-{number}",
            "indicator": indicator,
            "respondents": "population",
            "label": f"Answer {number} of residents",
            "source": f"source-{id_}",
            **form,
        }
        for number, form in enumerate(forms, start=1)
    ]
    source = {"id": f"source-{id_}", "title": "Study", "url": "https://example.org/", "year": year}
    return Experiment.model_validate(
        {
            "id": id_,
            "title": title or id_.capitalize(),
            "summary": "What was done.",
            "kind": kind,
            "status": "completed",
            "place": {"name": "Nantes", "country": "FR"},
            "axes": list(axes),
            "evaluation": {"design": design, "description": "By lot.", "outcomes": outcomes},
            "sources": [source],
        }
    )


def shown(*experiments):
    return [one for record in experiments for one in showings(record)]


@dataclass
class Picture:
    """An SVG as a reader takes it in."""

    root: ET.Element

    @property
    def texts(self):
        return ["".join(one.itertext()) for one in self.root.iter(f"{SVG}text")]

    @property
    def rows(self):
        return [one for one in self.root.iter(f"{SVG}g") if one.get("class") == "im-chart__row"]

    def of_class(self, name, within=None):
        start = self.root if within is None else within
        return [one for one in start.iter() if name in (one.get("class") or "").split()]

    def text(self, tag):
        return self.root.find(f"{SVG}{tag}").text


def read(drawing):
    """Parse a drawing, and hold it to what all drawings promise."""
    root = ET.fromstring(drawing.svg)  # noqa: S314 our own output
    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title.text == drawing.title
    assert description.text == drawing.description
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == description.get("id")
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert all(one.startswith(drawing.name) for one in ids)
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "text", "path", "rect", "circle"}
    assert "var(" not in drawing.svg
    assert "url(" not in drawing.svg
    assert "style=" not in drawing.svg
    assert "\n\n" not in drawing.svg
    _inside(root)
    return Picture(root)


def _inside(root):
    """Nothing is drawn outside the picture."""
    _, _, width, height = (float(part) for part in root.get("viewBox").split())
    for one in root.iter():
        for name, most in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            if one.get(name):
                assert -0.01 <= float(one.get(name)) <= most + 0.01, one.attrib


@pytest.fixture
def english():
    return catalogue("en")


@pytest.fixture
def french():
    """A catalogue of our own, so that the tests do not wait for translators."""
    messages = Catalog(locale="fr")
    for message, translation in {
        "better": "mieux",
        "worse": "pire",
        "%(low)s to %(high)s": "%(low)s à %(high)s",
        "Improved": "Amélioré",
        "Moderate": "Modérée",
        "No evidence": "Aucune donnée",
        "Training of police officers": "Formation de policiers",
        "Trust in the police": "Confiance dans la police",
        "level %(level)s of 5": "niveau %(level)s sur 5",
        "Strength of the evidence: %(strength)s": "Solidité des preuves : %(strength)s",
    }.items():
        messages.add(message, translation)
    return Catalogue("fr", Locale("fr"), messages)


@pytest.fixture
def hostile():
    return Text(HOSTILE)
