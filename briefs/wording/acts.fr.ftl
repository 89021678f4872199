# Français : les actes que rapportent les articles, dans les réponses sur un acteur, un texte ou un jour. Le participe ne s'accorde
# jamais, puisque l'objet suit toujours « avoir » ; seuls s'accordent l'auxiliaire, les pronoms et « prêt ».

## Un acteur

cosponsor-line = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} coparrainé { $label } ; { $body } a voté sur ce texte le { $day }.
cosponsor-tally = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} coparrainé { $label } ; { $n } pays ont voté pour ce texte { AT($body) } le { $day }.
cosponsor-draft = { $Actor } { $Actor-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi les { $n } auteurs que nomme le projet de résolution « { $title } ».
cosponsor-asserted = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} coparrainé { $label }, selon { $claimant } ; { $body } a voté sur ce texte le { $day }.
listed-favour = { $Actor } { $Actor-form ->
    [mp] ont voté pour
    [fp] ont voté pour
   *[ms] a voté pour
} { $label } { AT($body) } le { $day }.
listed-against = { $Actor } { $Actor-form ->
    [mp] ont voté contre
    [fp] ont voté contre
   *[ms] a voté contre
} { $label } { AT($body) } le { $day }.
listed-abstained = { $Actor } { $Actor-form ->
    [fs] s'est abstenue sur
    [mp] se sont abstenus sur
    [fp] se sont abstenues sur
   *[ms] s'est abstenu sur
} { $label } { AT($body) } le { $day }.
timeline-named-favour = { $Actor } { $Actor-form ->
    [mp] ont voté pour
    [fp] ont voté pour
   *[ms] a voté pour
} { $label } { AT($body) }.
timeline-named-against = { $Actor } { $Actor-form ->
    [mp] ont voté contre
    [fp] ont voté contre
   *[ms] a voté contre
} { $label } { AT($body) }.
timeline-named-abstained = { $Actor } { $Actor-form ->
    [fs] s'est abstenue sur
    [mp] se sont abstenus sur
    [fp] se sont abstenues sur
   *[ms] s'est abstenu sur
} { $label } { AT($body) }.
timeline-named-absent = { $Actor } { $Actor-form ->
    [mp] n'ont pas participé au vote sur
    [fp] n'ont pas participé au vote sur
   *[ms] n'a pas participé au vote sur
} { $label } { AT($body) }.
requested = { $Speaker } a déclaré { QUE($askers) } { $askers-form ->
    [mp] avaient
    [fp] avaient
   *[ms] avait
} demandé cette démarche.
requested-why = { $Speaker } a déclaré { QUE($askers) } { $askers-form ->
    [mp] avaient
    [fp] avaient
   *[ms] avait
} demandé cette démarche, et { QUE($saying) }.
requested-of = { $Speaker } a déclaré { QUE($askers) } { $askers-form ->
    [mp] avaient
    [fp] avaient
   *[ms] avait
} demandé { AT($actor) } de coparrainer { $object }.
requested-it = { $Speaker } a déclaré { QUE($askers) } { $askers-form ->
    [mp] avaient
    [fp] avaient
   *[ms] avait
} demandé { AT($actor) } de coparrainer { $object }.
was-asked = { $Speaker } a déclaré le { $day } { QUE($askers) } { $askers-form ->
    [mp] avaient
    [fp] avaient
   *[ms] avait
} demandé { AT($actor) } de coparrainer { $label }.
seek-on = { $Speaker } a déclaré le { $day } { QUE($actor) } { $actor-form ->
    [mp] étaient
    [fp] étaient
   *[ms] était
} en discussion avec d'autres membres { OF($bloc) } sur { $what }.
seek = { $Speaker } a déclaré { QUE($actor) } { $actor-form ->
    [mp] étaient
    [fp] étaient
   *[ms] était
} en discussion avec d'autres membres { OF($bloc) } sur { $what }.
seek-none = { $Speaker } a déclaré { QUE($actor) } { $actor-form ->
    [mp] étaient
    [fp] étaient
   *[ms] était
} en discussion avec d'autres membres { OF($bloc) } sur { $what } ; aucune déclaration { OF($bloc) } n'est consignée.
bloc-listed = Parmi les membres { OF($bloc) }, { $members } { $voted }.
welcomed-statement = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} salué la déclaration.
opposition = { $Party }, { $standing }, a condamné { $what }.
opposition-also = { $Party }, { $standing }, a également condamné { $what }.
opposition-person = { $Person }, { OF($party) }, { $standing }, a condamné { $what }.

## Un vote tel qu'un article le rapporte

measure-line = { $Body }, { $day }, sur { $label } : { $favour } voix pour, { $against } contre, { N($abstained, "abstention", "abstentions") } ; { N($absent, "non-votant", "non-votants") } sur { $members } membres.
measure-voted = { $Body } a voté le { $day } sur { $label } : { $favour } voix pour, { $against } contre, { N($abstained, "abstention", "abstentions") } ; { N($absent, "non-votant", "non-votants") } sur { $members } membres.
listed-among-against = { $Actors } { $Actors-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi ceux qui ont voté contre.
listed-among-abstained = { $Actors } { $Actors-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi ceux qui se sont abstenus.
listed-among-favour = { $Actors } { $Actors-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi ceux qui ont voté pour.
cosponsors-about = { $Approx } { $n } pays ont coparrainé ce texte.
cosponsors-count = { $n } pays ont coparrainé ce texte.
vetoed-week-before = { $Actor } { $Actor-form ->
    [mp] avaient
    [fp] avaient
   *[ms] avait
} opposé un veto { AT($label) } { AT($body) } la semaine précédente.
among-sponsors = { $Actor } { $Actor-form ->
    [mp] figuraient
    [fp] figuraient
   *[ms] figurait
} parmi les coauteurs.
among-sponsors-requested = { $Actor } { $Actor-form ->
    [mp] figuraient
    [fp] figuraient
   *[ms] figurait
} parmi les coauteurs ; { $speaker } a déclaré le { $day } { QUE($askers) } { $askers-form ->
    [mp] avaient
    [fp] avaient
   *[ms] avait
} demandé cette démarche.
also-cosponsored = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} aussi coparrainé ce texte, selon { $claimant }.
had-sanctioned = { $Actor } { $Actor-form ->
    [mp] avaient
    [fp] avaient
   *[ms] avait
} imposé des sanctions { $form } { AT($target) } le { $day }.
had-sanctioned-plain = { $Actor } { $Actor-form ->
    [mp] avaient
    [fp] avaient
   *[ms] avait
} imposé des sanctions { AT($target) } le { $day }.
named-counts = Les sources au dossier donnent les noms pour { $parts }.
named-all-against = { $n ->
    [1] le seul vote contre
   *[other] les { $n } votes contre
}
named-some-against = { $n } des { $of } votes contre
named-none-against = aucun des { $of } votes contre
named-all-abstained = { $n ->
    [1] la seule abstention
   *[other] les { $n } abstentions
}
named-some-abstained = { $n } des { $of } abstentions
named-none-abstained = aucune des { $of } abstentions
named-all-favour = { $n ->
    [1] le seul vote pour
   *[other] les { $n } votes pour
}
named-some-favour = { $n } des { $of } votes pour
named-none-favour = aucun des { $of } votes pour

## Plusieurs acteurs

compare-line = Sur { $label }, { $acts }.
act-cosponsored = { $actor } { $form ->
    [mp] ont
    [fp] ont
   *[ms] a
} coparrainé le texte
act-asserted = { $actor }, selon { $claimant }, { $form ->
    [mp] ont
    [fp] ont
   *[ms] a
} coparrainé le texte
act-favour = { $actor } { voted-favour }
act-against = { $actor } { voted-against }
act-abstained = { $actor } { voted-abstained }
act-absent = { $actor } { voted-absent }

## Bulletins

digest-line-explained = { $Person } a expliqué le coparrainage { OF($label) } et fait état de discussions sur { $what }.
digest-voted-again = { $Body } a voté sur la résolution : { $favour } voix pour, { $against } contre, { N($abstained, "abstention", "abstentions") } ; { N($absent, "non-votant", "non-votants") } sur { $members } membres.
digest-voted-short = { $Body } a voté : { $favour } voix pour, { $against } contre, { N($abstained, "abstention", "abstentions") }.
digest-voted-label = { $Body } a voté sur { $label } : { $favour } voix pour, { $against } contre, { N($abstained, "abstention", "abstentions") } ; { N($absent, "non-votant", "non-votants") } sur { $members } membres.
digest-cosponsored = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} coparrainé { $label }.
