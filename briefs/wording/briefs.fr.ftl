# Français : les phrases des réponses. Chaque message est une phrase entière et a sa phrase signée du même sens. Les fonctions
# (OF, AT, LOW, N, DEC) sont dans french.py ; les espaces sont ordinaires partout. Un titre ou une citation garde sa langue.

## Petits mots

pronoun-he = Il
pronoun-she = Elle
when-day = le { $day }
when-week = dans la semaine du { $day }
when-no-later-than = au plus tard le { $day }
when-month = en { $month }
when-year = en { $year }
voted-favour = { $form ->
    [mp] ont voté pour
    [fp] ont voté pour
    [none] n'a voté pour
   *[ms] a voté pour
}
voted-against = { $form ->
    [mp] ont voté contre
    [fp] ont voté contre
    [none] n'a voté contre
   *[ms] a voté contre
}
voted-abstained = { $form ->
    [fs] s'est abstenue
    [mp] se sont abstenus
    [fp] se sont abstenues
    [none] ne s'est abstenu
   *[ms] s'est abstenu
}
voted-absent = { $form ->
    [mp] n'ont pas participé au vote
    [fp] n'ont pas participé au vote
    [none] n'est resté sans participer au vote
   *[ms] n'a pas participé au vote
}
voted-favour-of = { voted-favour } { $text }
voted-against-of = { voted-against } { $text }
voted-abstained-of = { voted-abstained } sur { $text }
voted-absent-of = { voted-absent } sur { $text }
had-favour = { $form ->
    [mp] avaient voté pour
    [fp] avaient voté pour
   *[ms] avait voté pour
}
had-against = { $form ->
    [mp] avaient voté contre
    [fp] avaient voté contre
   *[ms] avait voté contre
}
had-abstained = { $form ->
    [fs] s'était abstenue
    [mp] s'étaient abstenus
    [fp] s'étaient abstenues
   *[ms] s'était abstenu
}
had-absent = { $form ->
    [mp] n'avaient pas participé au vote
    [fp] n'avaient pas participé au vote
   *[ms] n'avait pas participé au vote
}
had-favour-of = { had-favour } { $text }
had-against-of = { had-against } { $text }
had-abstained-of = { had-abstained } sur { $text }
had-absent-of = { had-absent } sur { $text }
times = { $n ->
    [1] une fois
   *[other] à { N($n, "reprises", "reprises") }
}
share-favour = { voted-favour } dans { $n }
share-all-favour = { voted-favour } dans chacun
share-all-against = { voted-against } dans chacun
share-all-abstained = { voted-abstained } dans chacun
share-all-absent = { $form ->
    [mp] n'ont participé à aucun
    [fp] n'ont participé à aucun
   *[ms] n'a participé à aucun
}
share-against = { voted-against } dans { $n }
share-abstained = { voted-abstained } dans { $n }
share-absent = { $form ->
    [mp] n'ont pas participé à
    [fp] n'ont pas participé à
   *[ms] n'a pas participé à
} { $n }
recent-favour = pour { $texts }
recent-against = contre { $texts }
recent-abstained = abstention sur { $texts }
recent-absent = pas de participation au vote sur { $texts }
group-favour = { $n } pour
group-against = { $n } contre
group-abstained = { N($n, "abstention", "abstentions") }
group-absent = { N($n, "non-votant", "non-votants") }
group-no-row = { $n } sans vote dans le fichier
group-none = { $n } sans droit de vote
group-named = { $group } ({ $names })
language = Les titres des textes et les citations sont en anglais, langue de leur source.

## Les votes d'un acteur

votes-line = { $Actor } { $first } des { $n } votes nominaux au dossier sur { LOW($issue) }{ $rest }. Au plus récent, le { $day } : { $recent }.
votes-line-newest = { $Actor } { $first } des { $n } votes nominaux au dossier sur { LOW($issue) }{ $rest }, le plus récent le { $day }.
votes-line-one = { $Actor } { $voted } le { $day }, seul vote nominal au dossier sur { LOW($issue) }.
votes-counts = { $n ->
    [1] Lors du seul vote nominal au dossier sur cette question, { $actor } { $counts }.
   *[other] Sur les { $n } votes nominaux au dossier sur cette question, { $actor } { $counts }.
}
votes-change = Le { $day }, { $actor } { $now } ; le { $before }, { $actor-form ->
    [fs] elle
    [mp] ils
    [fp] elles
   *[ms] il
} { $had }.
vote-favour = { $day } : pour { $symbol }, { $tally } (« { $title } »)
vote-against = { $day } : contre { $symbol }, { $tally } (« { $title } »)
vote-abstained = { $day } : abstention sur { $symbol }, { $tally } (« { $title } »)
vote-absent = { $day } : pas de participation au vote sur { $symbol }, { $tally } (« { $title } »)
vote-none = { $day } : pas membre à cette date, { $symbol }, { $tally } (« { $title } »)
vote-no-row = { $day } : aucun vote dans le fichier des votes, { $symbol }, { $tally } (« { $title } »)
votes-heading = Votes, du plus récent au plus ancien (pour–contre–abstentions–non-votants)
votes-heading-short = Votes les plus récents, et plus anciens qui diffèrent (pour–contre–abstentions–non-votants)
sponsor-added = { $form ->
    [fs] Elle a
    [mp] Ils ont
    [fp] Elles ont
   *[ms] Il a
} aussi coparrainé { $symbol }, après le dépôt du projet.
sponsor-draft = { $form ->
    [fs] Elle a
    [mp] Ils ont
    [fp] Elles ont
   *[ms] Il a
} aussi coparrainé { $symbol }, parmi les { $n } auteurs nommés sur le projet.
sponsor-also = { $form ->
    [fs] Elle a
    [mp] Ils ont
    [fp] Elles ont
   *[ms] Il a
} aussi coparrainé { $symbol }.
coverage = Des votes exprimés sont au dossier pour { $n } des { $of } textes relatifs à cette question.
coverage-until = Les votes nominaux au dossier vont jusqu'au { $day } ; les suivants n'y figurent pas.
bloc-vote = { $day }, { $symbol }, « { $title } » : sur { $n } membres { OF($bloc) }, { $groups }
bloc-on = { $bloc }, { $symbol } : sur { $n } membres, { $groups }.

## Des centaines de votes nominaux à la fois

rolls-counts-issue = { $n ->
    [1] Lors du seul vote nominal au dossier sur cette question, { $actor } { $counts }.
   *[other] Sur les { N($n, "votes nominaux", "votes nominaux") } au dossier sur cette question, { $actor } { $counts }{ $rest }.
}
rolls-counts-issue-member = { $n ->
    [1] Lors du seul vote nominal au dossier sur cette question du temps où le pays était membre, { $actor } { $counts }.
   *[other] Sur les { N($n, "votes nominaux", "votes nominaux") } au dossier sur cette question lorsque le pays était membre, { $actor } { $counts }{ $rest }.
}
rolls-counts-all = { $n ->
    [1] Lors du seul vote nominal au dossier, { $actor } { $counts }.
   *[other] Sur les { N($n, "votes nominaux", "votes nominaux") } au dossier, { $actor } { $counts }{ $rest }.
}
rolls-counts-all-member = { $n ->
    [1] Lors du seul vote nominal au dossier du temps où le pays était membre, { $actor } { $counts }.
   *[other] Sur les { N($n, "votes nominaux", "votes nominaux") } au dossier lorsque le pays était membre, { $actor } { $counts }{ $rest }.
}
rolls-rest = { ". " }{ $n ->
    [1] Dans l'autre
   *[other] Dans les { N($n, "autres", "autres") }
}, le fichier des votes n'a aucun vote à ce nom
rolls-none-issue = { $n ->
    [1] Le fichier des votes n'a aucun vote { OF($actor) } lors du seul vote nominal au dossier sur cette question du temps où le pays était membre.
   *[other] Le fichier des votes n'a aucun vote { OF($actor) } dans les { N($n, "votes nominaux", "votes nominaux") } au dossier sur cette question du temps où le pays était membre.
}
rolls-none-all = { $n ->
    [1] Le fichier des votes n'a aucun vote { OF($actor) } lors du seul vote nominal au dossier du temps où le pays était membre.
   *[other] Le fichier des votes n'a aucun vote { OF($actor) } dans les { N($n, "votes nominaux", "votes nominaux") } au dossier du temps où le pays était membre.
}
rolls-never-issue = { $n ->
    [1] Le seul vote nominal au dossier sur cette question ne date pas de l'appartenance { OF($actor) } à l'ONU.
   *[other] Aucun des { N($n, "votes nominaux", "votes nominaux") } au dossier sur cette question ne date de l'appartenance { OF($actor) } à l'ONU.
}
rolls-never-all = { $n ->
    [1] Le seul vote nominal au dossier ne date pas de l'appartenance { OF($actor) } à l'ONU.
   *[other] Aucun des { N($n, "votes nominaux", "votes nominaux") } au dossier ne date de l'appartenance { OF($actor) } à l'ONU.
}
rolls-parts = Sur { LOW($issue) }, les votes { OF($actor) } dans les sources au dossier ne portent que sur des parties de textes.
rolls-line = { $n ->
    [1] { $Actor } { $counts } lors du seul vote nominal au dossier sur { LOW($issue) } du temps où le pays était membre, le { $day }.
   *[other] { $Actor } { $counts } des { N($n, "votes nominaux", "votes nominaux") } au dossier sur { LOW($issue) } du temps où le pays était membre{ $rest }. Le plus récent de ces votes nominaux date du { $day }.
}
rolls-moved = Le { $day }, { $actor } { $now }, « { $title } » ; lors du dernier vote précédent au dossier sur un texte de ce titre, le { $before }, { $actor-form ->
    [fs] elle
    [mp] ils
    [fp] elles
   *[ms] il
} { $had }.
rolls-heading = Derniers votes (pour–contre–abstentions–non-votants)
rolls-heading-three = Derniers votes (pour–contre–abstentions)
rolls-all = Tous les votes nominaux au dossier
rolls-coverage = Des votes exprimés sont au dossier pour { N($n, "", "") } des { N($of, "textes", "textes") } relatifs à cette question.
rolls-until = Le fichier des votes importé va du { $first } au { $last }.

## Un bloc dans tous les votes ; qui vote autrement que la dernière fois ; ce qui est au dossier

bloc-all = Dans { $share } au dossier où au moins deux membres { OF($bloc) } ont exprimé un vote, ces votes étaient tous identiques.
bloc-issue = Dans { $share } au dossier sur { LOW($issue) } où au moins deux membres { OF($bloc) } ont exprimé un vote, ces votes étaient tous identiques.
bloc-all-never = { $n ->
    [1] Dans { $calls } au dossier où au moins deux membres { OF($bloc) } ont exprimé un vote, ces votes n'étaient pas tous identiques.
   *[other] Dans aucun des { N($n, "votes nominaux", "votes nominaux") } au dossier où au moins deux membres { OF($bloc) } ont exprimé un vote, ces votes n'étaient tous identiques.
}
bloc-issue-never = { $n ->
    [1] Dans { $calls } au dossier sur { LOW($issue) } où au moins deux membres { OF($bloc) } ont exprimé un vote, ces votes n'étaient pas tous identiques.
   *[other] Dans aucun des { N($n, "votes nominaux", "votes nominaux") } au dossier sur { LOW($issue) } où au moins deux membres { OF($bloc) } ont exprimé un vote, ces votes n'étaient tous identiques.
}
bloc-all-few = Dans { $calls } au dossier, moins de deux membres { OF($bloc) } ont exprimé un vote.
bloc-issue-few = Dans { $calls } au dossier sur { LOW($issue) }, moins de deux membres { OF($bloc) } ont exprimé un vote.
bloc-index = L'indice moyen d'accord (Hix, Noury et Roland) est de { DEC($index) } : 1 vaut unanimité, 0 une répartition égale entre pour, contre et abstention.
bloc-ranks = Se démarquent le plus souvent, par un vote autre que celui du groupe le plus nombreux : { $ranks }.
bloc-split-last = Dernière division : le { $day }.
bloc-span = { $n ->
    [1] Ce vote date du { $first } ; la composition est celle du jour.
   *[other] Le premier de ces votes date du { $first }, le plus récent du { $last } ; la composition est celle de chaque jour.
}
bloc-stood = La composition { OF($bloc) }, telle qu'elle figure au dossier, est la même depuis le { $day }.
bloc-divided = { $day }, { $symbol }, « { $title } » : sur { $n } membres, { $groups }
bloc-divided-again = { $day }, { $symbol }, un texte du même titre : sur { $n } membres, { $groups }
bloc-splits-heading = Divisions les plus récentes
bloc-outside = Une abstention est un vote exprimé ; les textes adoptés sans vote ne sont pas comptés.
share-some = { N($n, "", "") } des { N($of, "votes nominaux", "votes nominaux") } ({ DEC($percent) })
share-all = { $of ->
    [1] le seul vote nominal
   *[other] les { N($of, "vote nominal", "votes nominaux") }
}
the-calls = { $n ->
    [1] le seul vote nominal
   *[other] les { N($n, "vote nominal", "votes nominaux") }
}
each-call = { $n ->
    [1] le seul vote nominal
   *[other] chacun des { N($n, "vote nominal", "votes nominaux") }
}
rank = { $actor } ({ N($n, "vote", "votes") } sur { N($of, "", "") }, { DEC($percent) })
silence-rolls-all = Aucun vote nominal n'est consigné dans les sources au dossier.
silence-rolls-issue = Aucun vote nominal sur { LOW($issue) } n'est consigné dans les sources au dossier.
shifts-all = Dans { $calls } au dossier depuis le { $day }, des membres ont voté { $times } autrement que lors de leur dernier vote précédent au dossier sur un texte de même titre, sur { $texts }.
shifts-issue = Dans { $calls } au dossier sur { LOW($issue) } depuis le { $day }, des membres ont voté { $times } autrement que lors de leur dernier vote précédent au dossier sur un texte de même titre, sur { $texts }.
shifts-all-none = Dans { $calls } au dossier depuis le { $day }, aucun membre n'a voté autrement que lors de son dernier vote précédent au dossier sur un texte de même titre.
shifts-issue-none = Dans { $calls } au dossier sur { LOW($issue) } depuis le { $day }, aucun membre n'a voté autrement que lors de son dernier vote précédent au dossier sur un texte de même titre.
shifts-all-quiet = Aucun vote nominal au dossier ne date du { $day } ou d'après.
shifts-issue-quiet = Aucun vote nominal au dossier sur { LOW($issue) } ne date du { $day } ou d'après.
shifts-text = { $day }, { $symbol }, « { $title } », comparé à { $last } du { $before } : { $groups }
shifts-text-also = { $day }, { $symbol }, comparé à { $last } du { $before } : { $groups }
shifts-group = { N($n, "membre", "membres") } qui { $had } { $did }
shifts-votes = Une absence n'est pas un vote : un membre absent la fois précédente est comparé à la fois d'avant.
shifts-year = Sans jour de départ, c'est l'année qui précède le vote nominal le plus récent au dossier.
shifts-heading = Textes les plus récents
shifts-title = Changements depuis le { $day }
shifts-title-issue = Changements depuis le { $day } · { $issue }
shifts-title-none = Changements
shifts-title-none-issue = Changements · { $issue }
texts = { $n ->
    [1] un texte
   *[other] { N($n, "texte", "textes") }
}
issues-title = Questions
issues-lead = Le dossier contient des votes nominaux ou d'autres actes sur { $n } des { $of } questions que l'on peut consulter.
issues-none = Le dossier ne contient rien sur aucune des { $of } questions que l'on peut consulter.
issues-held = { $issue } : { $holding }, du { $first } au { $last }
issues-held-day = { $issue } : { $holding }, le { $first }
issues-more = La forme longue les énumère toutes.
issues-others = Autres questions à consulter
issues-other = { $issue }
holding-calls = { N($n, "vote nominal", "votes nominaux") }
holding-records = { N($n, "acte", "actes") }
holding-others = { N($n, "autre acte", "autres actes") }

## Silences et actes au dossier

no-vote = Aucun vote { OF($actor) } n'est consigné dans les sources au dossier.
no-vote-on = Aucun vote { OF($actor) } sur { LOW($issue) } n'est consigné dans les sources au dossier.
no-statement = Aucune déclaration { OF($actor) } n'est consignée dans les sources au dossier.
no-record = Aucun acte { OF($actor) } sur { LOW($issue) } n'est consigné dans les sources au dossier.
no-record-at-all = Aucun acte { OF($actor) } n'est consigné dans les sources au dossier.
observer = Aucun vote { OF($actor) } n'est consigné : un État observateur n'a pas de droit de vote { AT($body) }.
no-such-record = L'acte { $record } n'est pas au dossier à la date du { $day }.
no-event = Aucun vote sur ce texte n'est consigné dans les sources au dossier : « { $title } ».
on-file = Également au dossier : { $record }, { $publisher }, { $day }.
position-more = { $n ->
    [1] 1 autre acte ou vote { OF($actor) } est au dossier.
   *[other] { N($n, "autres actes ou votes", "autres actes ou votes") } { OF($actor) } sont au dossier.
}
position-more-on = { $n ->
    [1] 1 autre acte ou vote { OF($actor) } sur { LOW($issue) } est au dossier.
   *[other] { N($n, "autres actes ou votes", "autres actes ou votes") } { OF($actor) } sur { LOW($issue) } sont au dossier.
}
position-others = Pour voir les autres, interrogez sur une seule question ou à une date antérieure.
position-older = Pour voir les plus anciens, interrogez à une date antérieure.

## Un texte

measure-symbol = { $Body } a voté sur { $symbol } le { $day } : { $favour } voix pour, { $against } contre, { N($abstained, "abstention", "abstentions") } ; { N($absent, "non-votant", "non-votants") } sur { $members } membres.
measure-symbol-three = { $Body } a voté sur { $symbol } le { $day } : { $favour } voix pour, { $against } contre, { N($abstained, "abstention", "abstentions") }.
call-voteless = Pour { $n } des { $of } membres de ce jour, le fichier des votes n'a pas de vote.
call-odd = Les lignes de ce vote nominal ne donnent pas ses totaux : on y compte { $rows } (pour–contre–abstentions).
call-odd-four = Les lignes de ce vote nominal ne donnent pas ses totaux : on y compte { $rows } (pour–contre–abstentions–non-votants).
call-contested = Le fichier des votes a deux votes différents d'un même membre dans ce vote nominal ; aucun des deux n'est rapporté.
call-on-part = Ce vote portait sur une partie du texte.
call-parts = Au dossier : { N($n, "vote séparé", "votes séparés") } sur des parties de ce texte.
parts-heading = Votes séparés sur des parties de ce texte (pour–contre–abstentions–non-votants)
parts-heading-three = Votes séparés sur des parties de ce texte (pour–contre–abstentions)
call-part = { $day } : « { $title } », { $tally }
listed-all-against = { $Actors } { $Actors-form ->
    [mp] ont voté contre
    [fp] ont voté contre
   *[ms] a voté contre
}.
listed-all-abstained = { $Actors } { $Actors-form ->
    [fs] s'est abstenue
    [mp] se sont abstenus
    [fp] se sont abstenues
   *[ms] s'est abstenu
}.
listed-all-favour = { $Actors } { $Actors-form ->
    [mp] ont voté pour
    [fp] ont voté pour
   *[ms] a voté pour
}.
listed-all-absent = { $Actors } { $Actors-form ->
    [mp] n'ont pas participé au vote
    [fp] n'ont pas participé au vote
   *[ms] n'a pas participé au vote
}.
draft-sponsors = Le projet nommait { $n } auteurs.
names-against = Contre : { $names }.
names-abstained = Abstentions : { $names }.
names-favour = Pour : { $names }.
names-absent = Non-votants : { $names }.
blocs-heading = Par bloc
bloc-split = { $bloc } : sur { $n } membres, { $groups }.
compared-many = Comparé à { $symbol } ({ $day }) : { N($n, "membre", "membres") } qui { $had } { $now }.
compared-all = Comparé à { $symbol } ({ $day }) : { N($n, "membre", "membres") } qui { $had } { $now } : { $names }.
compared-title-many = Comparé à { $symbol } ({ $day }), dernier vote au dossier sur un texte de ce titre : { N($n, "membre", "membres") } qui { $had } { $now }.
compared-title-all = Comparé à { $symbol } ({ $day }), dernier vote au dossier sur un texte de ce titre : { N($n, "membre", "membres") } qui { $had } { $now } : { $names }.
compared-title-none = Comparé à { $symbol } ({ $day }), dernier vote au dossier sur un texte de ce titre : aucun membre ayant voté les deux fois n'a voté autrement.

## Un vote et ses votants

bloc-voted = { $day }, { $symbol } : sur { $n } membres { OF($bloc) }, { $groups }.
bloc-names-favour = Membres { OF($bloc) } pour : { $names }.
bloc-names-against = Membres { OF($bloc) } contre : { $names }.
bloc-names-abstained = Membres { OF($bloc) } qui se sont abstenus : { $names }.
bloc-names-absent = Membres { OF($bloc) } qui n'ont pas participé au vote : { $names }.
bloc-names-no-row = Membres { OF($bloc) } sans vote dans le fichier : { $names }.
bloc-names-none = Membres { OF($bloc) } sans droit de vote : { $names }.
bloc-none-then = Le registre ne nomme aucun membre { OF($bloc) } pour le { $day }.
voters-of = { $n ->
    [0] Aucun des { $of } membres { $voted } { AT($body) } le { $day }.
   *[other] { N($n, "membre", "membres") } sur { $of } { $voted } { AT($body) } le { $day }.
}
voters-counted = { $n ->
    [0] Aucun membre { $voted } { AT($body) } le { $day }.
   *[other] { N($n, "membre", "membres") } { $voted } { AT($body) } le { $day }.
}
voters-bloc = { $n ->
    [0] Aucun des { $of } membres { OF($bloc) } { $voted } { AT($body) } le { $day }.
   *[other] { N($n, "membre", "membres") } { OF($bloc) } sur { $of } { $voted } { AT($body) } le { $day }.
}
voters-unknown = Le fichier des votes laisse de côté les membres qui n'ont pas participé ; il ne dit donc pas lesquels.

## Plusieurs acteurs

compare-votes = { $All } ont pris part à { $n } des { $of } votes nominaux au dossier ; leurs votes concordent dans { $same } ({ $texts }).
compare-votes-none = { $All } ont pris part à { $n } des { $of } votes nominaux au dossier ; leurs votes ne concordent dans aucun.
agree-two = Dans { $calls } { $scope }, les deux pays, { $who }, ont tous deux exprimé un vote, le même dans { N($alike, "cas", "cas") } ({ DEC($share) }). { $opposed }.
agree-two-alike = Dans { $calls } { $scope }, les deux pays, { $who }, ont tous deux exprimé un vote, et c'était le même.
agree-two-apart = Dans { $calls } { $scope }, les deux pays, { $who }, ont tous deux exprimé un vote, et ce n'était pas le même.
agree-two-opposed = Dans { $calls } { $scope }, les deux pays, { $who }, ont tous deux exprimé un vote, l'un pour, l'autre contre.
agree-two-none = { $of ->
    [1] Dans le seul vote nominal { $scope }, les deux pays, { $who }, n'ont pas tous deux exprimé un vote.
   *[other] Dans aucun des { N($of, "votes nominaux", "votes nominaux") } { $scope }, les deux pays, { $who }, n'ont tous deux exprimé un vote.
}
agree-several = Dans { $calls } { $scope }, { $who } ont tous exprimé un vote, le même dans { N($alike, "cas", "cas") } ({ DEC($share) }).
agree-several-alike = Dans { $calls } { $scope }, { $who } ont tous exprimé un vote, et c'était le même.
agree-several-apart = Dans { $calls } { $scope }, { $who } ont tous exprimé un vote, et ce n'était pas le même.
agree-several-none = { $of ->
    [1] Dans le seul vote nominal { $scope }, { $who } n'ont pas tous exprimé un vote.
   *[other] Dans aucun des { N($of, "votes nominaux", "votes nominaux") } { $scope }, { $who } n'ont tous exprimé un vote.
}
agree-calls = { N($n, "", "") } des { N($of, "votes nominaux", "votes nominaux") }
agree-calls-all = { $of ->
    [1] le seul vote nominal
   *[other] les { N($of, "vote nominal", "votes nominaux") }
}
agree-issue = au dossier sur cette question
agree-all = au dossier
agree-opposed = { $n ->
    [0] Dans aucun, l'un n'a voté pour et l'autre contre
   *[other] Dans { N($n, "", "") }, l'un a voté pour et l'autre contre
}
agree-pair = { $one } et { $other } : { N($alike, "vote identique", "votes identiques") } sur { N($both, "", "") } ({ DEC($share) }), { N($opposed, "opposé", "opposés") }
agree-pair-none = { $one } et { $other } : aucun vote nominal où les deux ont exprimé un vote
agree-call = { $day }, { $symbol } : { $votes } (« { $title } »)
agree-call-again = { $day }, { $symbol } : { $votes } (un texte du même titre)
agree-favour = pour : { $names }
agree-against = contre : { $names }
agree-abstained = abstention : { $names }
agree-formerly = { $Actor } : nom inscrit à l'ONU jusqu'au { $until }, { $name }.
agree-outside = Les textes adoptés sans vote ne sont pas comptés.
agree-rounded = Les parts sont arrondies au dixième de pour cent, les moitiés vers le haut.
agree-pairs = Deux à deux (votes identiques sur ceux que les deux ont exprimés ; opposés : l'un pour, l'autre contre)
agree-differed = Derniers votes nominaux divergents
agree-differed-else = Autres votes nominaux divergents, du plus récent au plus ancien
all-few = { $n ->
    [3] les trois pays
    [4] les quatre pays
    [5] les cinq pays
    [6] les six pays
    [7] les sept pays
    [8] les huit pays
    [9] les neuf pays
   *[10] les dix pays
}
all-of = { $n ->
    [2] Les deux
    [3] Les trois
    [4] Les quatre
    [5] Les cinq
    [6] Les six
    [7] Les sept
    [8] Les huit
    [9] Les neuf
   *[10] Les dix
}
all-alike = { $n ->
    [2] les deux
   *[other] l'ensemble
}
same-favour = { $all } pour : { $texts }
same-against = { $all } contre : { $texts }
same-abstained = { $all } abstention : { $texts }
cell-yes = oui
cell-yes-per = oui, selon { $claimant }
cell-yes-draft = oui, sur le projet
cell-yes-added = oui, après le dépôt du projet
cell-not-recorded = non consigné
cell-on-file = au dossier : { $record }, { $publisher }, { $day }
cell-none-here = aucune sur cette question
cell-none-recorded = aucune au dossier
cell-no-quote = aucune citation sur cette question
cell-nothing-recorded = rien au dossier
cell-favour = pour
cell-against = contre
cell-abstained = abstention
cell-absent = n'a pas voté
cell-none = pas membre à cette date
cell-no-row = aucun vote dans le fichier des votes
cell-no-vote = sans droit de vote
cell-split = { $groups }
cell-sanctions = sanctions { $form }, { $day }
cell-sanctions-plain = sanctions, { $day }
cell-quote-no-later = « { $quote } » (au plus tard le { $day })
cell-quote = « { $quote } » ({ $day })
row-cosponsored = Coparrainage
row-cosponsored-symbol = Coparrainage de { $symbol }
row-vote = Vote, { $day }
row-roll-call = { $day }, { $symbol }
row-measures = Mesures contre { $target }
row-said = Déclaration
all-members = { $All } sont membres { OF($bloc) }.
all-members-chair = { $All } sont membres { OF($bloc) }, dont la présidence revient en { $year } { AT($chair) }.

## Bulletins

digest-voted-symbol = { $Body } a voté sur { $symbol }, « { $title } » : { $favour } voix pour, { $against } contre, { N($abstained, "abstention", "abstentions") } ; { N($absent, "non-votant", "non-votants") } sur { $members } membres.
digest-voted-three = { $Body } a voté sur { $symbol }, « { $title } » : { $favour } voix pour, { $against } contre, { N($abstained, "abstention", "abstentions") }.
digest-voted-part = { $Body } a voté sur une partie de { $symbol } : { $favour } voix pour, { $against } contre, { N($abstained, "abstention", "abstentions") } ; { N($absent, "non-votant", "non-votants") } sur { $members } membres.
digest-voted-part-three = { $Body } a voté sur une partie de { $symbol } : { $favour } voix pour, { $against } contre, { N($abstained, "abstention", "abstentions") }.
digest-more = { $n ->
    [1] 1 autre vote nominal du { $day } est au dossier.
   *[other] { N($n, "autres votes nominaux", "autres votes nominaux") } du { $day } sont au dossier.
}
digest-draft = { $n } auteurs sont nommés sur le projet de résolution, « { $title } ».
digest-bloc = Sur { $n } membres { OF($bloc) }, { $groups }.
digest-shift = { $n ->
    [1] { $Actors }, qui { $had } le { $days }, { $now }.
   *[other] { $Actors }, qui { $had } les { $days }, { $now }.
}
digest-why-issue = Pourquoi ce message : vous suivez { $bloc } ; votes différents du dernier vote exprimé sur cette question : { N($n, "membre", "membres") } sur { $of }.
digest-why-title = Pourquoi ce message : vous suivez { $bloc } ; votes différents du dernier vote exprimé sur un texte de ce titre : { N($n, "membre", "membres") } sur { $of }.
digest-quiet-follows = Rien de ce qui est suivi ici n'est consigné pour le { $day } dans les sources au dossier.
digest-quiet-window-follows = Rien de nouveau dans ce qui est suivi ici n'est consigné depuis le { $day } dans les sources au dossier.
digest-quiet = Rien n'est consigné pour le { $day } dans les sources au dossier.
digest-quiet-window = Rien de nouveau n'est consigné depuis le { $day } dans les sources au dossier.
digest-quiet-beside-follows = Rien de nouveau dans ce qui est suivi ici n'est consigné depuis le { $day } dans les sources au dossier, hormis ce qui a été publié en alerte.
digest-quiet-beside = Rien de nouveau n'est consigné depuis le { $day } dans les sources au dossier, hormis ce qui a été publié en alerte.
digest-group-favour-first = { $n } pour
digest-group-against-first = { $n } contre
digest-group-abstained-first = { N($n, "abstention", "abstentions") }
digest-group-absent-first = { N($n, "non-votant", "non-votants") }
digest-group-favour = { $n } pour
digest-group-against = { $n } contre
digest-group-abstained = { N($n, "abstention", "abstentions") }
digest-group-absent = { N($n, "non-votant", "non-votants") }
run-day = Le { $day }.
run-day-before = La veille.
run-not-earlier = Le { $day }, absent d'un bulletin antérieur.
run-undated = Date absente de la source.

## Autour des phrases

title-position = { $actor } · { $issue }
title-actor = { $actor }
title-measure = { $symbol } · « { $title } »
title-text = « { $title } »
title-issue = { $issue }
title-compare-all = { $actors }
title-compare = { $actors } · { $issue }
title-digest = { $day }
title-digest-follows = { $day } · { $follows }
title-alert = Alerte · { $day }
title-alert-follows = Alerte · { $day } · { $follows }
digest-others = Autres sujets
footer-sources = Sources jusqu'au { $day }
footer-none = Aucune source au dossier
footer-compiled = Établi d'après des sources jusqu'au { $day }
note-one = { $publisher }, { $day }
note-records = { $publisher }, votes enregistrés, du { $first } au { $last }
note-records-day = { $publisher }, votes enregistrés, { $day }
note-record = { $publisher }, vote enregistré sur { $symbol }, { $day }
note-file = { $publisher }, données de vote de l'Assemblée générale, votes jusqu'au { $day } ({ $licence })
paste = À citer ainsi : { $sources }
paste-source = { $publisher }, { $day }, { $url } ({ $records })

## Les actes d'un article

sanction-citing = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} imposé des sanctions { $form } { AT($target) } { $when } ; { $holder } a invoqué « { $quote } ».
holder = son { $role }, { $name },
