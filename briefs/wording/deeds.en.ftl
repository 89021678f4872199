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
deed-welcome-words = { $as ->
    [would] welcome
    [doing] welcoming
   *[did] welcomed
} the statement
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
said-that-via = { $Speaker } said { $when } that { $saying }, according to a { $chain } released by { $organ }.
said-hope-via = { $Speaker } said { $when } that { $it } hoped { $saying }, according to a { $chain } released by { $organ }.
said-explained = In an explanation of vote on { $text }, { $speaker } said { $when } that { $saying }.
corrected = Corrected { $day }:

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
digest-said-that-via = { $Speaker } said that { $saying }, according to a { $chain } released by { $organ }.
digest-said-hope-via = { $Speaker } said that { $it } hoped { $saying }, according to a { $chain } released by { $organ }.
