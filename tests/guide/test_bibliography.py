"""Every source is defined once; whoever cites it is listed with it."""

from imppulse.checks.pipeline import check
from imppulse.guide.assembly import assemble
from imppulse.guide.bibliography import source_ids
from imppulse.guide.references import Ref
from imppulse.records.folder import load
from tests.sound import (
    AWAITED,
    AWAITED_PATH,
    CHAPTER,
    CHAPTER_PATH,
    EXPERIMENT,
    EXPERIMENT_PATH,
    PROJECT,
    changed,
)

CITING = changed(CHAPTER, "---\n\nRead", "cites: [sample-2020]\n---\n\nRead")


def lines(root):
    findings = check(load(root))
    return [str(finding) for finding in findings if finding.code < "IMP400"]


def test_a_source_is_defined_by_one_record_and_cited_by_others(project):
    guide = assemble(load(project(PROJECT | {CHAPTER_PATH: CITING})))
    cited = guide.bibliography["sample-2020"]

    assert cited.source.title == "Ringing at doors"
    assert cited.by == (Ref("experiment", "door-visits"), Ref("chapter", "about"))
    assert source_ids(guide.chapter("about")) == ["sample-2020"]


def test_sources_stand_by_author_and_year(project):
    more = """\
  - {id: zola-1900, title: Z, authors: ["Zola, É"], year: 1900, publisher: P}
  - {id: sample-2019, title: B, authors: ["sample Institute"], year: 2019, publisher: P}
  - {id: anonymous, title: Manual, publisher: P}
"""
    guide = assemble(load(project(PROJECT | {EXPERIMENT_PATH: EXPERIMENT + more})))

    assert list(guide.bibliography) == ["anonymous", "sample-2019", "sample-2020", "zola-1900"]


def test_a_source_that_nobody_defines(project):
    text = changed(CITING, "[sample-2020]", "[sample-2021]")

    assert lines(project(PROJECT | {CHAPTER_PATH: text})) == [
        (
            f"{CHAPTER_PATH}:4:9 error IMP204 the source 'sample-2021' is defined nowhere; "
            "did you mean 'sample-2020'?"
        )
    ]


def test_the_source_of_an_outcome_and_of_a_population_are_citations(project):
    text = changed(EXPERIMENT, "      source: sample-2020", "      source: other").replace(
        "  country: BE\n",
        "  country: BE\n  population: {count: 5, year: 2020, source: census}\n",
    )

    assert [line.split(";")[0] for line in lines(project(PROJECT | {EXPERIMENT_PATH: text}))] == [
        f"{EXPERIMENT_PATH}:8:46 error IMP204 the source 'census' is defined nowhere",
        f"{EXPERIMENT_PATH}:21:15 error IMP204 the source 'other' is defined nowhere",
    ]


def test_a_source_that_a_broken_record_may_define_is_not_missed(project):
    files = {
        EXPERIMENT_PATH: changed(EXPERIMENT, "kind: published", "kind: publish"),
        CHAPTER_PATH: CITING,
    }

    assert [line.split()[2] for line in lines(project(PROJECT | files))] == ["IMP104"]


def test_two_sources_with_one_id(project):
    source = "sources: [{id: sample-2020, title: Another, publisher: P}]\n"
    found = lines(
        project(PROJECT | {"experiments/published/z.yml": EXPERIMENT.split("sources:")[0] + source})
    )

    assert found == [
        (
            "experiments/published/z.yml:21:16 error IMP203 the source 'sample-2020' is already "
            f"defined in {EXPERIMENT_PATH}; cite it under 'cites', or give this one another id"
        )
    ]


def test_one_source_twice_in_one_record(project):
    again = "  - {id: sample-2020, title: Ringing at doors, publisher: P}\n"

    assert [
        line.split(" error ")[0]
        for line in lines(project(PROJECT | {EXPERIMENT_PATH: EXPERIMENT + again}))
    ] == [f"{EXPERIMENT_PATH}:27:10"]


def test_the_same_source_word_for_word_in_two_records_is_one_source(project):
    source = EXPERIMENT[EXPERIMENT.index("sources:") :]
    guide = assemble(load(project(PROJECT | {AWAITED_PATH: AWAITED + source})))

    assert len(guide.bibliography) == 1
    assert len(guide.bibliography["sample-2020"].by) == 2
