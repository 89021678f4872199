# Español: las frases de las respuestas. Cada mensaje es una frase entera y tiene su frase firmada del mismo sentido. Las funciones
# (OF, AT, TO, AND, LOW, N, VERB, DEC) están en spanish.py. Los títulos y las citas conservan su lengua y van entre comillas angulares,
# las primeras que recomiendan las academias: así, las comillas que un título lleve dentro no se confunden con las nuestras.

## Palabras pequeñas

when-day = el { $day }
when-week = en la semana del { $day }
when-no-later-than = a más tardar el { $day }
when-month = en { $month }
when-year = en { $year }
voted-favour = { $form ->
    [mp] votaron a favor
    [fp] votaron a favor
   *[ms] votó a favor
}
voted-against = { $form ->
    [mp] votaron en contra
    [fp] votaron en contra
   *[ms] votó en contra
}
voted-abstained = { $form ->
    [mp] se abstuvieron
    [fp] se abstuvieron
   *[ms] se abstuvo
}
voted-absent = { $form ->
    [mp] no votaron
    [fp] no votaron
   *[ms] no votó
}
voted-favour-of = { voted-favour } de { $text }
voted-against-of = { voted-against } de { $text }
voted-abstained-of = { voted-abstained } en la votación de { $text }
voted-absent-of = { $form ->
    [mp] no participaron
    [fp] no participaron
    [none] dejó de participar
   *[ms] no participó
} en la votación de { $text }
had-favour = { $form ->
    [mp] habían votado a favor
    [fp] habían votado a favor
   *[ms] había votado a favor
}
had-against = { $form ->
    [mp] habían votado en contra
    [fp] habían votado en contra
   *[ms] había votado en contra
}
had-abstained = { $form ->
    [mp] se habían abstenido
    [fp] se habían abstenido
   *[ms] se había abstenido
}
had-absent = { $form ->
    [mp] no habían votado
    [fp] no habían votado
   *[ms] no había votado
}
had-favour-of = { had-favour } de { $text }
had-against-of = { had-against } de { $text }
had-abstained-of = { had-abstained } en la votación de { $text }
had-absent-of = { $form ->
    [mp] no habían participado
    [fp] no habían participado
   *[ms] no había participado
} en la votación de { $text }
times = { $n ->
    [1] una vez
   *[other] { N($n, "veces", "veces") }
}
share-favour = { voted-favour } en { $n }
share-against = { voted-against } en { $n }
share-abstained = { voted-abstained } en { $n }
share-absent = { voted-absent } en { $n }
share-all-favour = { voted-favour } en cada una
share-all-against = { voted-against } en cada una
share-all-abstained = { voted-abstained } en cada una
share-all-absent = { voted-absent } en ninguna
recent-favour = a favor de { $texts }
recent-against = en contra de { $texts }
recent-abstained = abstención en { $texts }
recent-absent = sin votar en { $texts }
group-favour = { $n } a favor
group-against = { $n } en contra
group-abstained = { N($n, "abstención", "abstenciones") }
group-absent = { $n } sin votar
group-no-row = { $n } sin voto en el fichero
group-none = { $n } sin derecho de voto
group-named = { $group } ({ $names })
language = Los títulos de los textos y las citas están en inglés, la lengua de su fuente.

## Los votos de un actor

votes-line = { $Actor } { $first } de las { $n } votaciones nominales del archivo sobre { LOW($issue) }{ $rest }. En la más reciente, el { $day }: { $recent }.
votes-line-newest = { $Actor } { $first } de las { $n } votaciones nominales del archivo sobre { LOW($issue) }{ $rest }. La más reciente es del { $day }.
votes-line-one = { $Actor } { $voted } el { $day }, única votación nominal del archivo sobre { LOW($issue) }.
votes-counts = { $n ->
    [1] En la única votación nominal del archivo sobre esta cuestión, { $actor } { $counts }.
   *[other] De las { $n } votaciones nominales del archivo sobre esta cuestión, { $actor } { $counts }.
}
votes-change = El { $day }, { $actor } { $now }; el { $before } { $had }.
vote-favour = { $day }: a favor de { $symbol }, { $tally } («{ $title }»)
vote-against = { $day }: en contra de { $symbol }, { $tally } («{ $title }»)
vote-abstained = { $day }: abstención en { $symbol }, { $tally } («{ $title }»)
vote-absent = { $day }: sin votar en { $symbol }, { $tally } («{ $title }»)
vote-none = { $day }: no era miembro, { $symbol }, { $tally } («{ $title }»)
vote-no-row = { $day }: ningún voto en el fichero de votaciones, { $symbol }, { $tally } («{ $title }»)
votes-heading = Votos, del más reciente al más antiguo (a favor–en contra–abstenciones–sin votar)
votes-heading-short = Votos más recientes, y otros anteriores que difieren (a favor–en contra–abstenciones–sin votar)
sponsor-added = También { $form ->
    [mp] copatrocinaron
    [fp] copatrocinaron
   *[ms] copatrocinó
} { $symbol }, tras la presentación del proyecto.
sponsor-draft = También { $form ->
    [mp] copatrocinaron
    [fp] copatrocinaron
   *[ms] copatrocinó
} { $symbol }, entre los { $n } autores nombrados en el proyecto.
sponsor-also = También { $form ->
    [mp] copatrocinaron
    [fp] copatrocinaron
   *[ms] copatrocinó
} { $symbol }.
coverage = En el archivo constan votos emitidos sobre { $n } de los { $of } textos relativos a esta cuestión.
coverage-until = Las votaciones nominales del archivo llegan hasta el { $day }; las posteriores no figuran en él.
bloc-vote = { $day }, { $symbol }, «{ $title }»: de { $n } miembros { OF($bloc) }, { $groups }
bloc-on = { $bloc }, { $symbol }: de { $n } miembros, { $groups }.

## Cientos de votaciones nominales a la vez

rolls-counts-issue = { $n ->
    [1] En la única votación nominal del archivo sobre esta cuestión, { $actor } { $counts }.
   *[other] De las { N($n, "votaciones nominales", "votaciones nominales") } del archivo sobre esta cuestión, { $actor } { $counts }{ $rest }.
}
rolls-counts-issue-member = { $n ->
    [1] En la única votación nominal del archivo sobre esta cuestión celebrada cuando el país era miembro, { $actor } { $counts }.
   *[other] De las { N($n, "votaciones nominales", "votaciones nominales") } del archivo sobre esta cuestión celebradas cuando el país era miembro, { $actor } { $counts }{ $rest }.
}
rolls-counts-all = { $n ->
    [1] En la única votación nominal del archivo, { $actor } { $counts }.
   *[other] De las { N($n, "votaciones nominales", "votaciones nominales") } del archivo, { $actor } { $counts }{ $rest }.
}
rolls-counts-all-member = { $n ->
    [1] En la única votación nominal del archivo celebrada cuando el país era miembro, { $actor } { $counts }.
   *[other] De las { N($n, "votaciones nominales", "votaciones nominales") } del archivo celebradas cuando el país era miembro, { $actor } { $counts }{ $rest }.
}
rolls-rest = { $n ->
    [1] . En la otra, el fichero de votaciones no tiene ningún voto del país
   *[other] . En las otras { N($n, "", "") }, el fichero de votaciones no tiene ningún voto del país
}
rolls-none-issue = { $n ->
    [1] El fichero de votaciones no tiene ningún voto { OF($actor) } en la única votación nominal del archivo sobre esta cuestión celebrada cuando el país era miembro.
   *[other] El fichero de votaciones no tiene ningún voto { OF($actor) } en las { N($n, "votaciones nominales", "votaciones nominales") } del archivo sobre esta cuestión celebradas cuando el país era miembro.
}
rolls-none-all = { $n ->
    [1] El fichero de votaciones no tiene ningún voto { OF($actor) } en la única votación nominal del archivo celebrada cuando el país era miembro.
   *[other] El fichero de votaciones no tiene ningún voto { OF($actor) } en las { N($n, "votaciones nominales", "votaciones nominales") } del archivo celebradas cuando el país era miembro.
}
rolls-never-issue = { $n ->
    [1] La única votación nominal del archivo sobre esta cuestión no se celebró en el tiempo de la pertenencia { OF($actor) } a la ONU.
   *[other] Ninguna de las { N($n, "votaciones nominales", "votaciones nominales") } del archivo sobre esta cuestión se celebró en el tiempo de la pertenencia { OF($actor) } a la ONU.
}
rolls-never-all = { $n ->
    [1] La única votación nominal del archivo no se celebró en el tiempo de la pertenencia { OF($actor) } a la ONU.
   *[other] Ninguna de las { N($n, "votaciones nominales", "votaciones nominales") } del archivo se celebró en el tiempo de la pertenencia { OF($actor) } a la ONU.
}
rolls-parts = Sobre { LOW($issue) }, los votos { OF($actor) } en las fuentes del archivo se refieren solo a partes de textos.
rolls-line = { $n ->
    [1] { $Actor } { $counts } en la única votación nominal del archivo sobre { LOW($issue) } celebrada cuando el país era miembro, el { $day }.
   *[other] { $Actor } { $counts } de las { N($n, "votaciones nominales", "votaciones nominales") } del archivo sobre { LOW($issue) } celebradas cuando el país era miembro{ $rest }. La más reciente de esas votaciones nominales es del { $day }.
}
rolls-moved = El { $day }, { $actor } { $now }, «{ $title }». En la votación anterior del archivo sobre un texto con ese título, el { $before }, { $had }.
rolls-heading = Últimos votos (a favor–en contra–abstenciones–sin votar)
rolls-heading-three = Últimos votos (a favor–en contra–abstenciones)
rolls-all = Todas las votaciones nominales del archivo
rolls-coverage = En el archivo constan votos emitidos sobre { N($n, "", "") } de los { N($of, "textos", "textos") } relativos a esta cuestión.
rolls-until = El fichero de votaciones importado va del { $first } al { $last }.

## Un bloque en todas las votaciones; quién vota de otro modo que la última vez; qué hay en el archivo

bloc-all = En { $share } del archivo en que emitieron voto al menos dos miembros { OF($bloc) }, coincidieron todos esos votos.
bloc-issue = En { $share } del archivo sobre { LOW($issue) } en que emitieron voto al menos dos miembros { OF($bloc) }, coincidieron todos esos votos.
bloc-all-never = { $n ->
    [1] En { $calls } del archivo en que emitieron voto al menos dos miembros { OF($bloc) }, no coincidieron todos esos votos.
   *[other] En ninguna de las { N($n, "votaciones nominales", "votaciones nominales") } del archivo en que emitieron voto al menos dos miembros { OF($bloc) } coincidieron todos esos votos.
}
bloc-issue-never = { $n ->
    [1] En { $calls } del archivo sobre { LOW($issue) } en que emitieron voto al menos dos miembros { OF($bloc) }, no coincidieron todos esos votos.
   *[other] En ninguna de las { N($n, "votaciones nominales", "votaciones nominales") } del archivo sobre { LOW($issue) } en que emitieron voto al menos dos miembros { OF($bloc) } coincidieron todos esos votos.
}
bloc-all-few = En { $calls } del archivo emitieron voto menos de dos miembros { OF($bloc) }.
bloc-issue-few = En { $calls } del archivo sobre { LOW($issue) } emitieron voto menos de dos miembros { OF($bloc) }.
bloc-index = El índice medio de acuerdo (Hix, Noury y Roland) es { DEC($index) }: 1 significa unanimidad; 0, un reparto igual entre a favor, en contra y abstención.
bloc-ranks = Se apartan más a menudo, con un voto distinto al del grupo más numeroso: { $ranks }.
bloc-split-last = Última división: el { $day }.
bloc-span = { $n ->
    [1] Esa votación es del { $first }; la composición es la de ese día.
   *[other] La primera de esas votaciones es del { $first } y la más reciente, del { $last }; la composición es la de cada día.
}
bloc-stood = La composición { OF($bloc) }, tal como consta en el archivo, es la misma desde el { $day }.
bloc-divided = { $day }, { $symbol }, «{ $title }»: de { $n } miembros, { $groups }
bloc-divided-again = { $day }, { $symbol }, un texto con el mismo título: de { $n } miembros, { $groups }
bloc-splits-heading = Divisiones más recientes
bloc-outside = La abstención es un voto emitido; los textos aprobados sin votación no se cuentan.
share-some = { N($n, "", "") } de las { N($of, "votaciones nominales", "votaciones nominales") } ({ DEC($percent) })
share-all = { $of ->
    [1] la única votación nominal
   *[other] las { N($of, "votación nominal", "votaciones nominales") }
}
the-calls = { $n ->
    [1] la única votación nominal
   *[other] las { N($n, "votación nominal", "votaciones nominales") }
}
each-call = { $n ->
    [1] la única votación nominal
   *[other] cada una de las { N($n, "votación nominal", "votaciones nominales") }
}
rank = { $actor } ({ N($n, "voto", "votos") } de { N($of, "", "") }, { DEC($percent) })
silence-rolls-all = En las fuentes del archivo no consta ninguna votación nominal.
silence-rolls-issue = En las fuentes del archivo no consta ninguna votación nominal sobre { LOW($issue) }.
shifts-all = En { $calls } del archivo desde el { $day }, algunos miembros votaron { $times } de otro modo que en su voto anterior del archivo sobre un texto de igual título, en { $texts }.
shifts-issue = En { $calls } del archivo sobre { LOW($issue) } desde el { $day }, algunos miembros votaron { $times } de otro modo que en su voto anterior del archivo sobre un texto de igual título, en { $texts }.
shifts-all-none = En { $calls } del archivo desde el { $day }, ningún miembro votó de otro modo que en su voto anterior del archivo sobre un texto de igual título.
shifts-issue-none = En { $calls } del archivo sobre { LOW($issue) } desde el { $day }, ningún miembro votó de otro modo que en su voto anterior del archivo sobre un texto de igual título.
shifts-all-quiet = Ninguna votación nominal del archivo es del { $day } o posterior.
shifts-issue-quiet = Ninguna votación nominal del archivo sobre { LOW($issue) } es del { $day } o posterior.
shifts-text = { $day }, { $symbol }, «{ $title }», comparado con { $last } del { $before }: { $groups }
shifts-text-also = { $day }, { $symbol }, comparado con { $last } del { $before }: { $groups }
shifts-group = { N($n, "miembro", "miembros") } que { $had } { $did }
shifts-votes = Una ausencia no es un voto: quien faltó la vez anterior se compara con la vez precedente.
shifts-year = Sin día inicial se toma el año anterior a la votación nominal más reciente del archivo.
shifts-heading = Textos más recientes
shifts-title = Cambios desde el { $day }
shifts-title-issue = Cambios desde el { $day } · { $issue }
shifts-title-none = Cambios
shifts-title-none-issue = Cambios · { $issue }
texts = { $n ->
    [1] un texto
   *[other] { N($n, "texto", "textos") }
}
issues-title = Cuestiones
issues-lead = El archivo contiene votaciones nominales u otros actos sobre { $n } de las { $of } cuestiones que se pueden consultar.
issues-none = El archivo no contiene nada sobre ninguna de las { $of } cuestiones que se pueden consultar.
issues-held = { $issue }: { $holding }, del { $first } al { $last }
issues-held-day = { $issue }: { $holding }, el { $first }
issues-more = La forma larga las enumera todas.
issues-others = Otras cuestiones que se pueden consultar
issues-other = { $issue }
holding-calls = { N($n, "votación nominal", "votaciones nominales") }
holding-records = { N($n, "acto", "actos") }
holding-others = { N($n, "otro acto", "otros actos") }

## Silencios y actos del archivo

no-vote = En las fuentes del archivo no consta ningún voto { OF($actor) }.
no-vote-on = En las fuentes del archivo no consta ningún voto { OF($actor) } sobre { LOW($issue) }.
no-statement = En las fuentes del archivo no consta ninguna declaración { OF($actor) }.
no-record = En las fuentes del archivo no consta ningún acto { OF($actor) } sobre { LOW($issue) }.
no-record-at-all = En las fuentes del archivo no consta ningún acto { OF($actor) }.
observer = No consta ningún voto { OF($actor) }: un Estado observador no tiene derecho de voto { AT($body) }.
no-such-record = El acto { $record } no consta en el archivo a fecha del { $day }.
no-event = En las fuentes del archivo no consta ninguna votación sobre este texto: «{ $title }».
on-file = También en el archivo: { $record }, { $publisher }, { $day }.
position-more = { $n ->
    [1] En el archivo consta 1 acto o voto más { OF($actor) }.
   *[other] En el archivo constan { N($n, "actos o votos", "actos o votos") } más { OF($actor) }.
}
position-more-on = { $n ->
    [1] En el archivo consta 1 acto o voto más { OF($actor) } sobre { LOW($issue) }.
   *[other] En el archivo constan { N($n, "actos o votos", "actos o votos") } más { OF($actor) } sobre { LOW($issue) }.
}
position-others = Para ver los demás, pregunte por una sola cuestión o a una fecha anterior.
position-older = Para ver los más antiguos, pregunte a una fecha anterior.

## Actos que un artículo cuenta

cosponsor-line = { $Actor } { PL($Actor-form, "copatrocinó", "copatrocinaron") } { $label }; { $body } votó al respecto el { $day }.
cosponsor-tally = { $Actor } { PL($Actor-form, "copatrocinó", "copatrocinaron") } { $label }; { $n } países votaron a favor { AT($body) } el { $day }.
cosponsor-draft = { $Actor } { PL($Actor-form, "figura", "figuran") } entre los { $n } autores que nombra el proyecto de resolución «{ $title }».
cosponsor-asserted = { $Actor } { PL($Actor-form, "copatrocinó", "copatrocinaron") } { $label }, según { $claimant }; { $body } votó al respecto el { $day }.
listed-favour = En la votación del { $day } { AT($body) } sobre { $label }, { RUN($Actor) } { PL($Actor-form, "votó", "votaron") } a favor.
listed-against = En la votación del { $day } { AT($body) } sobre { $label }, { RUN($Actor) } { PL($Actor-form, "votó", "votaron") } en contra.
listed-abstained = En la votación del { $day } { AT($body) } sobre { $label }, { RUN($Actor) } se { PL($Actor-form, "abstuvo", "abstuvieron") }.
quote-said = «{ $quote }», { PL($speaker-form, "dijo", "dijeron") } { $speaker } { $when }.
quote-via = «{ $quote }», { PL($speaker-form, "dijo", "dijeron") } { $speaker } { $when }, según { BY($chain) } { $organ }.
quote-medium-via = «{ $quote }», { PL($speaker-form, "dijo", "dijeron") } { $speaker } en { $medium }, según { BY($chain) } { $organ }.
digest-quote = «{ $quote }», { PL($speaker-form, "dijo", "dijeron") } { $speaker }.
digest-quote-via = «{ $quote }», { PL($speaker-form, "dijo", "dijeron") } { $speaker }, según { BY($chain) } { $organ }.
requested = { SUBJ($Speaker, "dijo") } que { $askers } { PL($askers-form, "había", "habían") } solicitado ese paso.
requested-why = { SUBJ($Speaker, "dijo") } que { $askers } { PL($askers-form, "había", "habían") } solicitado ese paso, y que { $saying }.
requested-of = { SUBJ($Speaker, "dijo") } que { $askers } { PL($askers-form, "había", "habían") } solicitado { TO($actor) } que { PL($actor-form, "copatrocinara", "copatrocinaran") } { $object }.
requested-it = { SUBJ($Speaker, "dijo") } que { $askers } { PL($askers-form, "había", "habían") } solicitado { TO($actor) } que { PL($actor-form, "copatrocinara", "copatrocinaran") } { $object }.
was-asked = { SUBJ($Speaker, "dijo") } el { $day } que { $askers } { PL($askers-form, "había", "habían") } solicitado { TO($actor) } que { PL($actor-form, "copatrocinara", "copatrocinaran") } { $label }.
seek = { SUBJ($Speaker, "dijo") } que { $actor } { PL($actor-form, "debatía", "debatían") } con otros miembros { OF($bloc) } { $what }.
seek-on = { SUBJ($Speaker, "dijo") } el { $day } que { $actor } { PL($actor-form, "debatía", "debatían") } con otros miembros { OF($bloc) } { $what }.
seek-none = { SUBJ($Speaker, "dijo") } que { $actor } { PL($actor-form, "debatía", "debatían") } con otros miembros { OF($bloc) } { $what }; no consta en el archivo que se haya emitido.
bloc-listed = { CAP($members) }, { PL($members-form, "miembro", "miembros") } { OF($bloc) }, { $voted }.
welcomed-statement = { $Actor } { PL($Actor-form, "acogió", "acogieron") } con satisfacción la declaración.
opposition = { $Party }, { $standing }, { PL($Party-form, "condenó", "condenaron") } { $what }.
opposition-also = { $Party }, { $standing }, también { PL($Party-form, "condenó", "condenaron") } { $what }.
opposition-person = { $Person }, { OF($party) }, { $standing }, condenó { $what }.
sanction-citing = { CAP($when) }, { RUN($Actor) } { PL($Actor-form, "impuso", "impusieron") } sanciones { $form } { TO($target) }; { $holder }, invocó «{ $quote }».
holder = su { $role }, { $name }
had-sanctioned = El { $day }, { RUN($Actor) } { PL($Actor-form, "había", "habían") } impuesto sanciones { $form } { TO($target) }.
had-sanctioned-plain = El { $day }, { RUN($Actor) } { PL($Actor-form, "había", "habían") } impuesto sanciones { TO($target) }.

## Un texto

measure-symbol = { $Body } votó sobre { $symbol } el { $day }: { $favour } a favor, { $against } en contra, { N($abstained, "abstención", "abstenciones") }; { VERB($absent, "no votó", "no votaron") } de los { $members } miembros.
measure-symbol-three = { $Body } votó sobre { $symbol } el { $day }: { $favour } a favor, { $against } en contra, { N($abstained, "abstención", "abstenciones") }.
measure-line = { $Body }, { $day }, sobre { $label }: { $favour } a favor, { $against } en contra, { N($abstained, "abstención", "abstenciones") }; { VERB($absent, "no votó", "no votaron") } de los { $members } miembros.
measure-voted = { $Body } votó el { $day } sobre { $label }: { $favour } a favor, { $against } en contra, { N($abstained, "abstención", "abstenciones") }; { VERB($absent, "no votó", "no votaron") } de los { $members } miembros.
listed-among-against = { $Actors } { PL($Actors-form, "figuró", "figuraron") } entre los que votaron en contra.
listed-among-abstained = { $Actors } { PL($Actors-form, "figuró", "figuraron") } entre los que se abstuvieron.
listed-among-favour = { $Actors } { PL($Actors-form, "figuró", "figuraron") } entre los que votaron a favor.
cosponsors-about = { $Approx } { $n } países copatrocinaron el texto.
cosponsors-count = { $n } países copatrocinaron el texto.
vetoed-week-before = La semana anterior, { RUN($Actor) } { PL($Actor-form, "había", "habían") } vetado { $label } { AT($body) }.
among-sponsors = { $Actor } { PL($Actor-form, "figuró", "figuraron") } entre los copatrocinadores.
among-sponsors-requested = { $Actor } { PL($Actor-form, "figuró", "figuraron") } entre los copatrocinadores; { $speaker } dijo el { $day } que { $askers } { PL($askers-form, "había", "habían") } solicitado ese paso.
also-cosponsored = También { PL($Actor-form, "copatrocinó", "copatrocinaron") } el texto { RUN($Actor) }, según { $claimant }.
named-counts = Votos cuyo autor nombran las fuentes del archivo: { $parts }.
named-all-against = { $n ->
    [1] el único en contra
   *[other] los { $n } en contra
}
named-some-against = { $n } de los { $of } en contra
named-none-against = ninguno de los { $of } en contra
named-all-abstained = { $n ->
    [1] la única abstención
   *[other] las { $n } abstenciones
}
named-some-abstained = { $n } de las { $of } abstenciones
named-none-abstained = ninguna de las { $of } abstenciones
named-all-favour = { $n ->
    [1] el único a favor
   *[other] los { $n } a favor
}
named-some-favour = { $n } de los { $of } a favor
named-none-favour = ninguno de los { $of } a favor
call-voteless = El fichero de votaciones no tiene voto de { $n } de los { $of } miembros de ese día.
call-odd = Las filas de esta votación nominal no dan sus totales: en ellas se cuentan { $rows } (a favor–en contra–abstenciones).
call-odd-four = Las filas de esta votación nominal no dan sus totales: en ellas se cuentan { $rows } (a favor–en contra–abstenciones–sin votar).
call-contested = El fichero de votaciones tiene dos votos distintos de un mismo miembro en esta votación nominal; no se da ninguno de los dos.
call-on-part = Esta votación fue sobre una parte del texto.
call-parts = En el archivo: { N($n, "votación por separado", "votaciones por separado") } sobre partes de este texto.
parts-heading = Votaciones por separado sobre partes de este texto (a favor–en contra–abstenciones–sin votar)
parts-heading-three = Votaciones por separado sobre partes de este texto (a favor–en contra–abstenciones)
call-part = { $day }: «{ $title }», { $tally }
listed-all-against = { $Actors } { $Actors-form ->
    [mp] votaron en contra
    [fp] votaron en contra
   *[ms] votó en contra
}.
listed-all-abstained = { $Actors } { $Actors-form ->
    [mp] se abstuvieron
    [fp] se abstuvieron
   *[ms] se abstuvo
}.
listed-all-favour = { $Actors } { $Actors-form ->
    [mp] votaron a favor
    [fp] votaron a favor
   *[ms] votó a favor
}.
listed-all-absent = { $Actors } { $Actors-form ->
    [mp] no votaron
    [fp] no votaron
   *[ms] no votó
}.
draft-sponsors = El proyecto nombraba a { $n } autores.
names-against = En contra: { $names }.
names-abstained = Abstenciones: { $names }.
names-favour = A favor: { $names }.
names-absent = Sin votar: { $names }.
blocs-heading = Por bloques
bloc-split = { $bloc }: de { $n } miembros, { $groups }.
compared-many = En comparación con { $symbol } ({ $day }): { N($n, "miembro", "miembros") } que { $had } { $now }.
compared-all = En comparación con { $symbol } ({ $day }): { N($n, "miembro", "miembros") } que { $had } { $now }: { $names }.
compared-title-many = En comparación con { $symbol } ({ $day }), votación anterior del archivo sobre un texto con ese título: { N($n, "miembro", "miembros") } que { $had } { $now }.
compared-title-all = En comparación con { $symbol } ({ $day }), votación anterior del archivo sobre un texto con ese título: { N($n, "miembro", "miembros") } que { $had } { $now }: { $names }.
compared-title-none = En comparación con { $symbol } ({ $day }), votación anterior del archivo sobre un texto con ese título: ningún miembro que votó las dos veces cambió su voto.

## Una votación y sus votantes

bloc-voted = { $day }, { $symbol }: de { $n } miembros { OF($bloc) }, { $groups }.
bloc-names-favour = Miembros { OF($bloc) } a favor: { $names }.
bloc-names-against = Miembros { OF($bloc) } en contra: { $names }.
bloc-names-abstained = Miembros { OF($bloc) } que se abstuvieron: { $names }.
bloc-names-absent = Miembros { OF($bloc) } que no votaron: { $names }.
bloc-names-no-row = Miembros { OF($bloc) } sin voto en el fichero: { $names }.
bloc-names-none = Miembros { OF($bloc) } sin derecho de voto: { $names }.
bloc-none-then = El registro no nombra a ningún miembro { OF($bloc) } el { $day }.
voters-of = { $n ->
    [0] Ninguno de los { $of } miembros { $voted } { AT($body) } el { $day }.
   *[other] { N($n, "miembro", "miembros") } de { $of } { $voted } { AT($body) } el { $day }.
}
voters-counted = { $n ->
    [0] Ningún miembro { $voted } { AT($body) } el { $day }.
   *[other] { N($n, "miembro", "miembros") } { $voted } { AT($body) } el { $day }.
}
voters-bloc = { $n ->
    [0] Ninguno de los { $of } miembros { OF($bloc) } { $voted } { AT($body) } el { $day }.
   *[other] { N($n, "miembro", "miembros") } { OF($bloc) }, de un total de { $of }, { $voted } { AT($body) } el { $day }.
}
voters-unknown = El fichero de votaciones omite a los miembros que no votaron; no dice, por tanto, cuáles fueron.

## Varios actores

compare-votes = { $All } participaron en { $n } de las { $of } votaciones nominales del archivo; sus votos coinciden en { $same } ({ $texts }).
compare-votes-none = { $All } participaron en { $n } de las { $of } votaciones nominales del archivo; sus votos no coinciden en ninguna.
compare-line = Sobre { $label }: { $acts }.
act-cosponsored = { $actor } { PL($form, "copatrocinó", "copatrocinaron") }
act-asserted = { $actor }, según { $claimant }, { PL($form, "copatrocinó", "copatrocinaron") }
act-favour = { $actor } { voted-favour }
act-against = { $actor } { voted-against }
act-abstained = { $actor } { voted-abstained }
act-absent = { $actor } { voted-absent }
agree-two = En { $calls } { $scope } emitieron voto los dos países, { $who }, el mismo en { N($alike, "caso", "casos") } ({ DEC($share) }). { $opposed }.
agree-two-alike = En { $calls } { $scope } emitieron voto los dos países, { $who }, y fue el mismo.
agree-two-apart = En { $calls } { $scope } emitieron voto los dos países, { $who }, y no fue el mismo.
agree-two-opposed = En { $calls } { $scope } emitieron voto los dos países, { $who }, uno a favor y el otro en contra.
agree-two-none = { $of ->
    [1] En la única votación nominal { $scope } no emitió voto al menos uno de los dos países, { $who }.
   *[other] En ninguna de las { N($of, "votaciones nominales", "votaciones nominales") } { $scope } emitieron voto los dos países, { $who }.
}
agree-several = En { $calls } { $scope } emitieron voto { $who }, el mismo en { N($alike, "caso", "casos") } ({ DEC($share) }).
agree-several-alike = En { $calls } { $scope } emitieron voto { $who }, y fue el mismo.
agree-several-apart = En { $calls } { $scope } emitieron voto { $who }, y no fue el mismo.
agree-several-none = { $of ->
    [1] En la única votación nominal { $scope } no emitió voto al menos uno de { $who }.
   *[other] En ninguna de las { N($of, "votaciones nominales", "votaciones nominales") } { $scope } emitieron voto { $who }.
}
agree-calls = { N($n, "", "") } de las { N($of, "votaciones nominales", "votaciones nominales") }
agree-calls-all = { $of ->
    [1] la única votación nominal
   *[other] las { N($of, "votación nominal", "votaciones nominales") }
}
agree-issue = del archivo sobre esta cuestión
agree-all = del archivo
agree-opposed = { $n ->
    [0] En ninguna votó uno a favor y el otro en contra
   *[other] En { N($n, "", "") }, uno votó a favor y el otro en contra
}
agree-pair = { $one } { AND($other) } { $other }: { N($alike, "voto igual", "votos iguales") } de { N($both, "", "") } ({ DEC($share) }), { N($opposed, "opuesto", "opuestos") }
agree-pair-none = { $one } { AND($other) } { $other }: ninguna votación nominal en que emitieran voto los dos
agree-call = { $day }, { $symbol }: { $votes } («{ $title }»)
agree-call-again = { $day }, { $symbol }: { $votes } (un texto con el mismo título)
agree-favour = a favor: { $names }
agree-against = en contra: { $names }
agree-abstained = abstención: { $names }
agree-formerly = { $Actor }: nombre inscrito en la ONU hasta el { $until }, { $name }.
agree-outside = Los textos aprobados sin votación no se cuentan.
agree-rounded = Los porcentajes se redondean a la décima, las mitades hacia arriba.
agree-pairs = De dos en dos (votos iguales de los que emitieron los dos; opuestos: uno a favor, el otro en contra)
agree-differed = Últimas votaciones nominales en que difieren
agree-differed-else = Otras votaciones nominales en que difieren, de la más reciente a la más antigua
all-few = { $n ->
    [3] los tres países
    [4] los cuatro países
    [5] los cinco países
    [6] los seis países
    [7] los siete países
    [8] los ocho países
    [9] los nueve países
   *[10] los diez países
}
all-of = { $n ->
    [2] Los dos
    [3] Los tres
    [4] Los cuatro
    [5] Los cinco
    [6] Los seis
    [7] Los siete
    [8] Los ocho
    [9] Los nueve
   *[10] Los diez
}
all-alike = { $n ->
    [2] los dos
   *[other] todos
}
same-favour = { $all } a favor: { $texts }
same-against = { $all } en contra: { $texts }
same-abstained = { $all } abstenidos: { $texts }
cell-yes = sí
cell-yes-per = sí, según { $claimant }
cell-yes-draft = sí, en el proyecto
cell-yes-added = sí, tras la presentación del proyecto
cell-not-recorded = no consta
cell-on-file = en el archivo: { $record }, { $publisher }, { $day }
cell-none-here = ninguna sobre esta cuestión
cell-none-recorded = ninguna en el archivo
cell-no-quote = ninguna cita sobre esta cuestión
cell-nothing-recorded = nada en el archivo
cell-favour = a favor
cell-against = en contra
cell-abstained = abstención
cell-absent = no votó
cell-none = no era miembro
cell-no-row = ningún voto en el fichero de votaciones
cell-no-vote = sin derecho de voto
cell-split = { $groups }
cell-sanctions = sanciones { $form }, { $day }
cell-sanctions-plain = sanciones, { $day }
cell-quote-no-later = «{ $quote }» (el { $day } a más tardar)
cell-quote = «{ $quote }» ({ $day })
row-cosponsored = Copatrocinio
row-cosponsored-symbol = Copatrocinio de { $symbol }
row-vote = Votación, { $day }
row-roll-call = { $day }, { $symbol }
row-measures = Medidas contra { $target }
row-said = Declaración
all-members = { $All } son miembros { OF($bloc) }.
all-members-chair = { $All } son miembros { OF($bloc) }, cuya presidencia corresponde en { $year } { TO($chair) }.

## Boletines

digest-line-explained = { $Person } explicó su copatrocinio { OF($label) } y dijo que se debatía { $what }.
digest-voted-again = { $Body } votó sobre la resolución: { $favour } a favor, { $against } en contra, { N($abstained, "abstención", "abstenciones") }; { VERB($absent, "no votó", "no votaron") } de los { $members } miembros.
digest-voted-short = { $Body } votó: { $favour } a favor, { $against } en contra y { N($abstained, "abstención", "abstenciones") }.
digest-voted-label = { $Body } votó sobre { $label }: { $favour } a favor, { $against } en contra, { N($abstained, "abstención", "abstenciones") }; { VERB($absent, "no votó", "no votaron") } de los { $members } miembros.
digest-figure = { $Approx } { $n } { $people } han huido a países vecinos, según { $person }, { $role }.
digest-cosponsored = { $Actor } { PL($Actor-form, "copatrocinó", "copatrocinaron") } { $label }.
timeline-named-favour = En la votación { OF($body) } sobre { $label }, { RUN($Actor) } { PL($Actor-form, "votó", "votaron") } a favor.
timeline-named-against = En la votación { OF($body) } sobre { $label }, { RUN($Actor) } { PL($Actor-form, "votó", "votaron") } en contra.
timeline-named-abstained = En la votación { OF($body) } sobre { $label }, { RUN($Actor) } se { PL($Actor-form, "abstuvo", "abstuvieron") }.
timeline-named-absent = En la votación { OF($body) } sobre { $label }, { RUN($Actor) } no { PL($Actor-form, "votó", "votaron") }.
digest-voted-symbol = { $Body } votó sobre { $symbol }, «{ $title }»: { $favour } a favor, { $against } en contra, { N($abstained, "abstención", "abstenciones") }; { VERB($absent, "no votó", "no votaron") } de los { $members } miembros.
digest-voted-three = { $Body } votó sobre { $symbol }, «{ $title }»: { $favour } a favor, { $against } en contra, { N($abstained, "abstención", "abstenciones") }.
digest-voted-part = { $Body } votó sobre una parte de { $symbol }: { $favour } a favor, { $against } en contra, { N($abstained, "abstención", "abstenciones") }; { VERB($absent, "no votó", "no votaron") } de los { $members } miembros.
digest-voted-part-three = { $Body } votó sobre una parte de { $symbol }: { $favour } a favor, { $against } en contra, { N($abstained, "abstención", "abstenciones") }.
digest-more = { $n ->
    [1] En el archivo consta 1 votación nominal más del { $day }.
   *[other] En el archivo constan { N($n, "votaciones nominales", "votaciones nominales") } más del { $day }.
}
digest-draft = En el proyecto de resolución, «{ $title }», se nombra a { $n } autores.
digest-bloc = De { $n } miembros { OF($bloc) }, { $groups }.
digest-shift = { $n ->
    [1] { $Actors }, que { $had } el { $days }, { $now }.
   *[other] { $Actors }, que { $had } los días { $days }, { $now }.
}
digest-why-issue = Por qué este mensaje: sigue usted { TO($bloc) }; votos distintos del último emitido sobre esta cuestión: { N($n, "miembro", "miembros") } de { $of }.
digest-why-title = Por qué este mensaje: sigue usted { TO($bloc) }; votos distintos del último emitido sobre un texto con ese título: { N($n, "miembro", "miembros") } de { $of }.
digest-quiet-follows = De lo que se sigue aquí, en las fuentes del archivo no consta nada del { $day }.
digest-quiet-window-follows = De lo que se sigue aquí, en las fuentes del archivo no consta nada nuevo desde el { $day }.
digest-quiet = En las fuentes del archivo no consta nada del { $day }.
digest-quiet-window = En las fuentes del archivo no consta nada nuevo desde el { $day }.
digest-quiet-beside-follows = De lo que se sigue aquí, en las fuentes del archivo no consta nada nuevo desde el { $day }, salvo lo publicado como alerta.
digest-quiet-beside = En las fuentes del archivo no consta nada nuevo desde el { $day }, salvo lo publicado como alerta.
digest-group-favour-first = { $n } a favor
digest-group-against-first = { $n } en contra
digest-group-abstained-first = { N($n, "abstención", "abstenciones") }
digest-group-absent-first = { $n } sin votar
digest-group-favour = { $n } a favor
digest-group-against = { $n } en contra
digest-group-abstained = { N($n, "abstención", "abstenciones") }
digest-group-absent = { $n } sin votar
run-day = El { $day }.
run-day-before = La víspera.
run-not-earlier = El { $day }, ausente de un boletín anterior.
run-undated = Sin fecha en la fuente.

## Alrededor de las frases

title-position = { $actor } · { $issue }
title-actor = { $actor }
title-measure = { $symbol } · «{ $title }»
title-text = «{ $title }»
title-issue = { $issue }
title-compare-all = { $actors }
title-compare = { $actors } · { $issue }
title-digest = { $day }
title-digest-follows = { $day } · { $follows }
title-alert = Alerta · { $day }
title-alert-follows = Alerta · { $day } · { $follows }
digest-others = Otros asuntos
footer-sources = Fuentes hasta el { $day }
footer-none = Ninguna fuente en el archivo
footer-compiled = Elaborado con fuentes hasta el { $day }
note-one = { $publisher }, { $day }
note-records = { $publisher }, votaciones registradas, del { $first } al { $last }
note-records-day = { $publisher }, votaciones registradas, { $day }
note-record = { $publisher }, votación registrada sobre { $symbol }, { $day }
note-file = { $publisher }, datos de votación de la Asamblea General, votaciones hasta el { $day } ({ $licence })
paste = Para citar: { $sources }
paste-source = { $publisher }, { $day }, { $url } ({ $records })
