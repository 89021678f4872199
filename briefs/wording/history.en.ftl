## What was known by when

footer-sources-known = Sources to { $day }, as known on { $known }
footer-compiled-known = Compiled from sources to { $day }, as known on { $known }
footer-none-known = No sources held, as known on { $known }
footer-none-begun = No sources held, as known on { $known }: this archive began on { $born }
known-at = { $day } at { $time } UTC
