# What words mean here: service text, told by /glossary. Nothing here is a claim about the world.
# Three messages a term: its name, what else people type for it (parted by commas; "-" for nothing), what it means.
# Each text was held against the code it tells of; a second person reads it before it changes. Order: briefs/wording/glossary.py.

## Votes

gloss-favour-name = in favour
gloss-favour-also = yes, for, voted for, aye
gloss-favour = The member voted yes in a roll call.

gloss-against-name = against
gloss-against-also = no, opposed in a vote, nay
gloss-against = The member voted no in a roll call.

gloss-abstained-name = abstained
gloss-abstained-also = abstention, abstain, abstaining
gloss-abstained = The member took part in a roll call and chose neither yes nor no. It is a vote cast, and is never told as opposition or as support.

gloss-absent-name = did not vote
gloss-absent-also = absent, not voting, non-voting, no-show
gloss-absent = The member could vote, and the source lists it among those that did not. Why is not said: it may have been away, have stayed out on purpose or have lost its vote over arrears. It is not an abstention.

gloss-no-row-name = no vote in the voting file
gloss-no-row-also = no row, left out, missing row
gloss-no-row = The imported voting file has no line for this member in this roll call. Whether it was away, had no vote or was left out of the file by mistake, the file does not say, so it is not told as “did not vote”.

gloss-not-member-name = not a member then
gloss-not-member-also = non-member, no seat, before membership
gloss-not-member = On the day of the vote the state was not a member of the body that voted, by the register's dated memberships. It had no vote to cast.

gloss-has-no-vote-name = has no vote
gloss-has-no-vote-also = observer, observer state, no vote of its own
gloss-has-no-vote = Observers, blocs, parties and persons have no vote of their own in the General Assembly. Blocs are told by their members' votes.

gloss-roll-call-name = roll call
gloss-roll-call-also = recorded vote, vote record, voting record
gloss-roll-call = One vote with its list of who voted how. Dateline holds some as records of their own and, where an operator imported it, the voting file of the UN Digital Library.

gloss-part-name = vote on a part
gloss-part-also = paragraph vote, separate vote, vote on an amendment
gloss-part = A roll call on a paragraph of a text or on an amendment to it, not on the text itself. It is told apart and counts in no figure of votes.

gloss-adopted-name = adopted
gloss-adopted-also = passed, rejected, carried, adopted without a vote
gloss-adopted = Dateline does not conclude from a count that a text was adopted or rejected: majorities differ by body and by question. Texts adopted without a vote are in no roll call, so they are in no figure either.

gloss-tally-name = tally
gloss-tally-also = count, result, vote count, totals
gloss-tally = The counts a source prints for a vote, always in this order: in favour, against, abstentions and, where the source knows it, did not vote. Where rows and totals differ, the brief says so.

gloss-veto-name = veto
gloss-veto-also = vetoed
gloss-veto = A permanent member of the Security Council voted against and so stopped a text. It is told only where a record says so.

## Figures

gloss-agreement-name = agreement
gloss-agreement-also = voted alike, alike, voting together, same vote
gloss-agreement = In how many roll calls two or more members gave the same vote, of those in which all of them voted in favour, against or abstained. The count stands before the share. Not voting is neither agreement nor disagreement.

gloss-opposed-name = opposed
gloss-opposed-also = opposite votes, one in favour the other against
gloss-opposed = Of two members, one voted in favour and the other against. A vote in favour beside an abstention is not alike, and is not opposed either.

gloss-cohesion-name = cohesion
gloss-cohesion-also = unity, bloc unity, breaking ranks, break ranks
gloss-cohesion = How alike a bloc votes: in how many roll calls all its members of that day who cast a vote gave the same one. Who breaks ranks is counted by votes that differ from the bloc's largest group.

gloss-shift-name = shift
gloss-shift-also = change of vote, switched, changed its vote, voted otherwise
gloss-shift = A member's vote differs from the last one it cast on the same text or, among imported votes, on a text of the same title. Both days are told. Not voting is no side of a shift, and nobody is said to have “reversed”.

gloss-bloc-name = bloc
gloss-bloc-also = group, group of states, regional group
gloss-bloc = A group of states in the register, with dated members: each vote is told with the members of its own day.

## What a brief says, and what it does not

gloss-position-name = position
gloss-position-also = stance, line
gloss-position = What an actor's recorded acts on an issue add up to as of a day, newest first, with the evidence. It is no opinion about what the actor thinks.

gloss-brief-name = brief
gloss-brief-also = answer, report, briefing
gloss-brief = A short answer in which every sentence rests on records that are named, and was proved against them before it was shown.

gloss-digest-name = digest
gloss-digest-also = daily digest, news
gloss-digest = A brief of what is new: of one day, or of what entered the archive since the digest before. It may be empty, and then says so.

gloss-timeline-name = timeline
gloss-timeline-also = chronology, history
gloss-timeline = What is held about an actor, newest first, a line for each act or vote. Of an imported voting file it tells the shifts and not every vote.

gloss-record-name = record
gloss-record-also = event record, entry
gloss-record = What a curator wrote down of one act: who, what, when, by which source, with the exact words of the source that show it. A second person reads it before it is published.

gloss-source-name = source
gloss-source-also = publisher, where from
gloss-source = The document a record rests on, with its publisher, day, address and licence. Where its text was archived, the SHA-256 of that text is kept, so that anybody can tell whether a copy is the same.

gloss-cite-name = cite
gloss-cite-also = citation, record id, reference
gloss-cite = The id of a record that a sentence rests on. A sentence cites every record it needs and none it could do without.

gloss-measure-name = measure
gloss-measure-also = text, resolution, draft, text voted on
gloss-measure = A text that was put to a vote, such as a draft resolution. Its symbol is printed where a roll call on it is held.

gloss-issue-name = issue
gloss-issue-also = topic, question, subject
gloss-issue = A question that texts and acts are about, such as a war or a treaty. Imported texts belong to it by written rules, which `dateline issues` prints.

gloss-co-sponsor-name = co-sponsor
gloss-co-sponsor-also = cosponsor, sponsor, co-sponsorship
gloss-co-sponsor = A state that put its name to a draft text, when it was submitted or later. It is not a vote: a co-sponsor's vote is told only where it is recorded.

gloss-quotation-name = quotation
gloss-quotation-also = quote, direct speech
gloss-quotation = Words between quotation marks stand in the source letter for letter. A quotation is told whole, with who said it and through whom it came, and is never cut.

gloss-paraphrase-name = paraphrase
gloss-paraphrase-also = says, label, curator's words
gloss-paraphrase = A curator's own short wording of what a source says. It is printed letter by letter as reviewed; whether it is fair is for the second reader to judge, since no machine can prove it.

gloss-among-name = among
gloss-among-also = including, among those
gloss-among = The source names some of a longer list. Without “among” the list is whole.

gloss-silence-name = nothing is recorded
gloss-silence-also = silence, no vote is recorded, not recorded, nothing on file
gloss-silence = A search through everything held found nothing. It is said of the sources held, never of the world: the act may have happened and stand in no record here.

gloss-on-file-name = also on file
gloss-on-file-also = on file, only on file
gloss-on-file = A record is held that no sentence can tell without leaving out something it must say. It is named, so that you can look it up with `/source`.

## Time and standing

gloss-as-of-name = as of
gloss-as-of-also = as_of, as-of, day asked for
gloss-as-of = The day an answer is for. It rests on what had happened and had been published by the end of that day, whatever came later.

gloss-known-name = known
gloss-known-also = recorded by, held by then
gloss-known = The instant by which this archive must have held a record for an answer to use it; without one, now. Together with “as of” it gives back an answer as it was at that time.

gloss-recorded-name = recorded
gloss-recorded-also = entered, held since
gloss-recorded = When this archive first held a record. It may be long after the act and after its publication: what was published more than seven days before is answered, and is no news.

gloss-correction-name = correction
gloss-correction-also = corrected, retracted, revision
gloss-correction = A record that takes the place of another and says why. The other stays on file and is no longer told.

gloss-embargo-name = embargo
gloss-embargo-also = embargoed
gloss-embargo = An instant before which nobody is shown a record.

gloss-withheld-name = withheld
gloss-withheld-also = not shown, did not pass
gloss-withheld = An answer in which one sentence could not be proved is not shown at all: you get the ids of its records, and the operator the reason.

gloss-proved-name = proved
gloss-proved-also = proof, checked, verified
gloss-proved = A second reader in the program, which shares no code with the writer, has read the finished sentence again and found each name, number, day and quotation in the records cited. Whether the source is right is not proved.
