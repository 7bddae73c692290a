"""Words that tell a page number from a number of the sentence."""

from __future__ import annotations

# fmt: off
SENTENCE_OPENERS = frozenset((
    "After", "Although", "An", "And", "As", "At", "Because", "Before", "But", "By", "Despite",
    "Every", "Following", "For", "From", "He", "Hence", "How", "However", "If", "In", "Instead",
    "It", "Its", "Moreover", "Nevertheless", "Nor", "On", "Our", "Overall", "She", "Since", "That",
    "The", "Their", "There", "Therefore", "These", "They", "This", "Those", "Thus", "To",
    "Unless", "Until", "We", "What", "When", "Where", "Whether", "While", "Who", "Why",
    "Without", "Yet",
))
"""Words that begin a sentence and are no part of what a number before them counts."""

BEFORE_COMMA = frozenset((
    "Despite", "Hence", "However", "Instead", "Moreover", "Nevertheless", "Overall", "Therefore",
    "Thus", "Yet",
))
"""Words that open a sentence by themselves."""

MASS_NOUNS = frozenset((
    "Accountability", "Advice", "Data", "Evidence", "Funding", "Guidance", "Information",
    "Oversight", "Progress", "Research", "Spending", "Training", "Transparency",
))
"""Things that are not counted by the piece."""

AFTER_MASS_NOUN = frozenset((
    "about", "are", "by", "can", "cannot", "from", "has", "have", "in", "is", "must", "on",
    "should", "show", "shows", "suggest", "suggests", "that", "was", "were", "will", "would",
))
"""Words that show that a thing in front of them is no first half of a compound."""

SINGULAR_VERBS = frozenset(("does", "has", "is", "needs", "was"))
"""Verbs of which a number of things is never the subject."""

NUMBERED_UNITS = frozenset((
    "April", "August", "Battalion", "Brigade", "Commando", "Company", "Corps", "December",
    "Division", "Downing", "February", "Group", "January", "July", "June", "March", "May",
    "Million", "Month", "November", "October", "Para", "Per", "Percent", "Regiment", "September",
    "Squadron", "Wing", "Year",
))
"""Names that have their number in front, so that `9 May was` is a day."""

NUMBERED_PLURALS = frozenset((
    "annexes", "clauses", "criteria", "gates", "indices", "items", "lines", "lots", "models",
    "months", "options", "orders", "platforms", "pledges", "points", "proposals", "regulations",
    "rounds", "rules", "sites", "standards", "targets", "tests", "tranches", "units", "weeks",
    "days",
))
"""Things that have numbers, beside those of which a single one is named by its number."""

BEFORE_PLURAL = frozenset((
    "all", "among", "between", "both", "by", "different", "few", "for", "its", "large", "larger",
    "local", "many", "new", "no", "of", "other", "our", "relevant", "several", "small", "smaller",
    "some", "such", "the", "their", "these", "those", "various", "vulnerable", "with",
))
"""Words after which a word on `s` is a noun in the plural, and no verb."""

BEFORE_UNNUMBERED = frozenset(("all", "both", "few", "many", "no", "several"))
"""Words after which no single thing is named by its number."""

BEFORE_ANY_PLURAL = frozenset(("all", "both", "few", "many", "several", "these", "those"))
"""Words that make a noun of the second word after them too."""

QUALITIES = frozenset(("civil", "criminal", "family", "juvenile", "primary", "secondary"))
"""Words between the former and the noun."""

NO_PLURALS = frozenset((
    "across", "always", "besides", "perhaps", "sometimes", "this", "towards", "whereas",
))
"""Words in the form of a plural."""

OPENS_SHARE = frozenset((
    "among", "at", "between", "by", "for", "from", "in", "of", "on", "under", "with", "within",
))
"""Words that open a sentence in which a number stands for a share: `Of all routes 12`."""

GIVES_SEVERAL = frozenset((
    "award", "awarded", "charged", "gave", "give", "given", "gives", "giving", "grant", "granted",
    "left", "lent", "offer", "offered", "offers", "owed", "paid", "pay", "pays", "sell", "sent",
    "send", "sends", "show", "showed", "sold",
))
"""Verbs with two objects, of which the second may be a number."""
# fmt: on
