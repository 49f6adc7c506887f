"""Each value that cannot be read, breaks a rule or contradicts another gives one clear line."""

import pytest

from imppulse.records.folder import load
from tests.sound import AWAITED, EXPERIMENT, MODULE, PATHWAY, changed

X = "experiments/imppulse/x.yml"
P = "experiments/published/x.yml"

# name: (path, content, the lines that a check prints)
FILES = {
    # Values.
    "a number in words": (
        X,
        AWAITED + "resources:\n  participants: about 20\n",
        [
            (
                f"{X}:9:17 error IMP105 'participants': expected a whole number such as 120; "
                "found 'about 20'"
            )
        ],
    ),
    "a time is no number of minutes": (
        "training/modules/x.yml",
        changed(MODULE, "minutes: 30", "minutes: 12:30"),
        [
            (
                "training/modules/x.yml:15:14 error IMP105 'minutes': "
                "expected a whole number such as 120; found '12:30'"
            )
        ],
    ),
    "a decimal comma": (
        X,
        AWAITED + "resources:\n  budget: 1,5\n",
        [
            (
                f"{X}:9:11 error IMP105 'budget': expected a number such as 0.5, "
                "with a point and no unit; found '1,5': write 1.5"
            )
        ],
    ),
    "thousands behind a point": (
        X,
        AWAITED + "resources:\n  budget: 10.000\n",
        [
            (
                f"{X}:9:11 error IMP105 'budget': expected an amount without separators, such as "
                "10000; found '10.000': write 10000"
            )
        ],
    ),
    "thousands behind a space, and a unit": (
        X,
        AWAITED + "resources:\n  participants: 10 000 €\n",
        [
            (
                f"{X}:9:17 error IMP105 'participants': expected a whole number such as 120; "
                "found '10 000 €': write 10000"
            )
        ],
    ),
    "a decimal comma between braces": (
        P,
        changed(
            EXPERIMENT,
            "      described:\n        direction: better\n        significance: significant\n",
            "      measured:\n        - {arm: intervention, n: 60, mean: 3,1, sd: 1.2}\n",
        ),
        [
            (
                f"{P}:18:44 error IMP018 'mean: 3,1' is read as mean 3 and a key '1' without a "
                "value: write 3.1"
            )
        ],
    ),
    "thousands behind a comma between braces": (
        P,
        changed(
            EXPERIMENT,
            "      described:\n        direction: better\n        significance: significant\n",
            "      measured:\n        - {arm: intervention, n: 1,060, count: 21}\n",
        ),
        [
            (
                f"{P}:18:34 error IMP018 'n: 1,060' is read as n 1 and a key '060' without a "
                "value: write 1060 (or 1.060, with a point)"
            )
        ],
    ),
    "a text with a hash": (
        X,
        changed(AWAITED, "title: Lisbon", "title: Quartier #1 et police"),
        [
            (
                f"{X}:1:17 error IMP019 the text ends before '#1 et police', which is read as a "
                "comment: put quotes around the whole text, or the comment into a line of its own"
            )
        ],
    ),
    "a name without quotes": (
        P,
        changed(EXPERIMENT, 'authors: ["Sample Institute"]', "authors: [Dupont, Jean]"),
        [
            (
                f"{P}:24:15 error IMP110 'Dupont, Jean' is read as two authors: put quotes around "
                "the name of one person, or each of two bodies into a line '- …' of its own"
            )
        ],
    ),
    "an unknown key without a value": (
        X,
        AWAITED + "strenghts:\n",
        [f"{X}:8:1 error IMP102 unknown key 'strenghts'; did you mean 'strengths'?"],
    ),
    "a country as the European Union writes it": (
        X,
        changed(AWAITED, "country: PT", "country: EL"),
        [
            (
                f"{X}:7:12 error IMP105 'country': expected a country code of two capital letters "
                "(ISO 3166), as in FR; found 'EL': write GR"
            )
        ],
    ),
    "a month before its year": (
        X,
        AWAITED + "period:\n  start: 02/2015\n",
        [
            (
                f"{X}:9:10 error IMP105 'start': expected a date such as "
                "2015, 2015-02 or 2015-02-16; found '02/2015': write 2015-02"
            )
        ],
    ),
    "an infinite budget": (
        X,
        AWAITED + "resources:\n  budget: inf\n",
        [
            (
                f"{X}:9:11 error IMP105 'budget': expected a number such as 0.5, "
                "with a point and no unit; found 'inf'"
            )
        ],
    ),
    "a truth value that is none": (
        "training/modules/x.yml",
        changed(MODULE, "fundamental_rights: true", "fundamental_rights: maybe"),
        [
            (
                "training/modules/x.yml:12:25 error IMP105 'fundamental_rights': "
                "expected 'true' or 'false'; found 'maybe'"
            )
        ],
    ),
    "a date in words": (
        X,
        AWAITED + "period:\n  start: May 2024\n",
        [
            (
                f"{X}:9:10 error IMP105 'start': expected a date such as "
                "2015, 2015-02 or 2015-02-16; "
                "found 'May 2024': write 2024-05"
            )
        ],
    ),
    "a day that no calendar has": (
        X,
        AWAITED + "period:\n  start: 2023-02-29\n",
        [f"{X}:9:10 error IMP105 'start': there is no such day in the calendar: 2023-02-29"],
    ),
    "a month where a day belongs": (
        X,
        AWAITED + "review:\n  reviewed_on: 2024-05\n",
        [
            (
                f"{X}:9:16 error IMP105 'reviewed_on': expected a date such as 2015-02-16; "
                "found '2024-05'"
            )
        ],
    ),
    "a number of seconds is no day": (
        X,
        AWAITED + "review:\n  reviewed_on: 86400\n",
        [f"{X}:9:16 error IMP105 'reviewed_on': expected a date such as 2015-02-16; found '86400'"],
    ),
    "a day of the review that no calendar has": (
        X,
        AWAITED + "review:\n  reviewed_on: 2024-02-30\n",
        [f"{X}:9:16 error IMP105 'reviewed_on': there is no such day in the calendar: 2024-02-30"],
    ),
    "a country by its name": (
        X,
        changed(AWAITED, "country: PT", "country: Portugal"),
        [
            (
                f"{X}:7:12 error IMP105 'country': expected a country code of two capital letters "
                "(ISO 3166), as in FR; found 'Portugal': write PT"
            )
        ],
    ),
    "a union that is no country": (
        X,
        changed(AWAITED, "country: PT", "country: EU"),
        [
            (
                f"{X}:7:12 error IMP105 'country': expected a country code of two capital letters "
                "(ISO 3166), as in FR; found 'EU'"
            )
        ],
    ),
    "a DOI as an address": (
        P,
        changed(EXPERIMENT, "doi: 10.1000/182", "doi: https://doi.org/10.1000/182"),
        [
            (
                f"{P}:26:10 error IMP105 'doi': expected a DOI such as 10.1000/182, "
                "without https://doi.org/; found 'https://doi.org/10.1000/182': "
                "write 10.1000/182"
            )
        ],
    ),
    "an ISBN with a wrong check digit": (
        P,
        changed(EXPERIMENT, "doi: 10.1000/182", "isbn: 978-3-16-148410-1"),
        [
            (
                f"{P}:26:11 error IMP105 'isbn': expected an ISBN of 10 or 13 digits "
                "with its check digit; found '978-3-16-148410-1'"
            )
        ],
    ),
    "an address that runs code": (
        P,
        changed(EXPERIMENT, "doi: 10.1000/182", "url: javascript:alert(1)"),
        [
            (
                f"{P}:26:10 error IMP105 'url': expected a web address that starts with https:// "
                "and has no space; found 'javascript:alert(1)'"
            )
        ],
    ),
    "an address that no browser can read": (
        P,
        changed(EXPERIMENT, "doi: 10.1000/182", "url: https://[::1"),
        [
            (
                f"{P}:26:10 error IMP105 'url': expected a web address that starts with https:// "
                "and has no space; found 'https://[::1'"
            )
        ],
    ),
    # Rules.
    "a summary of 61 words": (
        X,
        changed(
            AWAITED, "This micro-experiment awaits the report of its city.", " ".join(["word"] * 61)
        ),
        [f"{X}:2:10 error IMP106 'summary': the text has 61 words; at most 60 fit here"],
    ),
    "a text with nothing in it": (
        X,
        changed(AWAITED, "title: Lisbon", 'title: " "'),
        [f"{X}:1:8 error IMP106 'title': the text is empty; write it or delete the key"],
    ),
    "a latitude beyond the pole": (
        X,
        AWAITED + "  coordinates:\n    latitude: 91\n    longitude: 0\n",
        [f"{X}:9:15 error IMP106 'latitude': expected 90 or less"],
    ),
    "a negative number of people": (
        X,
        AWAITED + "resources:\n  participants: -1\n",
        [f"{X}:9:17 error IMP106 'participants': expected 0 or more"],
    ),
    "an activity without minutes": (
        "training/modules/x.yml",
        changed(MODULE, "minutes: 30", "minutes: 0"),
        ["training/modules/x.yml:15:14 error IMP106 'minutes': expected more than 0"],
    ),
    "an empty list": (
        "training/pathways/x.yml",
        changed(PATHWAY, "modules: [listening]", "modules: []"),
        ["training/pathways/x.yml:4:10 error IMP106 'modules': expected 1 or more items; found 0"],
    ),
    "an interval of three bounds": (
        P,
        changed(
            EXPERIMENT,
            "      described:\n        direction: better\n        significance: significant\n",
            "      reported:\n        measure: cohens-d\n        value: 0\n"
            "        interval: [0, 1, 2]\n",
        ),
        [f"{P}:20:19 error IMP106 'interval': expected 2 items or fewer; found 3"],
    ),
    "an id with capitals": (
        P,
        changed(EXPERIMENT, "id: trust", "id: Trust"),
        [
            (
                f"{P}:13:11 error IMP106 'id': an id has lower-case letters, digits "
                "and single hyphens, as in 'door-visits'; write 'trust'"
            )
        ],
    ),
    # Contradictions.
    "a period that ends before it starts": (
        X,
        AWAITED + "period:\n  start: 2024-05\n  end: 2024-04-30\n",
        [f"{X}:8:1 error IMP107 the period ends (2024-04-30) before it starts (2024-05)"],
    ),
    "an evaluation that ends before it starts": (
        P,
        changed(
            EXPERIMENT,
            "  design: randomised\n",
            "  design: randomised\n  start: 2024\n  end: 2023\n",
        ),
        [f"{P}:9:1 error IMP107 the evaluation ends (2023) before it starts (2024)"],
    ),
    "an evaluation that ends and never starts": (
        P,
        changed(EXPERIMENT, "  design: randomised\n", "  design: randomised\n  end: 2023\n"),
        [f"{P}:9:1 error IMP107 the evaluation ends (2023) and has no start"],
    ),
    "an outcome in two forms": (
        P,
        changed(
            EXPERIMENT,
            "      described:\n",
            "      reported:\n        measure: cohens-d\n        value: 0.2\n      described:\n",
        ),
        [
            (
                f"{P}:13:7 error IMP107 an outcome has exactly one of "
                "measured, reported and described; "
                "found reported and described"
            )
        ],
    ),
    "an outcome in no form": (
        P,
        changed(
            EXPERIMENT,
            "      described:\n        direction: better\n        significance: significant\n",
            "",
        ),
        [
            (
                f"{P}:13:7 error IMP107 an outcome has exactly one of "
                "measured, reported and described; "
                "found none"
            )
        ],
    ),
    "a value outside its interval": (
        P,
        changed(
            EXPERIMENT,
            "      described:\n        direction: better\n        significance: significant\n",
            "      reported:\n        measure: cohens-d\n        value: 3\n"
            "        interval: [0, 1]\n",
        ),
        [f"{P}:17:7 error IMP107 the value 3.0 lies outside its interval 0.0 to 1.0"],
    ),
    "two outcomes with one id": (
        P,
        changed(
            EXPERIMENT,
            "sources:\n",
            "    - {id: trust, indicator: crime, respondents: police, label: a, "
            "described: {direction: mixed}, source: sample-2020}\nsources:\n",
        ),
        [f"{P}:1:1 error IMP107 two outcomes have the id 'trust'; each needs its own"],
    ),
    "a completed experiment without an axis": (
        P,
        changed(EXPERIMENT, "axes: [encounter]\n", ""),
        [f"{P}:1:1 error IMP107 an experiment with the status 'completed' needs at least one axis"],
    ),
    "a published evaluation without a source": (
        P,
        changed(AWAITED, "micro-experiment\n", "published\n"),
        [f"{P}:1:1 error IMP107 a published evaluation needs at least one source"],
    ),
    "a source that nobody can find": (
        P,
        changed(EXPERIMENT, "    doi: 10.1000/182\n", ""),
        [f"{P}:22:5 error IMP107 a source needs a doi, isbn, url or publisher"],
    ),
    "a record in the folder of the other kind": (
        X,
        EXPERIMENT,
        [
            (
                f"{X}:3:7 error IMP107 this folder holds records of kind 'micro-experiment'; "
                "found 'published'"
            )
        ],
    ),
}


@pytest.mark.parametrize(("path", "content", "lines"), FILES.values(), ids=FILES)
def test_a_broken_file_gives_one_clear_line(project, path, content, lines):
    records = load(project({path: content}))

    assert [str(finding) for finding in records.findings] == lines
