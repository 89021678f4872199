# English: what was done. Each act is a phrase in four forms of its verb (did, would …, had …, was discussing …), put into one
# of the sentences below. Each phrase and each sentence needs a signed one. Style: docs/style.md.

## Phrases

deed-statement = { $as ->
    [would] issue
    [doing] issuing
   *[did] issued
} { $object }
deed-explain = { $as ->
    [would] explain
    [doing] explaining
   *[did] explained
} { $object }
deed-introduce = { $as ->
    [would] introduce
    [doing] introducing
   *[did] introduced
} { $object }
deed-adopted = { $as ->
    [would] adopt
    [doing] adopting
   *[did] adopted
} { $object }
deed-rejected = { $as ->
    [would] reject
    [doing] rejecting
   *[did] rejected
} { $object }
deed-veto = { $as ->
    [would] veto
    [doing] vetoing
   *[did] vetoed
} { $object }
deed-veto-at = { $as ->
    [would] veto
    [doing] vetoing
   *[did] vetoed
} { $object } at { $body }
deed-cosponsor = { $as ->
    [would] co-sponsor
    [doing] co-sponsoring
   *[did] co-sponsored
} { $object }
deed-request = { $as ->
    [would] request
    [doing] requesting
   *[did] requested
} { $object }
deed-request-beside = { $as ->
    [would] request
    [doing] requesting
   *[did] requested
} { $object } from { $other }
deed-call = { $as ->
    [would] call for
    [doing] calling for
   *[did] called for
} { $object }
deed-call-beside = { $as ->
    [would] call on
    [doing] calling on
   *[did] called on
} { $other } for { $object }
deed-seek = { $as ->
    [would] seek
    [doing] seeking
   *[did] sought
} { $object }
deed-seek-beside = { $as ->
    [would] seek
    [doing] seeking
   *[did] sought
} { $object } with { $other }
deed-seek-discussed = { $object }
deed-seek-beside-discussed = { $object } with { $other }
deed-condemn = { $as ->
    [would] condemn
    [doing] condemning
   *[did] condemned
} { $object }
deed-deplore = { $as ->
    [would] deplore
    [doing] deploring
   *[did] deplored
} { $object }
deed-regret = { $as ->
    [would] regret
    [doing] regretting
   *[did] regretted
} { $object }
deed-welcome = { $as ->
    [would] welcome
    [doing] welcoming
   *[did] welcomed
} { $object }
deed-praise = { $as ->
    [would] praise
    [doing] praising
   *[did] praised
} { $object }
deed-support = { $as ->
    [would] support
    [doing] supporting
   *[did] supported
} { $object }
deed-oppose = { $as ->
    [would] oppose
    [doing] opposing
   *[did] opposed
} { $object }
deed-recognise = { $as ->
    [would] recognise
    [doing] recognising
   *[did] recognised
} { $object }
deed-refuse = { $as ->
    [would] refuse
    [doing] refusing
   *[did] refused
} { $object }
deed-refuse-alone = { $as ->
    [would] refuse
    [doing] refusing
   *[did] refused
} to recognise { $other }
deed-sanction = { $as ->
    [would] impose
    [doing] imposing
   *[did] imposed
} sanctions on { $other }
deed-sanction-form = { $as ->
    [would] impose
    [doing] imposing
   *[did] imposed
} { $form } sanctions on { $other }
deed-sanction-what = { $as ->
    [would] impose
    [doing] imposing
   *[did] imposed
} { $object } on { $other }
deed-lift-sanction = { $as ->
    [would] lift
    [doing] lifting
   *[did] lifted
} sanctions on { $other }
deed-lift-sanction-form = { $as ->
    [would] lift
    [doing] lifting
   *[did] lifted
} { $form } sanctions on { $other }
deed-lift-sanction-what = { $as ->
    [would] lift
    [doing] lifting
   *[did] lifted
} { $object } on { $other }
deed-expel = { $as ->
    [would] expel
    [doing] expelling
   *[did] expelled
} { $object }
deed-recall = { $as ->
    [would] recall
    [doing] recalling
   *[did] recalled
} { $object }
deed-recall-beside = { $as ->
    [would] recall
    [doing] recalling
   *[did] recalled
} { $object } from { $other }
deed-suspend = { $as ->
    [would] suspend
    [doing] suspending
   *[did] suspended
} { $object }
deed-pledge-aid = { $as ->
    [would] pledge
    [doing] pledging
   *[did] pledged
} { $object }
deed-pledge-aid-beside = { $as ->
    [would] pledge
    [doing] pledging
   *[did] pledged
} { $object } to { $other }
deed-pledge-aid-alone = { $as ->
    [would] pledge
    [doing] pledging
   *[did] pledged
} aid to { $other }
deed-deliver-aid = { $as ->
    [would] deliver
    [doing] delivering
   *[did] delivered
} { $object }
deed-deliver-aid-beside = { $as ->
    [would] deliver
    [doing] delivering
   *[did] delivered
} { $object } to { $other }
deed-deliver-aid-alone = { $as ->
    [would] deliver
    [doing] delivering
   *[did] delivered
} aid to { $other }
deed-sign = { $as ->
    [would] sign
    [doing] signing
   *[did] signed
} { $object }
deed-sign-beside = { $as ->
    [would] sign
    [doing] signing
   *[did] signed
} { $object } with { $other }
deed-ratify = { $as ->
    [would] ratify
    [doing] ratifying
   *[did] ratified
} { $object }
deed-accede = { $as ->
    [would] accede to
    [doing] acceding to
   *[did] acceded to
} { $object }
deed-withdraw = { $as ->
    [would] withdraw from
    [had] withdrawn from
    [doing] withdrawing from
   *[did] withdrew from
} { $object }
deed-meet = { $as ->
    [would] meet
    [doing] meeting
   *[did] met
} { $object }
deed-meet-on = { $as ->
    [would] meet
    [doing] meeting
   *[did] met
} { $object } to discuss { $topic }
deed-visit = { $as ->
    [would] visit
    [doing] visiting
   *[did] visited
} { $object }
deed-phone = { $as ->
    [would] speak by telephone with
    [had] spoken by telephone with
    [doing] speaking by telephone with
   *[did] spoke by telephone with
} { $object }
deed-mediate = { $as ->
    [would] mediate in
    [doing] mediating in
   *[did] mediated in
} { $object }
deed-mediate-alone = { $as ->
    [would] mediate
    [doing] mediating
   *[did] mediated
}
deed-offer = { $as ->
    [would] offer
    [doing] offering
   *[did] offered
} { $object }
deed-offer-beside = { $as ->
    [would] offer
    [doing] offering
   *[did] offered
} { $object } to { $other }
deed-deny = { $as ->
    [would] deny
    [doing] denying
   *[did] denied
} { $object }
deed-decline = { $as ->
    [would] decline
    [doing] declining
   *[did] declined
} { $object }
deed-correct = { $as ->
    [would] correct
    [doing] correcting
   *[did] corrected
} { $object }
deed-correct-words = { $as ->
    [would] correct
    [doing] correcting
   *[did] corrected
} an earlier statement of { $day }
deed-retract = { $as ->
    [would] retract
    [doing] retracting
   *[did] retracted
} { $object }
deed-retract-words = { $as ->
    [would] retract
    [doing] retracting
   *[did] retracted
} an earlier statement of { $day }
thing-text = { $symbol } ({ $title })
thing-again = the text
thing-draft = the draft resolution ({ $title })
party-standing = { $party }, the { $standing },
party-person = { $person } of { $party }, the { $standing },
on-behalf = { $agent }, on behalf of { $owner },
countries = a group of { $n } countries
pronoun-it = it
pronoun-many = they
pronoun-he-again = he
pronoun-she-again = she
pronoun-they-again = they
person-title = { $person }, the { $role }
figure-approx = { $approx } { $n }

## The act alone, where its record has no object

deed-statement-bare = { $as ->
    [would] make a statement
    [doing] making a statement
   *[did] made a statement
}
deed-explain-bare = { $as ->
    [would] give an explanation
    [had] given an explanation
    [doing] giving an explanation
   *[did] gave an explanation
}
deed-introduce-bare = { $as ->
    [would] introduce a text
    [doing] introducing a text
   *[did] introduced a text
}
deed-adopted-bare = { $as ->
    [would] adopt a text
    [doing] adopting a text
   *[did] adopted a text
}
deed-rejected-bare = { $as ->
    [would] reject a text
    [doing] rejecting a text
   *[did] rejected a text
}
deed-veto-bare = { $as ->
    [would] cast a veto
    [doing] casting a veto
   *[did] cast a veto
}
deed-cosponsor-bare = { $as ->
    [would] co-sponsor a text
    [doing] co-sponsoring a text
   *[did] co-sponsored a text
}
deed-request-bare = { $as ->
    [would] make a request
    [doing] making a request
   *[did] made a request
}
deed-call-bare = { $as ->
    [would] make an appeal
    [doing] making an appeal
   *[did] made an appeal
}
deed-condemn-bare = { $as ->
    [would] voice condemnation
    [doing] voicing condemnation
   *[did] voiced condemnation
}
deed-regret-bare = { $as ->
    [would] express regret
    [doing] expressing regret
   *[did] expressed regret
}
deed-welcome-bare = { $as ->
    [would] give a welcome
    [had] given a welcome
    [doing] giving a welcome
   *[did] gave a welcome
}
deed-praise-bare = { $as ->
    [would] give praise
    [had] given praise
    [doing] giving praise
   *[did] gave praise
}
deed-support-bare = { $as ->
    [would] give support
    [had] given support
    [doing] giving support
   *[did] gave support
}
deed-oppose-bare = { $as ->
    [would] voice opposition
    [doing] voicing opposition
   *[did] voiced opposition
}
deed-recognise-bare = { $as ->
    [would] grant recognition
    [doing] granting recognition
   *[did] granted recognition
}
deed-refuse-bare = { $as ->
    [would] give a refusal
    [had] given a refusal
    [doing] giving a refusal
   *[did] gave a refusal
}
deed-expel-bare = { $as ->
    [would] carry out an expulsion
    [doing] carrying out an expulsion
   *[did] carried out an expulsion
}
deed-recall-bare = { $as ->
    [would] carry out a recall
    [doing] carrying out a recall
   *[did] carried out a recall
}
deed-suspend-bare = { $as ->
    [would] make a suspension
    [doing] making a suspension
   *[did] made a suspension
}
deed-pledge-aid-bare = { $as ->
    [would] pledge aid
    [doing] pledging aid
   *[did] pledged aid
}
deed-deliver-aid-bare = { $as ->
    [would] deliver aid
    [doing] delivering aid
   *[did] delivered aid
}
deed-sign-bare = { $as ->
    [would] sign a text
    [doing] signing a text
   *[did] signed a text
}
deed-ratify-bare = { $as ->
    [would] ratify a text
    [doing] ratifying a text
   *[did] ratified a text
}
deed-accede-bare = { $as ->
    [would] accede to a text
    [doing] acceding to a text
   *[did] acceded to a text
}
deed-withdraw-bare = { $as ->
    [would] make a withdrawal
    [doing] making a withdrawal
   *[did] made a withdrawal
}
deed-meet-bare = { $as ->
    [would] hold a meeting
    [doing] holding a meeting
   *[did] held a meeting
}
deed-offer-bare = { $as ->
    [would] make an offer
    [doing] making an offer
   *[did] made an offer
}
deed-deny-bare = { $as ->
    [would] make a denial
    [doing] making a denial
   *[did] made a denial
}
deed-decline-bare = { $as ->
    [would] decline a proposal
    [doing] declining a proposal
   *[did] declined a proposal
}
deed-correct-bare = { $as ->
    [would] make a correction
    [doing] making a correction
   *[did] made a correction
}
deed-retract-bare = { $as ->
    [would] make a retraction
    [doing] making a retraction
   *[did] made a retraction
}
deed-request-bare-to = { $as ->
    [would] make a request
    [doing] making a request
   *[did] made a request
} to { $other }
deed-call-bare-to = { $as ->
    [would] make an appeal
    [doing] making an appeal
   *[did] made an appeal
} to { $other }
deed-offer-bare-to = { $as ->
    [would] make an offer
    [doing] making an offer
   *[did] made an offer
} to { $other }
deed-statement-on = { $as ->
    [would] make a statement
    [doing] making a statement
   *[did] made a statement
} on { $object }
deed-explain-on = { $as ->
    [would] explain
    [doing] explaining
   *[did] explained
} a vote on { $object }
deed-unilaterally = unilaterally { $deed }
thing-words = the statement by { $other } of { $day }
thing-step = the step by { $other } of { $day }
thing-announcement = the announcement by { $other } of { $day }
via-cited = { $organ }. That { $form } cites { $vowel ->
    [yes] an
   *[no] a
} { $chain } released by { $before }
via-citing = { $organ }, citing { $vowel ->
    [yes] an
   *[no] a
} { $chain } released by { $before }

## Sentences

acts-done = { $Actor } { $did } { $when }.
acts-among = { $n ->
    [1] { $Actor } was among those that { $did } { $when }.
   *[other] { $Actor } were among those that { $did } { $when }.
}
acts-announced = { $Actor } announced { $when } that { $it } would { $would }.
acts-planned = As of { $day }, { $actor } planned to { $would }.
acts-discussed = { $n ->
    [1] As of { $day }, { $actor } was discussing { $doing }.
   *[other] As of { $day }, { $actor } were discussing { $doing }.
}
acts-conditional = { $n ->
    [1] As of { $day }, { $actor } was ready, on conditions, to { $would }.
   *[other] As of { $day }, { $actor } were ready, on conditions, to { $would }.
}
acts-denied = { $Actor } denied { $when } having { $had }.
acts-deny-that = { $Actor } denied { $when } that { $saying }.
acts-names = The { $n } countries: { $names }.
acts-claimed = { $Actor } { $did }, { $claimant } said { $when }.
acts-claimed-medium = { $Actor } { $did }, according to { $medium } released by { $claimant } { $when }.
acts-turned = On { $day } { $actor } { $did }; on { $before } { $it } had { $had }.
acts-followed = On { $day } { $actor } { $did }, as { $it } had announced on { $before }.
acts-per = { $Actor } { $did } { $when }, according to { $publisher }.
acts-per-announced = { $Actor } announced { $when } that { $it } would { $would }, according to { $publisher }.
acts-differ = { $Actor } { $did } { $when }, according to { $publisher }; according to { $other }, { $then }.
figure-as-of = As of { $day }, { $count } { $what }, according to { $who }.
figure-differ = As of { $day }, { $count } { $what }, according to { $who }; { $rival }, according to { $other }.
figure-fled = { $Approx } { $n } { $people } have fled to neighboring countries, according to { $person }, the { $role }.
vote-differs = { $Publisher } gives { $favour } in favour, { $against } against and { $abstained } abstentions.
quote-explained = "{ $quote }", { $speaker } said { $when } in an explanation of vote on { $text }.
said-that = { $Speaker } said { $when } that { $saying }.
said-hope = { $Speaker } said { $when } that { $it } hoped { $saying }.
said-also = { $It } also said that { $saying }.
said-also-hope = { $It } also said that { $it } hoped { $saying }.
said-that-via = { $Speaker } said { $when } that { $saying }, according to { $vowel ->
    [yes] an
   *[no] a
} { $chain } released by { $organ }.
said-hope-via = { $Speaker } said { $when } that { $it } hoped { $saying }, according to { $vowel ->
    [yes] an
   *[no] a
} { $chain } released by { $organ }.
said-explained = In an explanation of vote on { $text }, { $speaker } said { $when } that { $saying }.
corrected = Corrected { $day }:
acts-conditional-if = As of { $day }, { $actor } would { $would } if { $condition }, according to { $publisher }.
acts-among-announced = { $n ->
    [1] { $Actor } was among those that announced { $when } that they would { $would }.
   *[other] { $Actor } were among those that announced { $when } that they would { $would }.
}
acts-among-planned = { $n ->
    [1] As of { $day }, { $actor } was among those that planned to { $would }.
   *[other] As of { $day }, { $actor } were among those that planned to { $would }.
}
acts-among-discussed = { $n ->
    [1] As of { $day }, { $actor } was among those that were discussing { $doing }.
   *[other] As of { $day }, { $actor } were among those that were discussing { $doing }.
}
acts-among-conditional = { $n ->
    [1] As of { $day }, { $actor } was among those that were ready, on conditions, to { $would }.
   *[other] As of { $day }, { $actor } were among those that were ready, on conditions, to { $would }.
}
acts-among-conditional-if = { $n ->
    [1] As of { $day }, { $actor } was among those that would { $would } if { $condition }, according to { $publisher }.
   *[other] As of { $day }, { $actor } were among those that would { $would } if { $condition }, according to { $publisher }.
}
acts-among-denied = { $n ->
    [1] { $Actor } was among those that denied { $when } having { $had }.
   *[other] { $Actor } were among those that denied { $when } having { $had }.
}
acts-per-among = { $n ->
    [1] { $Actor } was among those that { $did } { $when }, according to { $publisher }.
   *[other] { $Actor } were among those that { $did } { $when }, according to { $publisher }.
}
acts-per-planned = As of { $day }, { $actor } planned to { $would }, according to { $publisher }.
acts-per-discussed = { $n ->
    [1] As of { $day }, { $actor } was discussing { $doing }, according to { $publisher }.
   *[other] As of { $day }, { $actor } were discussing { $doing }, according to { $publisher }.
}
acts-per-conditional = { $n ->
    [1] As of { $day }, { $actor } was ready, on conditions, to { $would }, according to { $publisher }.
   *[other] As of { $day }, { $actor } were ready, on conditions, to { $would }, according to { $publisher }.
}
acts-per-conditional-if = As of { $day }, { $actor } would { $would } if { $condition }, according to { $publisher }.
acts-per-denied = { $Actor } denied { $when } having { $had }, according to { $publisher }.
acts-deny-that-via = { $Actor } denied { $when } that { $saying }, according to { $vowel ->
    [yes] an
   *[no] a
} { $chain } released by { $organ }.

## The same in a digest, under the day of its run-in

digest-acts-done = { $Actor } { $did }.
digest-acts-when = { $Actor } { $did } { $when }.
digest-acts-among = { $n ->
    [1] { $Actor } was among those that { $did }.
   *[other] { $Actor } were among those that { $did }.
}
digest-acts-announced = { $Actor } announced that { $it } would { $would }.
digest-acts-planned = { $Actor } planned to { $would }.
digest-acts-discussed = { $n ->
    [1] { $Actor } was discussing { $doing }.
   *[other] { $Actor } were discussing { $doing }.
}
digest-acts-conditional = { $n ->
    [1] { $Actor } was ready, on conditions, to { $would }.
   *[other] { $Actor } were ready, on conditions, to { $would }.
}
digest-acts-denied = { $Actor } denied having { $had }.
digest-acts-deny-that = { $Actor } denied that { $saying }.
digest-acts-per = { $Actor } { $did }, according to { $publisher }.
digest-acts-claimed = { $Actor } { $did }, { $claimant } said.
digest-said-that = { $Speaker } said that { $saying }.
digest-said-hope = { $Speaker } said that { $it } hoped { $saying }.
digest-said-that-via = { $Speaker } said that { $saying }, according to { $vowel ->
    [yes] an
   *[no] a
} { $chain } released by { $organ }.
digest-said-hope-via = { $Speaker } said that { $it } hoped { $saying }, according to { $vowel ->
    [yes] an
   *[no] a
} { $chain } released by { $organ }.
digest-acts-conditional-if = { $Actor } would { $would } if { $condition }, according to { $publisher }.
digest-acts-among-announced = { $n ->
    [1] { $Actor } was among those that announced that they would { $would }.
   *[other] { $Actor } were among those that announced that they would { $would }.
}
digest-acts-among-planned = { $n ->
    [1] { $Actor } was among those that planned to { $would }.
   *[other] { $Actor } were among those that planned to { $would }.
}
digest-acts-among-discussed = { $n ->
    [1] { $Actor } was among those that were discussing { $doing }.
   *[other] { $Actor } were among those that were discussing { $doing }.
}
digest-acts-among-conditional = { $n ->
    [1] { $Actor } was among those that were ready, on conditions, to { $would }.
   *[other] { $Actor } were among those that were ready, on conditions, to { $would }.
}
digest-acts-among-conditional-if = { $n ->
    [1] { $Actor } was among those that would { $would } if { $condition }, according to { $publisher }.
   *[other] { $Actor } were among those that would { $would } if { $condition }, according to { $publisher }.
}
digest-acts-among-denied = { $n ->
    [1] { $Actor } was among those that denied having { $had }.
   *[other] { $Actor } were among those that denied having { $had }.
}
digest-acts-per-among = { $n ->
    [1] { $Actor } was among those that { $did }, according to { $publisher }.
   *[other] { $Actor } were among those that { $did }, according to { $publisher }.
}
digest-acts-per-announced = { $Actor } announced that { $it } would { $would }, according to { $publisher }.
digest-acts-per-planned = { $Actor } planned to { $would }, according to { $publisher }.
digest-acts-per-discussed = { $n ->
    [1] { $Actor } was discussing { $doing }, according to { $publisher }.
   *[other] { $Actor } were discussing { $doing }, according to { $publisher }.
}
digest-acts-per-conditional = { $n ->
    [1] { $Actor } was ready, on conditions, to { $would }, according to { $publisher }.
   *[other] { $Actor } were ready, on conditions, to { $would }, according to { $publisher }.
}
digest-acts-per-conditional-if = { $Actor } would { $would } if { $condition }, according to { $publisher }.
digest-acts-per-denied = { $Actor } denied having { $had }, according to { $publisher }.
digest-acts-deny-that-via = { $Actor } denied that { $saying }, according to { $vowel ->
    [yes] an
   *[no] a
} { $chain } released by { $organ }.
