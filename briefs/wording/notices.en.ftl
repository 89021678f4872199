# Service words: what Dateline says about itself and about a question, never about the world.
# Nothing here is a claim, so nothing here is proved; every sentence about a record lives in the other catalogues.
# $typed is the reader's own words, cleaned and cut by briefs/wording/notices.py.

## The catalogue

notice-command-position = What a state, bloc or person did and said on an issue, as of a day
notice-command-event = One vote or event: who did what, and what its sources say
notice-command-vote = One roll call: its tally, its lists by name and the blocs, or one bloc's members
notice-command-voters = Who voted so in a roll call: in favour, against, abstained or not at all
notice-command-digest = What happened on a day, told from sources published by the next day
notice-command-compare = Two or more actors side by side
notice-command-bloc = How alike a bloc's members vote, who breaks ranks and since when
notice-command-shifts = Who votes otherwise than last time on the same text
notice-command-issues = The issues you can ask about, and what is held on each
notice-command-find = Records, texts, actors and issues that fit your words
notice-command-source = Where a record comes from: publisher, day, licence, quotations in context
notice-command-timeline = All that is held about an actor, newest first
notice-command-changed = What was added, corrected or retracted here since a day
notice-command-glossary = What a word such as “abstained” or “as of” means here
notice-command-help = What you can ask, or how one command works

notice-example-position = /position cambodia ukraine as of 4 march 2022 short
notice-example-event = /event un-es-11-1
notice-example-vote = /vote A/RES/ES-11/1 asean
notice-example-voters = /voters A/RES/ES-11/1 abstained asean
notice-example-digest = /digest 3 march 2022
notice-example-compare = /compare cambodia vietnam singapore
notice-example-bloc = /bloc asean on ukraine
notice-example-shifts = /shifts since 2015 on ukraine
notice-example-issues = /issues
notice-example-find = /find cease fire
notice-example-source = /source A/RES/ES-11/1
notice-example-timeline = /timeline cambodia on ukraine
notice-example-changed = /changed since 1 march 2025
notice-example-glossary = /glossary did not vote
notice-example-help = /help position

notice-param-actor = State, bloc, party, organ or person, by any usual name
notice-param-first = The first of those to compare
notice-param-others = The others to compare it with, parted by commas
notice-param-issue = Issue; every issue held when left out
notice-param-event = Symbol, words of the title or record id
notice-param-bloc = Bloc of states, by any usual name
notice-param-since = Day or year to begin with, a year before the newest roll call when left out
notice-param-changed-since = Day or year to begin with, a week ago when left out
notice-param-text = Symbol or words of the title of what was voted on
notice-param-voting-bloc = Bloc whose members to name; all members when left out
notice-param-option = How they voted: in favour, against, abstained or did not vote
notice-param-as-of = Day to answer for, today when left out
notice-param-known = Answer from what had been recorded here by the end of that day; all of it when left out
notice-param-day = Day to tell, yesterday when left out
notice-param-language = Language to answer in; what cannot be told in it yet is told in English
notice-param-length = How much to tell: line, short or long
notice-param-words = Words to look for; a slip is forgiven
notice-param-record = Record id, or the symbol of a text voted on
notice-param-term = Word to explain; all of them when left out
notice-param-command = Command to explain

## Help

notice-help-title = What you can ask
notice-help-lead = Dateline answers from curated, sourced records. Every sentence of an answer cites one; what is not recorded is not said.
notice-help-dash = { " – " }
notice-help-examples = Examples
notice-help-example = For example: { $example }
notice-help-days = Days: 2022-03-04, 4 march 2022, today or yesterday. Lengths: line, short, long.
notice-help-more = { $usage } explains one command.
notice-help-one-title = /{ $name }
notice-help-param-required = { $param } (needed): { $summary }
notice-help-param-optional = { $param }: { $summary }

## Names and commands nobody knows, or several bear

notice-unknown-title = Not found
notice-unknown-actor = No actor named “{ $typed }” is in the register.
notice-unknown-issue = No issue named “{ $typed }” is in the register.
notice-unknown-event = No measure or record named “{ $typed }” is held.
notice-unknown-command = There is no command named “{ $typed }”.
notice-unknown-term = “{ $typed }” is not explained here.
notice-unknown-words = “{ $typed }” names no actor, issue or day here.
notice-unknown-empty = These words hold no letter or digit that a name could be made of.
notice-did-you-mean = Did you mean:
notice-see-help = { $usage } shows what can be asked.

notice-ambiguous-title = Which one?
notice-ambiguous = Several bear the name “{ $typed }”. Ask for one of them:
notice-beside-georgia = “{ $typed }” is also a state of the United States, which is no actor here. If you mean the country, ask:
notice-beside-samoa = “{ $typed }” may also mean American Samoa, a territory of the United States and no actor here. If you mean the country, ask:
notice-beside-texts = Several texts fit “{ $typed }”. Ask for one of them:
notice-ambiguous-more =
    { $count ->
        [one] { $count } more text fits. Add a word of its title or the year, or ask by symbol.
       *[other] { $count } more texts fit. Add a word of the title or the year, or ask by symbol.
    }
notice-choice = { $label }: { $command }

## Requests that cannot be understood

notice-usage-title = Not understood
notice-usage-form = Write: { $usage }
notice-usage-example = For example: { $example }
notice-usage-needs = <{ $param }> is missing.
notice-one-actor = “{ $typed }” names a second actor, and one fits here. To see both:
notice-no-bloc = { $name } is no bloc of states. For its own votes:
notice-option-unknown = “{ $typed }” is no way to vote here. Ask for one of these:
notice-option-missing = How did they vote? Ask for one of these:
notice-usage-too-few = Comparing needs at least two actors.
notice-usage-same-twice = “{ $typed }” names an actor already in this comparison.
notice-usage-too-many = At most { $limit } actors can be compared at once.
notice-usage-bad-day = “{ $typed }” is not a day. Write it like 2022-03-04 or 4 march 2022.
notice-usage-not-a-day = “{ $typed }” is no day that can be used. { $reason }
notice-usage-future-day = “{ $typed }” is still to come.
notice-usage-bad-length = “{ $typed }” is not a length. Write line, short or long.
notice-usage-bad-language = “{ $typed }” is no language one can ask in. Write en for English, fr for French, es for Spanish, km for Khmer.
notice-usage-unknown-option = There is no option “{ $typed }” here. Options: { $options }.
notice-usage-no-options = There is no option “{ $typed }” here; this command takes none.
notice-usage-option-twice = “{ $typed }” is given twice.
notice-usage-option-empty = “{ $typed }” has no value.

## Finding and explaining

notice-find-title = Found for “{ $typed }”
notice-find-nothing = Nothing held fits “{ $typed }”.
notice-find-more = More fits: add a word, or ask for a longer answer.
notice-find-named = { " " }({ $kind }): { $command }
notice-find-dated = { " " }({ $kind }, { $day }): { $command }
notice-kind-state = state
notice-kind-observer = observer state
notice-kind-body = body
notice-kind-former = former state
notice-kind-bloc = bloc
notice-kind-organisation = organisation
notice-kind-party = party
notice-kind-organ = organ
notice-kind-person = person
notice-kind-mission = mission
notice-kind-issue = issue
notice-kind-text = text
notice-glossary-title = { $term }
notice-glossary-all-title = Words explained here
notice-glossary-separator = { " · " }
notice-glossary-ask = { $usage } explains one of them.
notice-glossary-offer = : { $command }

notice-passages = In the archived text

## Other calm lines

notice-withheld-title = Withheld
notice-withheld = This answer did not pass its own proof, so it is not shown. The records it would have rested on:
notice-withheld-bare = This answer did not pass its own proof, so it is not shown.
notice-failed-title = That did not work
notice-failed = Something went wrong on our side and nothing was answered. The operator finds it in the log under { $id }.
notice-restarting-title = One moment
notice-restarting = Dateline is being restarted. Ask again in a minute.
notice-old-form = Discord showed you an old form of this command. Reload Discord and ask again.

## What can be done with an answer

notice-do-share = Share to channel
notice-do-sources = Sources
notice-do-timeline = Timeline
notice-do-compare = Compare with…
notice-do-shorter = Shorter
notice-do-longer = Longer
notice-do-language = Language
notice-do-pick = Choose one
notice-do-report = Report an error
notice-do-earlier = Previous page
notice-do-further = Next page
notice-page = Page { $page } of { $pages }
notice-shared-by = Asked and shared by { $who }
notice-shared-failed = It could not be shared here: { $reason }.
notice-shared-refused = Discord refused it (code { $code })
notice-shared-unsure = Discord did not answer in time, so it may stand in the channel already. Look there before you try again
notice-shared-once = This answer was shared already.
notice-shared-not-allowed = You may not write in this channel, so nothing was shared.
notice-form-late = The form could not be opened in time. Try again.
notice-form-send = Send
notice-form-close = Cancel
notice-compare-title = Compare
notice-compare-with = With whom?
notice-compare-hint = States, blocs or persons, parted by commas
notice-report-title = Report an error
notice-report-sentence = Which sentence?
notice-report-any = None of them in particular
notice-report-words = What is wrong?
notice-report-hint = What should it say, and where can that be read?
notice-reported-title = Thank you
notice-reported = Your report is kept as number { $number }, with this answer and your words, without your name. The people who run Dateline here see it.
notice-report-lost-title = Not kept
notice-report-lost = Your report could not be kept just now. Please try again in a few minutes.
notice-old-button = This button comes from an older Dateline. Ask the question again.
notice-admin-report-title = Report { $number }
notice-admin-report-words = A reader says: “{ $words }”
notice-admin-report-sentence = About the sentence: { $sentence }
notice-admin-report-question = Asked: { $question }
notice-basis-title = Sources of: { $title }
notice-basis-none = Nothing in this answer rests on a record.
notice-basis-sentence = Sentence
notice-basis-records = Rests on
notice-basis-how = { $command } shows one of these records, with its publisher, day and licence.
notice-basis-search = a search of all records
notice-basis-more = { $records } and { $count } more

## Labels renderers add

notice-as-of = as of { $day }
notice-sources = Sources
notice-more = … { $count } more

## The console

notice-console-first = First the digest of { $day }, then /{ $ask }. Ask the same way at the prompt; /help lists what can be asked, /quit ends.
notice-console-closing = Goodbye.

## What a text names

notice-menu-spot = Find countries and texts
notice-menu-spot-summary = Which states, blocs, persons, issues and texts the message names, each with what to ask about it
notice-spot-title = Named in this text
notice-spot-lead = Exact names and symbols, in the order of the text. Nothing is guessed.
notice-spot-nothing = Nothing in this text is the exact name of a state, bloc, person or issue here, or the symbol of a text.
notice-spot-several = “{ $typed }” is the name of several:
notice-spot-separator = { " · " }
notice-spot-not-held = No text with the symbol { $symbol } is held here.
notice-spot-more =
    { $count ->
        [one] One more name stands in the text.
       *[other] { $count } more names stand in the text.
    }
notice-spot-cut = The text is long: its first { $count } characters were read.

## Pages on which Slack is given Dateline

notice-install-title = Add Dateline to Slack
notice-install-about = Dateline answers what governments said and did, from curated records with their sources. Every sentence is proved against the records before it is shown.
notice-install-go = Add to Slack
notice-install-asks-head = What it asks for
notice-install-asks = It needs two rights:
notice-install-optional = These are optional. Slack shows each on its next page, where you may leave it out:
notice-install-scope-commands = to answer commands
notice-install-scope-chat-write = to post in channels you invite it to, and to write to whoever wants that
notice-install-scope-channels-history = to look whether a post of its own is there, where Slack's answer was lost
notice-install-scope-groups-history = the same in private channels
notice-install-scope-app-mentions-read = to answer questions that mention it; it sees no other message
notice-install-scope-im-history = to answer questions in direct messages to it
notice-install-scope-users-read = to see who is an admin and may schedule digests, and in which time zone people are
notice-install-scope-channels-read = to see whether it is in a channel, and who made that
notice-install-scope-groups-read = the same of private channels
notice-install-keeps-head = What it keeps
notice-install-keeps = Your workspace's token, encrypted, its name and who installed Dateline; and the settings and digests you make. When you remove Dateline, settings and digests are deleted after 30 days, the rest at once. Of messages it keeps only what somebody reports as an error.
notice-install-done = Dateline is in { $name }
notice-install-next-head = What to do next
notice-install-step-ask = Type `/dateline help` in any channel: it lists what can be asked. Answers are shown to you alone.
notice-install-step-invite = Say `/invite @Dateline` in each channel that is to get digests.
notice-install-step-schedule = Say `/dateline subscription` there to schedule a digest.
notice-install-step-workspaces = Choose the workspaces of your organisation that get Dateline.
notice-install-open = Open Slack
notice-install-workspaces = Choose workspaces
notice-install-again = Begin again
notice-install-code = Slack's word for it:
notice-install-declined = Nothing was installed
notice-install-declined-do = You said no on Slack's page, and nothing was changed. If you were not allowed to say yes, ask an admin of your workspace to open this page.
notice-install-stale = This page has run out
notice-install-stale-do = An installation is good for ten minutes, once, in the browser that began it. Nothing was installed. Begin again here.
notice-install-misconfigured = Dateline is not set up right
notice-install-misconfigured-do = Slack did not recognise this app, so nothing was installed. You cannot mend that; whoever runs this Dateline has it in the log. Please tell them.
notice-install-slack-down = Slack did not answer
notice-install-slack-down-do = Nothing is certain until Slack answers. Wait a few minutes, then begin again; doing it twice does no harm.
notice-install-not-kept = Dateline could not finish
notice-install-not-kept-do = Slack agreed, but Dateline cannot write to its database now, so it cannot work for you yet. Wait a few minutes, then begin again; doing it twice does no harm.
notice-install-turned-down = Slack turned the installation down
notice-install-turned-down-do = Nothing was installed. Often an admin of the workspace must approve the app first: ask one to open this page.

## Asking on Slack: the form, its answer, Home, a mention

notice-ask-title = Ask Dateline
notice-ask-what = What do you want to know?
notice-ask-more = More options
notice-ask-send = Ask
notice-ask-needed = Please choose one, or say it in words.
notice-ask-type = Type a few letters
notice-ask-day = Choose a day
notice-ask-choose = Choose
notice-form-back = Back
notice-form-done = Close
notice-answer-coming = The answer is on its way …
notice-share-to = Share it in a conversation
notice-share-hint = Everybody there sees it, with your name under it. Nobody is pinged.
notice-share-send = Share
notice-share-done = Shared.
notice-share-coming = It is being shared; a moment.
notice-share-lost = Slack did not take it there. Choose another conversation, or try again.
notice-share-unsure = Slack did not answer in time, so it may stand there already. Look before you try again.
notice-talk-title = I did not understand that
notice-talk-unknown = Begin with one of my words, as in “position cambodia ukraine” or “vote ES-11/1 asean”. “help” lists them all.
notice-talk-named = What you wrote names these:
notice-home-lead = What governments say, vote and do, each sentence with its source.
notice-home-ask = Ask
notice-home-example = position cambodia ukraine
notice-home-hint = Begin with what you want to know: position, compare, vote, timeline, find …
notice-home-form = Ask by a form
notice-home-actor = Position of …
notice-home-text = A vote …
notice-home-issue = Who turned on …
notice-home-next = Next digests
notice-home-none = No digest is scheduled here yet. Whoever looks after this workspace can do it with /dateline subscription schedule.
notice-home-schedule = Schedule a digest
notice-home-own = To you alone
notice-home-issues = Issues that these digests follow
notice-home-actors = Actors that they follow
notice-home-help = Help
notice-home-how = Type /dateline position cambodia in any conversation; the answer is for you alone until you share it. Choose Find countries and texts under a message's … to see what it names.
notice-home-settings = Settings
notice-home-settings-how = Settings of this workspace are changed by whoever looks after it, with /dateline settings.

notice-amended = Corrected on { $day }: see “Corrections” at its end.
notice-amended-out = Corrected on { $day }: what it told from a record that is no longer held to be true was taken out, see “Corrections” at its end.
notice-amended-section = Corrections
notice-withdrawn-corrected = This message rested on a record that was corrected on { $day }. What it said is withdrawn.
notice-withdrawn-retracted = This message rested on a record that was retracted on { $day }. What it said is withdrawn.
notice-withdrawn-edited = This message rested on a record that was changed on { $day }. What it said is withdrawn.
notice-withdrawn-gone = This message rested on a record that is no longer held since { $day }. What it said is withdrawn.
notice-note-title = Correction: { $title }
notice-note-lead = A record that this digest rests on was changed after it was posted.
notice-note-was = As it was posted
notice-note-quoted = “{ $sentence }”
notice-note-now = As it is told now
notice-note-untold = This is told no longer.
notice-note-more = { $n ->
    [one] 1 more sentence changed.
   *[other] { $n } more sentences changed.
}
