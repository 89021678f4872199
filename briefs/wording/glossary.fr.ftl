# Ce que les mots veulent dire ici : textes de service, dits par /glossary. Rien ici n'est une affirmation sur le monde.
# Trois messages par terme : son nom, ce qu'on tape d'autre pour lui (séparé par des virgules ; "-" pour rien), son sens.
# Une seconde personne lit chaque texte avant qu'il ne change. Ordre : briefs/wording/glossary.py.

## Votes

gloss-favour-name = pour
gloss-favour-also = oui, en faveur, a voté pour, voix pour
gloss-favour = Le membre a voté oui lors d'un vote nominal.

gloss-against-name = contre
gloss-against-also = non, a voté contre, voix contre
gloss-against = Le membre a voté non lors d'un vote nominal.

gloss-abstained-name = abstention
gloss-abstained-also = s'est abstenu, abstenu, abstenir, s'abstenir
gloss-abstained = Le membre a pris part au vote nominal et n'a choisi ni oui ni non. C'est un vote exprimé ; il n'est jamais raconté comme une opposition ni comme un soutien.

gloss-absent-name = n'a pas participé au vote
gloss-absent-also = absent, non votant, pas participé, n'a pas voté
gloss-absent = Le membre pouvait voter, et la source le range parmi ceux qui ne l'ont pas fait. Pourquoi n'est pas dit : il a pu être absent, se tenir à l'écart à dessein ou avoir perdu son droit de vote pour arriérés. Ce n'est pas une abstention.

gloss-no-row-name = aucun vote dans le fichier des votes
gloss-no-row-also = pas de ligne, ligne manquante, laissé de côté
gloss-no-row = Le fichier des votes importé n'a pas de ligne pour ce membre lors de ce vote nominal. Le fichier ne dit pas s'il était absent, sans droit de vote ou oublié par erreur ; ce n'est donc pas raconté comme « n'a pas participé au vote ».

gloss-not-member-name = pas encore membre
gloss-not-member-also = non membre, sans siège, avant l'adhésion
gloss-not-member = Le jour du vote, l'État n'était pas membre de l'organe qui votait, d'après les appartenances datées du registre. Il n'avait pas de voix à donner.

gloss-has-no-vote-name = sans droit de vote
gloss-has-no-vote-also = observateur, État observateur, pas de voix
gloss-has-no-vote = Les observateurs, les blocs, les partis et les personnes n'ont pas de voix à l'Assemblée générale. Un bloc est raconté par les votes de ses membres.

gloss-roll-call-name = vote nominal
gloss-roll-call-also = vote enregistré, vote par appel nominal, scrutin
gloss-roll-call = Un vote avec la liste de qui a voté comment. Dateline en tient certains dans ses propres notices et, là où un opérateur l'a importé, le fichier des votes de la Bibliothèque numérique de l'ONU.

gloss-part-name = vote sur une partie
gloss-part-also = vote sur un paragraphe, vote séparé, vote sur un amendement
gloss-part = Un vote nominal sur un paragraphe d'un texte ou sur un amendement, et non sur le texte lui-même. Il est raconté à part et ne compte dans aucun chiffre.

gloss-adopted-name = adopté
gloss-adopted-also = rejeté, adoption, adopté sans vote, consensus
gloss-adopted = Dateline ne conclut pas d'un décompte qu'un texte a été adopté ou rejeté : les majorités diffèrent selon l'organe et la question. Les textes adoptés sans vote ne figurent dans aucun vote nominal, donc dans aucun chiffre.

gloss-tally-name = décompte
gloss-tally-also = résultat, totaux, nombre de voix
gloss-tally = Les nombres qu'une source imprime pour un vote, toujours dans cet ordre : pour, contre, abstentions et, là où la source le sait, ceux qui n'ont pas participé. Si les lignes et les totaux diffèrent, la réponse le dit.

gloss-veto-name = veto
gloss-veto-also = droit de veto
gloss-veto = Un membre permanent du Conseil de sécurité a voté contre et a ainsi arrêté un texte. Il n'est raconté que là où une notice le dit.

## Chiffres

gloss-agreement-name = votes identiques
gloss-agreement-also = accord, votent de même, même vote, concordance
gloss-agreement = Lors de combien de votes nominaux deux membres ou plus ont donné le même vote, sur ceux où tous ont voté pour, contre ou se sont abstenus. Le nombre précède la part. Ne pas participer n'est ni un accord ni un désaccord.

gloss-opposed-name = votes opposés
gloss-opposed-also = opposé, l'un pour l'autre contre
gloss-opposed = De deux membres, l'un a voté pour et l'autre contre. Un vote pour à côté d'une abstention n'est pas identique, et n'est pas opposé non plus.

gloss-cohesion-name = cohésion
gloss-cohesion-also = unité, unité d'un bloc, s'écarter, rompre les rangs
gloss-cohesion = Combien un bloc vote de même : lors de combien de votes nominaux tous ses membres de ce jour qui ont exprimé un vote ont donné le même. Qui s'en écarte est compté par les votes qui diffèrent du plus grand groupe du bloc.

gloss-shift-name = changement de vote
gloss-shift-also = revirement, a changé de vote, vote autrement
gloss-shift = Le vote d'un membre diffère du dernier qu'il a exprimé sur le même texte ou, parmi les votes importés, sur un texte du même titre. Les deux jours sont donnés. Ne pas participer n'est d'aucun côté, et de personne il n'est dit qu'il s'est « déjugé ».

gloss-bloc-name = bloc
gloss-bloc-also = groupe, groupe d'États, groupe régional
gloss-bloc = Un groupe d'États du registre, avec des membres datés : chaque vote est raconté avec les membres de son jour.

## Ce qu'une réponse dit, et ce qu'elle ne dit pas

gloss-position-name = position
gloss-position-also = attitude, ligne suivie
gloss-position = Ce à quoi se ramènent, à une date, les actes consignés d'un acteur sur une question, du plus récent au plus ancien, avec les pièces. Ce n'est pas un avis sur ce que pense l'acteur.

gloss-brief-name = réponse
gloss-brief-also = note, brève, exposé
gloss-brief = Un texte court dont chaque phrase repose sur des notices nommées et a été prouvée d'après elles avant d'être montrée.

gloss-digest-name = bulletin
gloss-digest-also = bulletin quotidien, nouvelles, actualités
gloss-digest = Ce qui est nouveau : d'un jour, ou de ce qui est entré dans les archives depuis le bulletin précédent. Il peut être vide, et le dit alors.

gloss-timeline-name = chronologie
gloss-timeline-also = historique, histoire
gloss-timeline = Tout ce qui est au dossier sur un acteur, du plus récent au plus ancien, une ligne par acte ou par vote. D'un fichier de votes importé, elle donne les changements et non chaque vote.

gloss-record-name = notice
gloss-record-also = fiche, enregistrement, entrée
gloss-record = Ce qu'un rédacteur a consigné d'un acte : qui, quoi, quand, d'après quelle source, avec les mots exacts de la source qui le montrent. Une seconde personne la relit avant publication.

gloss-source-name = source
gloss-source-also = éditeur, d'où cela vient
gloss-source = Le document sur lequel repose une notice, avec son éditeur, sa date, son adresse et sa licence. Là où son texte a été archivé, le SHA-256 de ce texte est conservé : chacun peut vérifier si une copie est la même.

gloss-cite-name = renvoi
gloss-cite-also = référence, identifiant de notice
gloss-cite = L'identifiant d'une notice sur laquelle une phrase repose. Une phrase renvoie à toutes les notices qu'il lui faut et à aucune dont elle pourrait se passer.

gloss-measure-name = texte
gloss-measure-also = résolution, projet, texte mis aux voix
gloss-measure = Un texte mis aux voix, comme un projet de résolution. Sa cote est imprimée là où un vote nominal sur lui est au dossier.

gloss-issue-name = question
gloss-issue-also = sujet, thème
gloss-issue = Ce sur quoi portent des textes et des actes, comme une guerre ou un traité. Les textes importés s'y rangent par des règles écrites, que `dateline issues` imprime.

gloss-co-sponsor-name = coauteur
gloss-co-sponsor-also = coparrainer, coparrain, coparrainage, se porter coauteur
gloss-co-sponsor = Un État qui a mis son nom à un projet de texte, lors du dépôt ou plus tard. Ce n'est pas un vote : celui d'un coauteur n'est raconté que là où il est consigné.

gloss-quotation-name = citation
gloss-quotation-also = citer, discours direct, guillemets
gloss-quotation = Les mots entre guillemets sont dans la source lettre pour lettre. Une citation est donnée entière, avec qui l'a dite et par qui elle est parvenue, et n'est jamais coupée.

gloss-paraphrase-name = paraphrase
gloss-paraphrase-also = reformulation, mots du rédacteur
gloss-paraphrase = La formulation courte, par un rédacteur, de ce que dit une source. Elle est imprimée lettre pour lettre telle qu'elle a été relue ; si elle est juste, c'est au second lecteur d'en juger, car aucune machine ne peut le prouver.

gloss-among-name = parmi
gloss-among-also = dont, entre autres
gloss-among = La source nomme quelques-uns d'une liste plus longue. Sans « parmi », la liste est entière.

gloss-silence-name = rien n'est consigné
gloss-silence-also = silence, aucun vote consigné, rien au dossier
gloss-silence = Une recherche dans tout ce qui est au dossier n'a rien trouvé. Cela se dit des sources au dossier, jamais du monde : l'acte a pu avoir lieu et ne figurer dans aucune notice d'ici.

gloss-on-file-name = également au dossier
gloss-on-file-also = au dossier, seulement au dossier
gloss-on-file = Une notice existe qu'aucune phrase ne peut raconter sans taire quelque chose qu'elle doit dire. Elle est nommée, pour que vous la consultiez avec `/source`.

## Temps et état

gloss-as-of-name = à la date du
gloss-as-of-also = au, date demandée
gloss-as-of = Le jour auquel la réponse se place. Elle repose sur ce qui s'était passé et avait été publié à la fin de ce jour, quoi qu'il soit venu ensuite.

gloss-known-name = connu
gloss-known-also = consigné au, connu à cette date
gloss-known = L'instant auquel ces archives devaient tenir une notice pour qu'une réponse s'en serve ; sans autre précision, maintenant. Avec « à la date du », il rend une réponse telle qu'elle était alors.

gloss-recorded-name = consigné
gloss-recorded-also = enregistré, saisi, tenu depuis
gloss-recorded = Quand ces archives ont tenu une notice pour la première fois. Ce peut être longtemps après l'acte et sa publication : ce qui a été publié plus de sept jours avant reçoit réponse, et n'est pas une nouvelle.

gloss-correction-name = correction
gloss-correction-also = corrigé, retiré, révision, rectification
gloss-correction = Une notice qui prend la place d'une autre et dit pourquoi. L'autre reste au dossier et n'est plus racontée.

gloss-embargo-name = embargo
gloss-embargo-also = sous embargo
gloss-embargo = Un instant avant lequel une notice n'est montrée à personne.

gloss-withheld-name = retenu
gloss-withheld-also = pas montré, n'a pas passé la preuve
gloss-withheld = Une réponse dont une phrase n'a pu être prouvée n'est pas montrée du tout : vous recevez les identifiants de ses notices, et l'opérateur la raison.

gloss-proved-name = prouvé
gloss-proved-also = preuve, vérifié, contrôlé
gloss-proved = Un second lecteur dans le programme, qui ne partage aucun code avec le rédacteur, a relu la phrase finie et retrouvé chaque nom, nombre, jour et citation dans les notices auxquelles elle renvoie. Que la source ait raison n'est pas prouvé.
