# Français : ce qui a changé ici depuis un jour, et ce qui était consigné à un instant.
# Chaque message est une phrase ou une ligne entière et doit avoir sa phrase signée. Style : docs/style.md.

## Ce qui était consigné, et quand

footer-sources-known = Sources jusqu'au { $day }, état du dossier au { $known }
footer-compiled-known = Établi d'après des sources jusqu'au { $day }, état du dossier au { $known }
footer-none-known = Aucune source au dossier au { $known }
footer-none-begun = Aucune source au dossier au { $known } : ce dossier a été ouvert le { $born }
known-at = { $day } à { $time } UTC

## Ce qui a changé depuis un jour

title-changes = Changements au dossier depuis le { $day }
changes-none = Rien n'a été ajouté, corrigé ni retiré depuis le { $day }.
changes-counts = Notices depuis le { $day } : { $counts }.
changes-count-added = { N($n, "ajoutée", "ajoutées") }
changes-count-corrected = { N($n, "corrigée", "corrigées") }
changes-count-retracted = { N($n, "retirée", "retirées") }
changes-count-edited = { N($n, "modifiée sans remplacement", "modifiées sans remplacement") }
changes-count-gone = { N($n, "qui n'est plus au dossier", "qui ne sont plus au dossier") }
changes-began = { $n ->
    [0] Ce dossier a été ouvert le { $day } sans aucune notice.
   *[other] Ce dossier a été ouvert le { $day } avec { N($n, "notice", "notices") }.
}
changes-imported = Le fichier des votes a été importé le { $day } : { N($n, "vote nominal", "votes nominaux") }.
changes-added = Ajouté le { $day } d'après { $publisher }, « { $title } », { $published } : { $records }
changes-added-calls = Ajouté le { $day }, votes enregistrés : { $records }
changes-corrected = Corrigé le { $day } : { $records } remplace { $older } ({ $publisher }, { $published }) ; motif : « { $reason } »
changes-retracted = Retiré le { $day } : { $records } ({ $publisher }, { $published }) ; motif : « { $reason } »
changes-edited = Modifié sans remplacement le { $day } : { $records } ({ $publisher }, { $published })
changes-gone = N'est plus au dossier depuis le { $day } : { $records } ({ $publisher }, { $published })
changes-more = { $n ->
    [1] 1 autre changement est au dossier.
   *[other] { N($n, "autre changement", "autres changements") } sont au dossier.
}

## L'histoire d'une notice

record-since = Consigné ici le { $day }
