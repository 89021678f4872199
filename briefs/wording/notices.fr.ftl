# Mots de service en français : ce que Dateline dit de lui-même et d'une question, jamais du monde.
# Rien ici n'est une affirmation, donc rien n'y est prouvé. Les commandes gardent leur nom partout ; `called-…` donne
# le nom français, compris sur toutes les plateformes et montré par Discord.

## Le catalogue

notice-command-position = Ce qu'un État, un bloc ou une personne a fait et dit sur une question, à une date
notice-command-event = Un vote ou un événement : qui a fait quoi, et ce qu'en disent les sources
notice-command-vote = Un vote nominal : le décompte, les listes, les blocs, ou les membres d'un seul bloc
notice-command-voters = Qui a voté ainsi : pour, contre, abstention ou pas de participation
notice-command-digest = Ce qui s'est passé un jour, d'après les sources publiées au plus tard le lendemain
notice-command-compare = Deux acteurs ou plus, côte à côte
notice-command-bloc = Si les membres d'un bloc votent de même, qui s'en écarte et depuis quand
notice-command-shifts = Qui vote autrement que la fois précédente sur le même texte
notice-command-issues = Les questions sur lesquelles on peut demander, et ce qui est au dossier pour chacune
notice-command-find = Notices, textes, acteurs et questions qui répondent à vos mots
notice-command-source = D'où vient une notice : éditeur, date, licence, citations dans leur contexte
notice-command-timeline = Tout ce qui est au dossier sur un acteur, du plus récent au plus ancien
notice-command-changed = Ce qui a été ajouté, corrigé ou retiré ici depuis une date
notice-command-glossary = Ce qu'un mot comme « abstention » ou « à la date du » veut dire ici
notice-command-help = Ce qu'on peut demander, ou comment marche une commande

notice-example-position = /position cambodia ukraine au 4 mars 2022 court
notice-example-event = /event un-es-11-1
notice-example-vote = /vote A/RES/ES-11/1 asean
notice-example-voters = /voters A/RES/ES-11/1 abstention asean
notice-example-digest = /digest 3 mars 2022
notice-example-compare = /compare cambodia vietnam singapore
notice-example-bloc = /bloc asean sur ukraine
notice-example-shifts = /shifts depuis 2015 sur ukraine
notice-example-issues = /issues
notice-example-find = /find cease fire
notice-example-source = /source A/RES/ES-11/1
notice-example-timeline = /timeline cambodia sur ukraine
notice-example-changed = /changed depuis le 1er mars 2025
notice-example-glossary = /glossary abstention
notice-example-help = /help position

notice-param-actor = État, bloc, parti, organe ou personne, sous l'un de ses noms usuels
notice-param-first = Le premier des acteurs à comparer
notice-param-others = Les autres acteurs à comparer, séparés par des virgules
notice-param-issue = Sujet, comme une guerre ou un traité ; à défaut, tous ceux au dossier
notice-param-event = Cote, mots du titre ou identifiant de la notice
notice-param-bloc = Bloc d'États, sous l'un de ses noms usuels
notice-param-since = Premier jour ou année ; à défaut, un an avant le dernier vote nominal
notice-param-changed-since = Premier jour ou année ; à défaut, il y a une semaine
notice-param-text = Cote ou mots du titre du texte mis aux voix
notice-param-voting-bloc = Bloc dont il faut nommer les membres ; à défaut, tous les membres
notice-param-option = Le vote : pour, contre, abstention ou pas de participation
notice-param-as-of = Jour auquel se place la réponse ; à défaut, aujourd'hui
notice-param-known = Ne répondre que d'après ce qui était consigné ici à la fin de ce jour ; à défaut, tout
notice-param-day = Jour à raconter ; à défaut, hier
notice-param-language = Celle de la réponse ; ce qu'on ne sait pas encore y dire est dit en anglais
notice-param-length = Combien en dire : une ligne, court ou long
notice-param-words = Mots à chercher ; une faute de frappe est pardonnée
notice-param-record = Identifiant de la notice, ou cote du texte mis aux voix
notice-param-term = Mot à expliquer ; à défaut, la liste de tous
notice-param-command = Commande à expliquer

## Noms des commandes, des paramètres et des choix

called-command-position = position
called-command-event = événement
called-command-vote = vote
called-command-voters = votants
called-command-digest = bulletin
called-command-compare = comparer
called-command-bloc = bloc
called-command-shifts = revirements
called-command-issues = questions
called-command-find = chercher
called-command-source = source
called-command-timeline = chronologie
called-command-changed = changements
called-command-glossary = glossaire
called-command-help = aide
called-param-actor = acteur
called-param-others = autres
called-param-issue = question
called-param-event = événement
called-param-bloc = bloc
called-param-since = depuis
called-param-text = texte
called-param-option = vote
called-param-as-of = date
called-param-known = connu
called-param-day = jour
called-param-language = langue
called-param-length = longueur
called-param-words = mots
called-param-record = notice
called-param-term = terme
called-param-command = commande
called-choice-line = ligne
called-choice-short = court
called-choice-long = long
called-choice-en = anglais
called-choice-fr = français
called-choice-es = espagnol
called-choice-km = khmer
called-choice-in-favour = pour
called-choice-against = contre
called-choice-abstained = abstention
called-choice-did-not-vote = n'a pas participé au vote

## Aide

notice-help-title = Ce qu'on peut demander
notice-help-lead = Dateline répond d'après des notices relues, avec leurs sources. Chaque phrase d'une réponse en cite une ; ce qui n'est pas consigné n'est pas dit.
notice-help-dash = { " – " }
notice-help-examples = Exemples
notice-help-example = Par exemple : { $example }
notice-help-days = Jours : 2022-03-04, 4 mars 2022, aujourd'hui ou hier. Longueurs : ligne, court, long.
notice-help-more = { $usage } explique une commande.
notice-help-one-title = /{ $name }
notice-help-param-required = { $param } (nécessaire) : { $summary }
notice-help-param-optional = { $param } : { $summary }

## Noms et commandes que personne ne porte, ou que plusieurs portent

notice-unknown-title = Introuvable
notice-unknown-actor = Aucun acteur du registre ne s'appelle « { $typed } ».
notice-unknown-issue = Aucune question du registre ne s'appelle « { $typed } ».
notice-unknown-event = Aucun texte et aucune notice au dossier ne répondent au nom « { $typed } ».
notice-unknown-command = Aucune commande ne s'appelle « { $typed } ».
notice-unknown-term = « { $typed } » n'est pas expliqué ici.
notice-unknown-words = « { $typed } » ne désigne ici ni acteur, ni question, ni jour.
notice-unknown-empty = Ces mots ne contiennent ni lettre ni chiffre dont un nom pourrait être fait.
notice-did-you-mean = Vouliez-vous dire :
notice-see-help = { $usage } montre ce qu'on peut demander.

notice-ambiguous-title = Lequel ?
notice-ambiguous = Plusieurs portent le nom « { $typed } ». Demandez l'un d'eux :
notice-beside-georgia = « { $typed } » est aussi un État des États-Unis, qui n'est pas un acteur ici. Si vous pensez au pays, demandez :
notice-beside-samoa = « { $typed } » peut aussi désigner les Samoa américaines, territoire des États-Unis, qui ne sont pas un acteur ici. Si vous pensez au pays, demandez :
notice-beside-texts = Plusieurs textes répondent à « { $typed } ». Demandez l'un d'eux :
notice-ambiguous-more =
    { $count ->
        [one] { $count } autre texte y répond. Ajoutez un mot de son titre ou l'année, ou demandez-le par sa cote.
       *[other] { $count } autres textes y répondent. Ajoutez un mot du titre ou l'année, ou demandez par la cote.
    }
notice-choice = { $label } : { $command }

## Demandes qu'on ne peut pas comprendre

notice-usage-title = Pas compris
notice-usage-form = Écrivez : { $usage }
notice-usage-example = Par exemple : { $example }
notice-usage-needs = Il manque <{ $param }>.
notice-one-actor = « { $typed } » désigne un second acteur, et il n'y a place que pour un. Pour voir les deux :
notice-no-bloc = { $name } n'est pas un bloc d'États. Pour ses propres votes :
notice-option-unknown = « { $typed } » n'est pas une façon de voter ici. Demandez l'une de celles-ci :
notice-option-missing = Quel vote ? Demandez l'un de ceux-ci :
notice-usage-too-few = Pour comparer, il faut au moins deux acteurs.
notice-usage-same-twice = « { $typed } » désigne un acteur qui est déjà dans cette comparaison.
notice-usage-too-many = On peut comparer { $limit } acteurs au plus.
notice-usage-bad-day = « { $typed } » n'est pas un jour. Écrivez-le comme 2022-03-04 ou 4 mars 2022.
notice-usage-not-a-day = « { $typed } » n'est pas un jour utilisable. Écrivez-le comme 2022-03-04 ou 4 mars 2022.
notice-usage-future-day = « { $typed } » est encore à venir.
notice-usage-bad-length = « { $typed } » n'est pas une longueur. Écrivez ligne, court ou long.
notice-usage-bad-language = « { $typed } » n'est pas une langue dans laquelle on peut demander. Écrivez fr pour le français, en pour l'anglais, es pour l'espagnol, km pour le khmer.
notice-usage-unknown-option = Il n'y a pas d'option « { $typed } » ici. Options : { $options }.
notice-usage-no-options = Il n'y a pas d'option « { $typed } » ici ; cette commande n'en prend aucune.
notice-usage-option-twice = « { $typed } » est donné deux fois.
notice-usage-option-empty = « { $typed } » n'a pas de valeur.

## Chercher et expliquer

notice-find-title = Trouvé pour « { $typed } »
notice-find-nothing = Rien au dossier ne répond à « { $typed } ».
notice-find-more = Il y en a d'autres : ajoutez un mot, ou demandez une réponse plus longue.
notice-find-named = { " " }({ $kind }) : { $command }
notice-find-dated = { " " }({ $kind }, { $day }) : { $command }
notice-kind-state = État
notice-kind-observer = État observateur
notice-kind-body = organisme
notice-kind-former = ancien État
notice-kind-bloc = bloc
notice-kind-organisation = organisation
notice-kind-party = parti
notice-kind-organ = organe
notice-kind-person = personne
notice-kind-mission = mission
notice-kind-issue = question
notice-kind-text = texte
notice-glossary-title = { $term }
notice-glossary-all-title = Mots expliqués ici
notice-glossary-separator = { " · " }
notice-glossary-ask = { $usage } explique l'un d'eux.
notice-glossary-offer = { " " }: { $command }

notice-passages = Dans le texte archivé

## Autres lignes calmes

notice-withheld-title = Retenu
notice-withheld = Cette réponse n'a pas passé sa propre preuve : elle n'est pas montrée. Les notices sur lesquelles elle aurait reposé :
notice-withheld-bare = Cette réponse n'a pas passé sa propre preuve : elle n'est pas montrée.
notice-failed-title = Cela n'a pas marché
notice-failed = Une erreur s'est produite chez nous et rien n'a été répondu. L'opérateur la trouve dans le journal sous { $id }.
notice-restarting-title = Un instant
notice-restarting = Dateline redémarre. Redemandez dans une minute.
notice-old-form = Discord vous a montré une ancienne forme de cette commande. Rechargez Discord et redemandez.

## Libellés que les plateformes ajoutent

notice-as-of = au { $day }
notice-sources = Sources
notice-more = … et { $count } de plus

## La console

notice-console-first = D'abord le bulletin du { $day }, puis /{ $ask }. Demandez de même à l'invite ; /help dit ce qu'on peut demander, /quit termine.
notice-console-closing = Au revoir.

## What can be done with an answer

notice-do-share = Partager dans le salon
notice-do-sources = Sources
notice-do-timeline = Chronologie
notice-do-compare = Comparer avec…
notice-do-shorter = Plus court
notice-do-longer = Plus long
notice-do-language = Langue
notice-do-pick = Choisissez
notice-do-report = Signaler une erreur
notice-do-earlier = Page précédente
notice-do-further = Page suivante
notice-page = Page { $page } sur { $pages }
notice-shared-by = Demandé et partagé par { $who }
notice-shared-failed = Le partage n'est pas possible ici : { $reason }.
notice-shared-refused = Discord a refusé (code { $code })
notice-shared-unsure = Discord n'a pas répondu à temps, le message est peut-être déjà dans le salon. Regardez avant de réessayer
notice-shared-once = Cette réponse a déjà été partagée.
notice-shared-not-allowed = Vous ne pouvez pas écrire dans ce salon : rien n'a été partagé.
notice-form-late = Le formulaire n'a pas pu s'ouvrir à temps. Réessayez.
notice-form-send = Envoyer
notice-form-close = Annuler
notice-compare-title = Comparer
notice-compare-with = Avec qui ?
notice-compare-hint = États, groupes ou personnes, séparés par des virgules
notice-report-title = Signaler une erreur
notice-report-sentence = Quelle phrase ?
notice-report-any = Aucune en particulier
notice-report-words = Qu'est-ce qui ne va pas ?
notice-report-hint = Que faudrait-il lire, et où peut-on le vérifier ?
notice-reported-title = Merci
notice-reported = Votre signalement est conservé sous le numéro { $number }, avec cette réponse et vos mots, sans votre nom. Les personnes qui gèrent Dateline ici le voient.
notice-report-lost-title = Non conservé
notice-report-lost = Votre signalement n'a pas pu être conservé. Réessayez dans quelques minutes.
notice-old-button = Ce bouton vient d'une version plus ancienne de Dateline. Posez la question à nouveau.
notice-admin-report-title = Signalement { $number }
notice-admin-report-words = Un lecteur écrit : « { $words } »
notice-admin-report-sentence = À propos de la phrase : { $sentence }
notice-admin-report-question = Question : { $question }
notice-basis-title = Sources de : { $title }
notice-basis-none = Rien dans cette réponse ne repose sur un document.
notice-basis-sentence = Phrase
notice-basis-records = Repose sur
notice-basis-how = { $command } montre un de ces documents, avec son éditeur, sa date et sa licence.
notice-basis-search = une recherche dans tous les documents
notice-basis-more = { $records } et { $count } de plus

## Ce qu'un texte nomme

notice-menu-spot = Trouver pays et textes
notice-menu-spot-summary = Quels États, blocs, personnes, questions et textes le message nomme, avec ce qu'on peut demander sur chacun
notice-spot-title = Nommés dans ce texte
notice-spot-lead = Noms et cotes exacts, dans l'ordre du texte. Rien n'est deviné.
notice-spot-nothing = Rien dans ce texte n'est le nom exact d'un État, d'un bloc, d'une personne ou d'une question d'ici, ni la cote d'un texte.
notice-spot-several = « { $typed } » est le nom de plusieurs :
notice-spot-separator = { " · " }
notice-spot-not-held = Aucun texte de cote { $symbol } n'est au dossier.
notice-spot-more =
    { $count ->
        [one] Un autre nom figure dans le texte.
       *[other] { $count } autres noms figurent dans le texte.
    }
notice-spot-cut = Le texte est long : ses { $count } premiers caractères ont été lus.

## Les pages où Slack reçoit Dateline

notice-install-title = Ajouter Dateline à Slack
notice-install-about = Dateline dit ce que des gouvernements ont dit et fait, d'après des notices établies avec leurs sources. Chaque phrase est prouvée contre ces notices avant d'être montrée.
notice-install-go = Ajouter à Slack
notice-install-asks-head = Ce qui est demandé
notice-install-asks = Dateline a besoin de deux droits :
notice-install-optional = Ceux-ci sont facultatifs. Slack montre chacun à la page suivante, où vous pouvez l'écarter :
notice-install-scope-commands = pour répondre aux commandes
notice-install-scope-chat-write = pour publier dans les canaux où on l'invite, et écrire à qui le veut
notice-install-scope-channels-history = pour voir si un de ses propres messages est là, quand la réponse de Slack s'est perdue
notice-install-scope-groups-history = de même dans les canaux privés
notice-install-scope-app-mentions-read = pour répondre aux questions qui le mentionnent ; il ne voit aucun autre message
notice-install-scope-im-history = pour répondre aux questions qu'on lui écrit en message direct
notice-install-scope-users-read = pour voir qui est admin et peut programmer des bulletins, et dans quel fuseau chacun se trouve
notice-install-scope-channels-read = pour voir s'il est dans un canal, et qui l'a créé
notice-install-scope-groups-read = de même pour les canaux privés
notice-install-keeps-head = Ce qui est conservé
notice-install-keeps = Le jeton de votre espace de travail, chiffré, son nom et qui a installé Dateline ; et vos réglages et bulletins. Quand vous retirez Dateline, réglages et bulletins sont effacés après 30 jours, le reste aussitôt. Des messages, seul est conservé ce que quelqu'un signale comme erreur.
notice-install-done = Dateline est dans { $name }
notice-install-next-head = Et maintenant
notice-install-step-ask = Tapez `/dateline help` dans n'importe quel canal : la liste de ce qu'on peut demander s'affiche. Les réponses ne sont visibles que de vous.
notice-install-step-invite = Dites `/invite @Dateline` dans chaque canal qui doit recevoir des bulletins.
notice-install-step-schedule = Dites-y `/dateline subscription` pour programmer un bulletin.
notice-install-step-workspaces = Choisissez les espaces de travail de votre organisation qui reçoivent Dateline.
notice-install-open = Ouvrir Slack
notice-install-workspaces = Choisir les espaces de travail
notice-install-again = Recommencer
notice-install-code = Le mot de Slack :
notice-install-declined = Rien n'a été installé
notice-install-declined-do = Vous avez refusé sur la page de Slack, et rien n'a changé. Si vous n'aviez pas le droit d'accepter, demandez à un admin de votre espace de travail d'ouvrir cette page.
notice-install-stale = Cette page a expiré
notice-install-stale-do = Une installation vaut dix minutes, une seule fois, dans le navigateur qui l'a commencée. Rien n'a été installé. Recommencez ici.
notice-install-misconfigured = Dateline est mal réglé
notice-install-misconfigured-do = Slack n'a pas reconnu cette application, et rien n'a été installé. Vous n'y pouvez rien ; qui exploite ce Dateline l'a dans son journal. Prévenez cette personne.
notice-install-slack-down = Slack n'a pas répondu
notice-install-slack-down-do = Rien n'est sûr tant que Slack ne répond pas. Attendez quelques minutes, puis recommencez ; le faire deux fois ne nuit pas.
notice-install-not-kept = Dateline n'a pas pu terminer
notice-install-not-kept-do = Slack a accepté, mais Dateline ne peut pas écrire dans sa base de données en ce moment et ne peut donc pas encore travailler pour vous. Attendez quelques minutes, puis recommencez ; le faire deux fois ne nuit pas.
notice-install-turned-down = Slack a refusé l'installation
notice-install-turned-down-do = Rien n'a été installé. Souvent, un admin de l'espace de travail doit d'abord approuver l'application : demandez-lui d'ouvrir cette page.

## Asking on Slack: the form, its answer, Home, a mention

notice-ask-title = Interroger Dateline
notice-ask-what = Que voulez-vous savoir ?
notice-ask-more = Autres options
notice-ask-send = Demander
notice-ask-needed = Choisissez une entrée, ou dites-le en quelques mots.
notice-ask-type = Tapez quelques lettres
notice-ask-day = Choisir un jour
notice-ask-choose = Choisir
notice-form-back = Retour
notice-form-done = Fermer
notice-answer-coming = La réponse arrive…
notice-share-to = La partager dans une conversation
notice-share-hint = Tous ceux qui s'y trouvent la voient, avec votre nom dessous. Personne n'est notifié.
notice-share-send = Partager
notice-share-done = C'est partagé.
notice-share-coming = Partage en cours ; un instant.
notice-share-lost = Slack ne l'a pas acceptée à cet endroit. Choisissez une autre conversation, ou réessayez.
notice-share-unsure = Slack n'a pas répondu à temps : elle s'y trouve peut-être déjà. Regardez avant de réessayer.
notice-talk-title = Je n'ai pas compris
notice-talk-unknown = Commencez par l'un de mes mots, par exemple « position cambodge ukraine » ou « vote ES-11/1 asean ». « aide » les donne tous.
notice-talk-named = Votre message nomme :
notice-home-lead = Ce que les gouvernements disent, votent et font, chaque phrase avec sa source.
notice-home-ask = Demander
notice-home-example = position cambodge ukraine
notice-home-hint = Commencez par ce que vous voulez savoir : position, comparer, vote, chronologie, chercher…
notice-home-form = Demander par formulaire
notice-home-actor = Position de…
notice-home-text = Un vote…
notice-home-issue = Qui a changé sur…
notice-home-next = Prochains bulletins
notice-home-none = Aucun bulletin n'est encore programmé ici. Qui s'occupe de cet espace de travail peut le faire avec /dateline subscription schedule.
notice-home-schedule = Programmer un bulletin
notice-home-own = Pour vous seul
notice-home-issues = Questions que suivent ces bulletins
notice-home-actors = Acteurs qu'ils suivent
notice-home-help = Aide
notice-home-how = Tapez /dateline position cambodge dans n'importe quelle conversation : la réponse n'est que pour vous tant que vous ne la partagez pas. Choisissez Find countries and texts sous le … d'un message pour voir ce qu'il nomme.
notice-home-settings = Réglages
notice-home-settings-how = Les réglages de cet espace de travail sont changés par qui s'en occupe, avec /dateline settings.

notice-amended = Corrigé le { $day } : voir « Corrections » à la fin.
notice-amended-out = Corrigé le { $day } : ce qui venait d'une notice qui n'est plus tenue pour vraie a été retiré, voir « Corrections » à la fin.
notice-amended-section = Corrections
notice-withdrawn-corrected = Ce message reposait sur une notice corrigée le { $day }. Ce qu'il disait est retiré.
notice-withdrawn-retracted = Ce message reposait sur une notice retirée le { $day }. Ce qu'il disait est retiré.
notice-withdrawn-edited = Ce message reposait sur une notice modifiée le { $day }. Ce qu'il disait est retiré.
notice-withdrawn-gone = Ce message reposait sur une notice qui n'est plus au dossier depuis le { $day }. Ce qu'il disait est retiré.
notice-note-title = Correction : { $title }
notice-note-lead = Une notice sur laquelle repose ce bulletin a été modifiée après sa publication.
notice-note-was = Tel que publié
notice-note-quoted = « { $sentence } »
notice-note-now = Tel qu'il est dit maintenant
notice-note-untold = Cela n'est plus dit.
notice-note-more = { $n ->
    [one] { $n } autre phrase a changé.
   *[other] { $n } autres phrases ont changé.
}
