"""The catalogue of codes: each code of files and records is provoked by a broken file."""

from imppulse.checks.catalogue import RULES
from tests.records import (
    test_findings_of_files,
    test_findings_of_keys,
    test_findings_of_values,
    test_findings_of_yaml,
)

FILES = {
    **test_findings_of_files.FILES,
    **test_findings_of_yaml.FILES,
    **test_findings_of_keys.FILES,
    **test_findings_of_values.FILES,
}


def test_every_code_of_files_and_records_is_provoked():
    """The later codes belong to the guide and to translations, which have files of their own."""
    said = {word for _, _, lines in FILES.values() for line in lines for word in line.split()}
    elsewhere = {"IMP006", "IMP012", "IMP108", "IMP109"}

    assert {code for code in RULES if code < "IMP200"} <= said | elsewhere
