# English: where a record comes from, and what is held about an actor in the order of days.
# Each message is one whole sentence or line and needs a signed skeleton. Style: docs/style.md.

## A record's source

source-published = Published by { $publisher } on { $day }: “{ $title }”
source-filed = Published by { $publisher } on { $day }, in its voting file
source-terms = Licence: { $terms }
source-hash = SHA-256 of the archived text: { $hash }
source-hash-file = SHA-256 of the imported file: { $hash }
source-unhashed = No archived text of it is on file.
source-fetched = Read on { $day }
source-replaces = It takes the place of { $record }: { $reason }

## What is held about an actor, newest first

title-timeline = { $actor } · timeline to { $day }
title-timeline-issue = { $actor } · { $issue } · timeline to { $day }
timeline-vote = { $Actor } { $did }, { $title }.
timeline-shift = { $Actor } { $did }, { $title }; on { $day } it { $had }.
timeline-named-favour = { $Actor } voted in favour of { $label } in { $body }.
timeline-named-against = { $Actor } voted against { $label } in { $body }.
timeline-named-abstained = { $Actor } abstained on { $label } in { $body }.
timeline-named-absent = { $Actor } did not vote on { $label } in { $body }.
timeline-sponsor = { $Actor } is among the { $n } sponsors named on the draft resolution, { $title }.
timeline-more =
    { $n ->
        [one] { $n } more record of its acts and votes is held.
       *[other] { $n } more records of its acts and votes are held.
    }
timeline-shifts = Of the imported voting file the newest shifts are told, not every vote.
