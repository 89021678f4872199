"""Selections in words: one function an answer, each returning the document and nothing proved yet.

Position, measure, comparison and digest each have a module of sentences; `catalogue` holds the messages of a language,
`pen` writes one clause, `frame` puts title, footer and paste line around them. `briefs.briefing` proves the result.
"""
