# Français : d'où vient un acte, et ce qui est au dossier d'un acteur dans l'ordre des jours.
# Chaque message est une phrase ou une ligne entière et doit avoir sa phrase signée. Style : docs/style.md.

## La source d'un acte

source-published = Publié par { $publisher } le { $day } : « { $title } »
source-filed = Publié par { $publisher } le { $day }, dans son fichier des votes
source-terms = Licence : { $terms }
source-hash = SHA-256 du texte archivé : { $hash }
source-hash-file = SHA-256 du fichier importé : { $hash }
source-unhashed = Aucun texte archivé de cette source n'est au dossier.
source-fetched = Consulté le { $day }
source-replaces = Remplace { $record } ; motif : « { $reason } »

## Ce qui est au dossier d'un acteur, du plus récent au plus ancien

title-timeline = { $actor } · chronologie jusqu'au { $day }
title-timeline-issue = { $actor } · { $issue } · chronologie jusqu'au { $day }
timeline-vote = { $Actor } { $did }, « { $title } ».
timeline-shift = { $Actor } { $did }, « { $title } » ; le { $day }, { $Actor-form ->
    [fs] elle
    [mp] ils
    [fp] elles
   *[other] il
} { $had }.
timeline-sponsor = { $Actor } { $Actor-form ->
    [mp] figurent
    [fp] figurent
   *[other] figure
} parmi les { $n } auteurs que nomme le projet de résolution « { $title } ».
timeline-more = { $n ->
    [1] 1 autre acte ou vote est au dossier.
   *[other] { N($n, "autres actes ou votes", "autres actes ou votes") } sont au dossier.
}
timeline-shifts = Du fichier des votes importé, seuls les changements les plus récents sont cités, et non chaque vote.
