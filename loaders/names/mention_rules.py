"""The rules by which mentions are recognised, by their names in the scheme of rules."""

from __future__ import annotations

REGISTER_NAME = "register-name"
REGISTER_ABBREVIATION = "register-abbreviation"
REGISTER_OTHER_NAME = "register-other-name"
HAND_CORRECTION = "hand-correction"
DEFINED_IN_DOCUMENT = "defined-in-document"
ANAPHOR = "anaphor"
MINISTER_OFFICE = "minister-office"
REPORT_RESPONDENT = "report-respondent"
COMMITTEE_REMIT = "committee-remit"
RESPONSIBLE_DEPARTMENT = "responsible-department"
DISCOVERED = "discovered"
NEAR_SPELLING = "near-spelling"

DEFINITION_CONFIDENCE = 0.95
"""How sure a mention is whose abbreviation the document itself defines."""

EXPRESSION_RULES = frozenset({ANAPHOR, REPORT_RESPONDENT, COMMITTEE_REMIT, RESPONSIBLE_DEPARTMENT})
"""Rules by which expressions such as "the Department" are read."""
