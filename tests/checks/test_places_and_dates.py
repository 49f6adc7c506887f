"""A point far from its country, and a future that is said to be past, are errors at their value."""

from datetime import date

import pytest

from imppulse.checks.pipeline import check
from imppulse.records.folder import load
from tests.sound import EXPERIMENT, EXPERIMENT_PATH, PROJECT, changed

TODAY = date(2026, 11, 25)


@pytest.fixture
def found(project):
    def find(old, new):
        root = project(PROJECT | {EXPERIMENT_PATH: changed(EXPERIMENT, old, new)})
        lines = [str(one) for one in check(load(root), today=TODAY)]
        return [line.removeprefix(f"{EXPERIMENT_PATH}:") for line in lines]

    return find


def placed(latitude, longitude):
    return f"country: BE\n  coordinates: {{latitude: {latitude}, longitude: {longitude}}}"


def test_a_point_in_the_country_is_sound(found):
    assert found("country: BE", placed(50.85, 4.35)) == []


def test_latitude_and_longitude_that_are_swapped_are_told(found):
    assert found("country: BE", placed(4.35, 50.85)) == [
        (
            "8:27 error IMP108 the point 4.35, 50.85 lies far from BE: "
            "latitude and longitude look swapped"
        )
    ]


@pytest.mark.parametrize("start", ["2027", "2026-12", "2026-11-26"])
def test_what_is_completed_has_not_begun_in_the_future(found, start):
    (line,) = found("axes: [encounter]", f"axes: [encounter]\nperiod: {{start: {start}}}")
    assert f"IMP109 'start': {start} lies in the future, and the status is 'completed'" in line


@pytest.mark.parametrize("start", ["2026", "2026-11", "2026-11-25"])
def test_a_date_that_may_be_past_is_sound(found, start):
    assert found("axes: [encounter]", f"axes: [encounter]\nperiod: {{start: {start}}}") == []


def test_a_review_of_tomorrow_is_an_error(found):
    review = "review: {state: reviewed, reviewers: [A town], reviewed_on: 2026-11-26}"
    (line,) = found("axes: [encounter]", f"axes: [encounter]\n{review}")
    assert "IMP109 'reviewed_on': 2026-11-26 lies in the future" in line
