# English: the sentences of briefs. Each message is one whole sentence and needs a signed skeleton of the same id.
# Service words (help, errors) stand in notices.en.ftl. Style: docs/style.md.

## Small words

pronoun-he = He
pronoun-she = She
pronoun-they = They
person-role = { $role } { $name }
person-of = { $role } { $name } of { $of }
when-day = on { $day }
when-week = in the week of { $day }
when-month = in { $month }
when-year = in { $year }
when-no-later-than = no later than { $day }
voted-favour = voted in favour
voted-against = voted against
voted-abstained = abstained
voted-absent = did not vote
voted-favour-of = voted in favour of { $text }
voted-against-of = voted against { $text }
voted-abstained-of = abstained on { $text }
voted-absent-of = did not vote on { $text }
had-favour-of = had voted in favour of { $text }
had-against-of = had voted against { $text }
had-abstained-of = had abstained on { $text }
had-absent-of = had not voted on { $text }
had-favour = had voted in favour
had-against = had voted against
had-abstained = had abstained
had-absent = had not voted
times = { $n ->
    [1] once
    [2] twice
   *[other] { $n } times
}
share-favour = voted in favour in { $n }
share-all-favour = voted in favour in all
share-against = voted against in { $n }
share-all-against = voted against in all
share-abstained = abstained in { $n }
share-all-abstained = abstained in all
share-absent = did not vote in { $n }
share-all-absent = did not vote in any
recent-favour = in favour of { $texts }
recent-against = against { $texts }
recent-abstained = abstaining on { $texts }
recent-absent = not voting on { $texts }
group-favour = { $n } in favour
group-against = { $n } against
group-abstained = { $n } abstained
group-absent = { $n } did not vote
group-no-row = { $n } with no vote in the file
group-none = { $n } without a vote
group-named = { $group } ({ $names })

## Votes of one actor

votes-line = { $Actor } { $first } of the { $n } roll calls held on { $issue }{ $rest }, most recently { $recent } on { $day }.
votes-line-newest = { $Actor } { $first } of the { $n } roll calls held on { $issue }{ $rest }, the newest on { $day }.
votes-line-one = { $Actor } { $voted } on { $day }, the one roll call held on { $issue }.
votes-counts = { $n ->
    [1] In the one roll call held on this issue, { $actor } { $counts }.
   *[other] Of the { $n } roll calls held on this issue, { $actor } { $counts }.
}
votes-change = On { $day } { $actor } { $now }; on { $before } it { $had }.
vote-favour = { $day }: in favour of { $symbol }, { $tally } ({ $title })
vote-against = { $day }: against { $symbol }, { $tally } ({ $title })
vote-abstained = { $day }: abstained on { $symbol }, { $tally } ({ $title })
vote-absent = { $day }: did not vote on { $symbol }, { $tally } ({ $title })
vote-none = { $day }: not a member then, { $symbol }, { $tally } ({ $title })
votes-heading = Votes, newest first (in favour–against–abstained–did not vote)
votes-heading-short = Newest votes, and earlier ones that differ (in favour–against–abstained–did not vote)
sponsor-added = It also co-sponsored { $symbol }, joining after the draft was submitted.
sponsor-draft = It also co-sponsored { $symbol }, as one of the { $n } sponsors named on the draft.
sponsor-also = It also co-sponsored { $symbol }.
coverage = Votes cast are recorded on { $n } of the { $of } texts held on this issue.
coverage-until = Roll calls held run to { $day }; later votes are not recorded here.
bloc-vote = { $day }, { $symbol }, { $title }: of { $n } { $bloc } members, { $groups }
bloc-on = { $bloc } on { $symbol }: of { $n } members, { $groups }.

## Hundreds of roll calls at once

rolls-counts-issue = { $n ->
    [1] In the one roll call held on this issue, { $actor } { $counts }.
   *[other] Of the { $n } roll calls held on this issue, { $actor } { $counts }{ $rest }.
}
rolls-counts-issue-member = { $n ->
    [1] In the one roll call held on this issue while it was a member, { $actor } { $counts }.
   *[other] Of the { $n } roll calls held on this issue while it was a member, { $actor } { $counts }{ $rest }.
}
rolls-counts-all = { $n ->
    [1] In the one roll call held, { $actor } { $counts }.
   *[other] Of the { $n } roll calls held, { $actor } { $counts }{ $rest }.
}
rolls-counts-all-member = { $n ->
    [1] In the one roll call held while it was a member, { $actor } { $counts }.
   *[other] Of the { $n } roll calls held while it was a member, { $actor } { $counts }{ $rest }.
}
rolls-rest = . In the other { $n } the voting file has no vote by it
rolls-none-issue = { $n ->
    [1] The voting file has no vote by { $actor } in the one roll call held on this issue while it was a member.
   *[other] The voting file has no vote by { $actor } in any of the { $n } roll calls held on this issue while it was a member.
}
rolls-none-all = { $n ->
    [1] The voting file has no vote by { $actor } in the one roll call held while it was a member.
   *[other] The voting file has no vote by { $actor } in any of the { $n } roll calls held while it was a member.
}
rolls-never-issue = { $n ->
    [1] The one roll call held on this issue is not of a day on which { $actor } was a member.
   *[other] None of the { $n } roll calls held on this issue is of a day on which { $actor } was a member.
}
rolls-never-all = { $n ->
    [1] The one roll call held is not of a day on which { $actor } was a member.
   *[other] None of the { $n } roll calls held is of a day on which { $actor } was a member.
}
rolls-parts = On { $issue }, the votes by { $actor } in the sources held are on parts of texts alone.
rolls-line = { $n ->
    [1] { $Actor } { $counts } in the one roll call held under { $issue } while it was a member, on { $day }.
   *[other] { $Actor } { $counts } of the { $n } roll calls held under { $issue } while it was a member{ $rest }. The newest of these roll calls is of { $day }.
}
rolls-moved = On { $day } { $actor } { $now }, { $title }; in its last vote on file before that on a text of that title, on { $before }, it { $had }.
rolls-heading = Latest votes (in favour–against–abstained–did not vote)
rolls-heading-three = Latest votes (in favour–against–abstained)
rolls-all = All roll calls held
rolls-coverage = Votes cast by it are recorded on { $n } of the { $of } texts held on this issue.
rolls-until = The imported voting file runs from { $first } to { $last }.

## A bloc in all roll calls; who votes otherwise than last time; what is held

bloc-all = In { $share } held in which two or more members of { $bloc } cast a vote, all that did cast the same one.
bloc-issue = In { $share } held under { $issue } in which two or more members of { $bloc } cast a vote, all that did cast the same one.
bloc-all-never = { $n ->
    [one] In { $calls } held in which two or more members of { $bloc } cast a vote, not all cast the same one.
   *[other] In none of { $calls } held in which two or more members of { $bloc } cast a vote did all cast the same one.
}
bloc-issue-never = { $n ->
    [one] In { $calls } held under { $issue } in which two or more members of { $bloc } cast a vote, not all cast the same one.
   *[other] In none of { $calls } held under { $issue } in which two or more members of { $bloc } cast a vote did all cast the same one.
}
bloc-all-few = In { $calls } held, fewer than two members of { $bloc } cast a vote.
bloc-issue-few = In { $calls } held under { $issue }, fewer than two members of { $bloc } cast a vote.
bloc-index = Their mean agreement index (Hix, Noury and Roland) is { $index }: 1 is all alike, 0 an even spread over in favour, against and abstained.
bloc-ranks = Breaking ranks most often, by voting otherwise than the largest group: { $ranks }.
bloc-split-last = They last split on { $day }.
bloc-span = { $n ->
    [one] This vote is of { $first }; membership is that of the day.
   *[other] The first of these votes is of { $first }, the newest of { $last }; membership is that of each day.
}
bloc-stood = The membership of { $bloc }, as held here, has been the same since { $day }.
bloc-divided = { $day }, { $symbol }, { $title }: of its { $n } members, { $groups }
bloc-divided-again = { $day }, { $symbol }, a text of that title: of its { $n } members, { $groups }
bloc-splits-heading = Newest splits
bloc-outside = An abstention is a vote cast; texts adopted without a vote are not counted.
share-some = { $n } of the { $of } roll calls ({ $percent })
share-all = { $of ->
    [one] the one roll call
   *[other] all { $of } roll calls
}
the-calls = { $n ->
    [one] the one roll call
   *[other] the { $n } roll calls
}
each-call = { $n ->
    [one] the one roll call
   *[other] each of the { $n } roll calls
}
rank = { $of ->
    [one] { $actor } ({ $n } of its { $of } vote, { $percent })
   *[other] { $actor } ({ $n } of its { $of } votes, { $percent })
}
silence-rolls-all = No roll call is recorded in the sources held.
silence-rolls-issue = No roll call on { $issue } is recorded in the sources held.
shifts-all = In { $calls } held since { $day }, members voted { $times } otherwise than in their last vote on file before on a text of the same title, on { $texts }.
shifts-issue = In { $calls } held under { $issue } since { $day }, members voted { $times } otherwise than in their last vote on file before on a text of the same title, on { $texts }.
shifts-all-none = In { $calls } held since { $day }, no member voted otherwise than in its last vote on file before on a text of the same title.
shifts-issue-none = In { $calls } held under { $issue } since { $day }, no member voted otherwise than in its last vote on file before on a text of the same title.
shifts-all-quiet = No roll call held is of { $day } or later.
shifts-issue-quiet = No roll call held under { $issue } is of { $day } or later.
shifts-text = { $day }, { $symbol }, { $title }, compared with { $last } of { $before }: { $groups }
shifts-text-also = { $day }, { $symbol }, compared with { $last } of { $before }: { $groups }
shifts-group = { $n ->
    [one] { $n } member that { $had } { $did }
   *[other] { $n } members that { $had } { $did }
}
shifts-votes = Absence is no vote: a member that was away last time is compared with the time before.
shifts-year = Without a day to begin with, this is the year up to the newest roll call held.
shifts-heading = Newest texts
shifts-title = Shifts since { $day }
shifts-title-issue = Shifts since { $day } · { $issue }
shifts-title-none = Shifts
shifts-title-none-issue = Shifts · { $issue }
texts = { $n ->
    [one] one text
   *[other] { $n } texts
}
issues-title = Issues
issues-lead = Roll calls or other records are held on { $n } of the { $of } issues that can be asked about.
issues-none = Nothing is held on any of the { $of } issues that can be asked about.
issues-held = { $issue }: { $holding }, { $first } to { $last }
issues-held-day = { $issue }: { $holding }, { $first }
issues-more = The long form lists all of them.
issues-others = Other issues to ask about
issues-other = { $issue }
holding-calls = { $n ->
    [one] { $n } roll call
   *[other] { $n } roll calls
}
holding-records = { $n ->
    [one] { $n } record
   *[other] { $n } records
}
holding-others = { $n ->
    [one] { $n } other record
   *[other] { $n } other records
}
vote-no-row = { $day }: no vote by it in the voting file, { $symbol }, { $tally } ({ $title })

## Acts of one actor

cosponsor-line = { $Actor } co-sponsored { $label } on which { $body } voted on { $day }.
cosponsor-tally = { $Actor } co-sponsored { $label }, which { $n } countries supported in { $body } on { $day }.
cosponsor-draft = { $Actor } is among the { $n } sponsors named on the draft resolution, { $title }.
cosponsor-asserted = { $Actor } co-sponsored { $label } on which { $body } voted on { $day }, { $claimant } said.
listed-favour = { $Actor } voted in favour of { $label } in { $body } on { $day }.
listed-against = { $Actor } voted against { $label } in { $body } on { $day }.
listed-abstained = { $Actor } abstained on { $label } in { $body } on { $day }.
quote-via = "{ $quote }", { $speaker } said { $when }, according to { $vowel ->
    [yes] an
   *[no] a
} { $chain } released by { $organ }.
quote-medium-via = "{ $quote }", { $speaker } said in { $medium }, according to { $vowel ->
    [yes] an
   *[no] a
} { $chain } released by { $organ }.
digest-quote-via = "{ $quote }", { $speaker } said, according to { $vowel ->
    [yes] an
   *[no] a
} { $chain } released by { $organ }.
digest-quote = "{ $quote }", { $speaker } said.
quote-said = "{ $quote }", { $speaker } said { $when }.
medium-consonant = a { $medium }
medium-vowel = an { $medium }
requested = { $Speaker } said { $askers } had requested the move.
requested-why = { $Speaker } said { $askers } had requested the move, and that { $saying }.
requested-of = { $Speaker } said { $askers } had requested that { $actor } co-sponsor { $object }.
requested-it = { $Speaker } said { $askers } had requested that it co-sponsor { $object }.
was-asked = { $Speaker } said on { $day } that { $askers } had requested that { $actor } co-sponsor { $label }.
seek-on = { $Speaker } said on { $day } that { $actor } was discussing with other { $bloc } members { $what }.
seek = { $Speaker } said { $actor } was discussing with other { $bloc } members { $what }.
seek-none = { $Speaker } said { $actor } was discussing with other { $bloc } members { $what }; none is recorded as issued.
bloc-listed = { $n ->
    [1] { $bloc } member { $members } { $voted }.
   *[other] { $bloc } members { $members } { $voted }.
}
welcomed-statement = { $Actor } welcomed the statement.
opposition-also = { $Party }, the { $standing }, also condemned { $what }.
opposition = { $Party }, the { $standing }, condemned { $what }.
opposition-person = { $Person } of { $party }, the { $standing }, condemned { $what }.
sanction-citing = { $Actor } imposed { $form } sanctions on { $target } { $when }, { $holder }, citing "{ $quote }".
holder = its { $role }, { $name }
no-vote = No vote by { $actor } is recorded in the sources held.
no-vote-on = No vote by { $actor } on { $issue } is recorded in the sources held.
no-statement = No statement by { $actor } is recorded in the sources held.
no-record = Nothing by { $actor } on { $issue } is recorded in the sources held.
no-record-at-all = Nothing by { $actor } is recorded in the sources held.
observer = No vote by { $actor } is recorded: as an observer state it has no vote in { $body }.
no-such-record = The record { $record } is not held as of { $day }.
no-event = No vote on this text is recorded in the sources held: { $title }.
on-file = Also on file: { $record }, { $publisher }, { $day }.
position-more = { $n ->
    [one] { $n } more record of acts and votes by { $actor } is held.
   *[other] { $n } more records of acts and votes by { $actor } are held.
}
position-more-on = { $n ->
    [one] { $n } more record of acts and votes by { $actor } on { $issue } is held.
   *[other] { $n } more records of acts and votes by { $actor } on { $issue } are held.
}
position-others = Ask about one issue, or as of an earlier day, for the others.
position-older = Ask as of an earlier day for older ones.

## One measure

measure-line = { $Body }, { $day }, on { $label }: { $favour } in favour, { $against } against, { $abstained } abstentions; { $absent } of { $members } members did not vote.
measure-symbol = { $Body } voted on { $symbol } on { $day }: { $favour } in favour, { $against } against, { $abstained } abstentions; { $absent } of { $members } members did not vote.
measure-symbol-three = { $Body } voted on { $symbol } on { $day }: { $favour } in favour, { $against } against, { $abstained } abstentions.
call-voteless = For { $n } of the { $of } members of that day the voting file has no vote.
call-odd = The rows of this roll call do not add up to its totals: they hold { $rows } (in favour–against–abstained).
call-odd-four = The rows of this roll call do not add up to its totals: they hold { $rows } (in favour–against–abstained–did not vote).
call-contested = The voting file has two different votes of one member in this roll call; neither is told.
call-on-part = This was a vote on a part of the text.
call-parts = { $n ->
    [1] { $n } separate vote on a part of it is held.
   *[other] { $n } separate votes on parts of it are held.
}
parts-heading = Separate votes on parts of it (in favour–against–abstained–did not vote)
parts-heading-three = Separate votes on parts of it (in favour–against–abstained)
call-part = { $day }: { $title }, { $tally }
measure-voted = { $Body } voted on { $day } on { $label }: { $favour } in favour, { $against } against, { $abstained } abstentions; { $absent } of { $members } members did not vote.
listed-all-against = { $Actors } voted against.
listed-all-abstained = { $Actors } abstained.
listed-all-favour = { $Actors } voted in favour.
listed-all-absent = { $Actors } did not vote.
listed-among-against = { $n ->
    [1] { $Actors } was among those that voted against.
   *[other] { $Actors } were among those that voted against.
}
listed-among-abstained = { $n ->
    [1] { $Actors } was among those that abstained.
   *[other] { $Actors } were among those that abstained.
}
listed-among-favour = { $n ->
    [1] { $Actors } was among those that voted in favour.
   *[other] { $Actors } were among those that voted in favour.
}
cosponsors-about = { $Approx } { $n } countries co-sponsored it.
cosponsors-count = { $n } countries co-sponsored it.
draft-sponsors = The draft named { $n } sponsors.
vetoed-week-before = { $Actor } had vetoed { $label } at { $body } the week before.
among-sponsors-requested = { $Actor } was among the co-sponsors; { $speaker } said on { $day } that { $askers } had requested the move.
among-sponsors = { $Actor } was among the co-sponsors.
also-cosponsored = { $Actor } also co-sponsored it, { $claimant } said.
had-sanctioned = { $Actor } had imposed { $form } sanctions on { $target } on { $day }.
had-sanctioned-plain = { $Actor } had imposed sanctions on { $target } on { $day }.
named-counts = The sources held name { $parts }.
named-all-against = { $n ->
    [1] the 1 member that voted against
   *[other] the { $n } members that voted against
}
named-some-against = { $n } of the { $of } that voted against
named-none-against = none of the { $of } that voted against
named-all-abstained = the { $n } that abstained
named-some-abstained = { $n } of the { $of } that abstained
named-none-abstained = none of the { $of } that abstained
named-all-favour = the { $n } in favour
named-some-favour = { $n } of the { $of } in favour
named-none-favour = none of the { $of } in favour
names-against = Against: { $names }.
names-abstained = Abstained: { $names }.
names-favour = In favour: { $names }.
names-absent = Did not vote: { $names }.
blocs-heading = By bloc
bloc-split = { $bloc }: of { $n } members, { $groups }.
compared-many = Compared with { $symbol } ({ $day }): { $n } members that { $had } { $now }.
compared-all = { $n ->
    [1] Compared with { $symbol } ({ $day }): { $n } member that { $had } { $now }: { $names }.
   *[other] Compared with { $symbol } ({ $day }): { $n } members that { $had } { $now }: { $names }.
}

compared-title-many = Compared with { $symbol } ({ $day }), the last vote on file on a text of this title: { $n } members that { $had } { $now }.
compared-title-all = { $n ->
    [1] Compared with { $symbol } ({ $day }), the last vote on file on a text of this title: { $n } member that { $had } { $now }: { $names }.
   *[other] Compared with { $symbol } ({ $day }), the last vote on file on a text of this title: { $n } members that { $had } { $now }: { $names }.
}
compared-title-none = Compared with { $symbol } ({ $day }), the last vote on file on a text of this title: no member that voted in both voted otherwise.

## Vote and voters

bloc-voted = { $day }, { $symbol }: of { $n } { $bloc } members, { $groups }.
bloc-names-favour = { $bloc } members in favour: { $names }.
bloc-names-against = { $bloc } members against: { $names }.
bloc-names-abstained = { $bloc } members that abstained: { $names }.
bloc-names-absent = { $bloc } members that did not vote: { $names }.
bloc-names-no-row = { $bloc } members with no vote in the file: { $names }.
bloc-names-none = { $bloc } members without a vote: { $names }.
bloc-none-then = The register names no member of { $bloc } for { $day }.
voters-of = { $n ->
    [0] None of the { $of } members { $voted } in { $body } on { $day }.
   *[other] { $n } of { $of } members { $voted } in { $body } on { $day }.
}
voters-counted = { $n ->
    [0] No member { $voted } in { $body } on { $day }.
    [1] { $n } member { $voted } in { $body } on { $day }.
   *[other] { $n } members { $voted } in { $body } on { $day }.
}
voters-bloc = { $n ->
    [0] None of the { $of } { $bloc } members { $voted } in { $body } on { $day }.
   *[other] { $n } of { $of } { $bloc } members { $voted } in { $body } on { $day }.
}
voters-unknown = The voting file leaves out members that did not vote, so it does not say who they were.

## Several actors

compare-line = On { $label }, { $acts }.
act-cosponsored = { $actor } co-sponsored
act-asserted = { $actor }, { $claimant } said, co-sponsored
act-favour = { $actor } voted in favour
act-against = { $actor } voted against
act-abstained = { $actor } abstained
act-absent = { $actor } did not vote
compare-votes = { $All } took part in { $n } of { $of } roll calls held; they cast the same vote in { $same } ({ $texts }).
compare-votes-none = { $All } took part in { $n } of { $of } roll calls held; they cast the same vote in none.
agree-two = { $Who } both cast a vote in { $calls } { $scope } and voted alike in { $alike } of them ({ $share }). { $opposed }.
agree-two-alike = { $Who } both cast a vote in { $calls } { $scope }, and voted alike in it.
agree-two-apart = { $Who } both cast a vote in { $calls } { $scope }, and did not vote alike in it.
agree-two-opposed = { $Who } both cast a vote in { $calls } { $scope }, one in favour and the other against.
agree-two-none = { $of ->
    [1] In the 1 roll call { $scope } { $who } did not both cast a vote.
   *[other] In none of the { $of } roll calls { $scope } did { $who } both cast a vote.
}
agree-several = { $Who } cast a vote in { $calls } { $scope } and voted alike in { $alike } of them ({ $share }).
agree-several-alike = { $Who } cast a vote in { $calls } { $scope }, and voted alike in it.
agree-several-apart = { $Who } cast a vote in { $calls } { $scope }, and did not all vote alike in it.
agree-several-none = { $of ->
    [1] In the 1 roll call { $scope } not { $who } cast a vote.
   *[other] In none of the { $of } roll calls { $scope } did { $who } cast a vote.
}
agree-calls = { $n } of the { $of } roll calls
agree-calls-all = { $of ->
    [1] the 1 roll call
   *[other] all { $of } roll calls
}
agree-issue = held on this issue
agree-all = held
agree-opposed = { $n ->
    [0] In none did one vote in favour and the other against
   *[other] In { $n } one voted in favour and the other against
}
agree-pair = { $one } and { $other }: { $alike } of { $both } alike ({ $share }), { $opposed } opposed
agree-pair-none = { $one } and { $other }: no roll call in which both cast a vote
agree-call = { $day }, { $symbol }: { $votes } ({ $title })
agree-call-again = { $day }, { $symbol }: { $votes } (a text of that title)
agree-favour = { $names } in favour
agree-against = { $names } against
agree-abstained = { $names } abstained
agree-formerly = { $Actor } was listed at the U.N. as { $name } until { $until }.
agree-outside = Texts adopted without a vote are not counted.
agree-rounded = Shares are rounded to a tenth of a per cent, halves up.
agree-pairs = Each two of them (votes alike of those both cast; opposed: one in favour, the other against)
agree-differed = Newest roll calls in which they differed
agree-differed-else = Newest other roll calls in which they differed
all-few = { $n ->
    [3] all three
    [4] all four
    [5] all five
    [6] all six
    [7] all seven
    [8] all eight
    [9] all nine
   *[10] all ten
}
all-of = { $n ->
    [2] Both
    [3] All three
    [4] All four
    [5] All five
    [6] All six
    [7] All seven
    [8] All eight
    [9] All nine
   *[10] All ten
}
all-alike = { $n ->
    [2] both
   *[other] all
}
same-favour = { $all } in favour: { $texts }
same-against = { $all } against: { $texts }
same-abstained = { $all } abstained: { $texts }
cell-yes = yes
cell-yes-per = yes, per { $claimant }
cell-yes-draft = yes, on the draft
cell-yes-added = yes, after the draft was submitted
cell-not-recorded = not recorded
cell-on-file = on file: { $record }, { $publisher }, { $day }
cell-none-here = none on this issue
cell-none-recorded = none recorded
cell-no-quote = no quotation on this issue
cell-nothing-recorded = nothing recorded
cell-favour = in favour
cell-against = against
cell-abstained = abstained
cell-absent = did not vote
cell-none = not a member then
cell-no-row = no vote in the voting file
cell-no-vote = has no vote
cell-split = { $groups }
cell-sanctions = { $form } sanctions, { $day }
cell-sanctions-plain = sanctions, { $day }
cell-quote-no-later = "{ $quote }" (no later than { $day })
cell-quote = "{ $quote }" ({ $day })
row-cosponsored = Co-sponsored
row-cosponsored-symbol = Co-sponsored { $symbol }
row-vote = Vote, { $day }
row-roll-call = { $day }, { $symbol }
row-measures = Measures against { $target }
row-said = Said
all-members = { $All } are { $bloc } members.
all-members-chair = { $All } are { $bloc } members; { $chair } chairs { $bloc } in { $year }.

## Digests

digest-line-explained = { $State }'s { $role }, { $name }, explained co-sponsoring { $label } and said { $what } was being discussed.
digest-voted-again = { $Body } voted on the resolution: { $favour } in favour, { $against } against, { $abstained } abstentions; { $absent } of { $members } members did not vote.
digest-voted-short = { $Body } voted { $favour } in favour, { $against } against, with { $abstained } abstentions.
digest-voted-label = { $Body } voted on { $label }: { $favour } in favour, { $against } against, { $abstained } abstentions; { $absent } of { $members } members did not vote.
digest-voted-symbol = { $Body } voted on { $symbol }, { $title }: { $favour } in favour, { $against } against, { $abstained } abstentions; { $absent } of { $members } members did not vote.
digest-voted-three = { $Body } voted on { $symbol }, { $title }: { $favour } in favour, { $against } against, { $abstained } abstentions.
digest-voted-part = { $Body } voted on a part of { $symbol }: { $favour } in favour, { $against } against, { $abstained } abstentions; { $absent } of { $members } members did not vote.
digest-voted-part-three = { $Body } voted on a part of { $symbol }: { $favour } in favour, { $against } against, { $abstained } abstentions.
digest-more = { $n ->
    [1] 1 more roll call of { $day } is held.
   *[other] { $n } more roll calls of { $day } are held.
}
digest-draft = { $n } sponsors are named on the draft resolution, { $title }.
digest-bloc = Of { $n } { $bloc } members, { $groups }.
digest-shift = { $Actors }, which { $had } on { $days }, { $now }.
digest-why-issue = { $n ->
    [1] Why you see this: you follow { $bloc }; { $n } of its { $of } members voted otherwise than when it last voted on this issue.
   *[other] Why you see this: you follow { $bloc }; { $n } of its { $of } members voted otherwise than when they last voted on this issue.
}
digest-why-title = { $n ->
    [1] Why you see this: you follow { $bloc }; { $n } of its { $of } members voted otherwise than when it last voted on a text of this title.
   *[other] Why you see this: you follow { $bloc }; { $n } of its { $of } members voted otherwise than when they last voted on a text of this title.
}
digest-figure = { $Approx } { $n } { $people } have fled to neighboring countries, according to { $person }, the { $role }.
digest-cosponsored = { $Actor } co-sponsored { $label }.
digest-quiet-follows = Nothing followed here is recorded for { $day } in the sources held.
digest-quiet-window-follows = Nothing new followed here is recorded since { $day } in the sources held.
digest-quiet = Nothing is recorded for { $day } in the sources held.
digest-quiet-window = Nothing new is recorded since { $day } in the sources held.
digest-quiet-beside-follows = Nothing new followed here is recorded since { $day } in the sources held beyond what was posted as alerts.
digest-quiet-beside = Nothing new is recorded since { $day } in the sources held beyond what was posted as alerts.
digest-group-favour-first = { $n } voted in favour
digest-group-against-first = { $n } voted against
digest-group-abstained-first = { $n } abstained
digest-group-absent-first = { $n } did not vote
digest-group-favour = { $n } in favour
digest-group-against = { $n } against
digest-group-abstained = { $n } abstained
digest-group-absent = { $n } did not vote
run-day = { $day }.
run-day-before = The day before.
run-not-earlier = { $day }, not in an earlier digest.
run-undated = Date not given in the source.

## Around the sentences

title-position = { $actor } · { $issue }
title-actor = { $actor }
title-measure = { $symbol } · { $title }
title-text = { $title }
title-issue = { $issue }
title-compare-all = { $actors }
title-compare = { $actors } · { $issue }
title-digest = { $day }
title-digest-follows = { $day } · { $follows }
title-alert = Alert · { $day }
title-alert-follows = Alert · { $day } · { $follows }
digest-others = Other matters
footer-sources = Sources to { $day }
footer-none = No sources held
footer-compiled = Compiled from sources to { $day }
note-one = { $publisher }, { $day }
note-records = { $publisher }, voting records, { $first } to { $last }
note-records-day = { $publisher }, voting records, { $day }
note-record = { $publisher }, voting record of { $symbol }, { $day }
note-file = { $publisher }, General Assembly voting data, votes to { $day } ({ $licence })
paste = Cite as: { $sources }
paste-source = { $publisher }, { $day }, { $url } ({ $records })

## Asked for in another language

instead-of-fr = This answer is not told in French yet.
instead-of-es = This answer is not told in Spanish yet.
instead-of-km = This answer is not told in Khmer yet.
