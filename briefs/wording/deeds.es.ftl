# Español: lo que se hizo. Cada acto es un giro que toma la forma que la frase le pide (DEED: uno, varios, infinitivo, participio;
# de lo que se debate, «si» y el infinitivo) y entra en una de las frases de abajo. Ningún verbo es más fuerte que el del archivo.
# Cada giro y cada frase tienen su frase firmada. Las funciones están en spanish.py. Los verbos reflexivos se evitan, porque su
# participio no cabe detrás de «había».

## Giros

deed-statement = { DEED($as, "emitió", "emitieron", "emitir", "emitido") } { $object }
deed-explain = { DEED($as, "explicó", "explicaron", "explicar", "explicado") } { $object }
deed-introduce = { DEED($as, "presentó", "presentaron", "presentar", "presentado") } { $object }
deed-adopted = { DEED($as, "aprobó", "aprobaron", "aprobar", "aprobado") } { $object }
deed-rejected = { DEED($as, "rechazó", "rechazaron", "rechazar", "rechazado") } { $object }
deed-veto = { DEED($as, "vetó", "vetaron", "vetar", "vetado") } { $object }
deed-veto-at = { DEED($as, "vetó", "vetaron", "vetar", "vetado") } { $object } { AT($body) }
deed-cosponsor = { DEED($as, "copatrocinó", "copatrocinaron", "copatrocinar", "copatrocinado") } { $object }
deed-request = { DEED($as, "solicitó", "solicitaron", "solicitar", "solicitado") } { $object }
deed-request-beside = { DEED($as, "solicitó", "solicitaron", "solicitar", "solicitado") } { $object } { TO($other) }
deed-call = { DEED($as, "pidió", "pidieron", "pedir", "pedido") } { $object }
deed-call-beside = { DEED($as, "pidió", "pidieron", "pedir", "pedido") } { TO($other) } { $object }
deed-seek = { DEED($as, "buscó", "buscaron", "buscar", "buscado") } { $object }
deed-seek-beside = { DEED($as, "buscó", "buscaron", "buscar", "buscado") } { $object } con { $other }
deed-seek-discussed = { $object }
deed-seek-beside-discussed = { $object } con { $other }
deed-condemn = { DEED($as, "condenó", "condenaron", "condenar", "condenado") } { OBJ($object, $kind) }
deed-deplore = { DEED($as, "deploró", "deploraron", "deplorar", "deplorado") } { OBJ($object, $kind) }
deed-regret = { DEED($as, "lamentó", "lamentaron", "lamentar", "lamentado") } { OBJ($object, $kind) }
deed-welcome = { DEED($as, "acogió", "acogieron", "acoger", "acogido") } con satisfacción { OBJ($object, $kind) }
deed-praise = { DEED($as, "elogió", "elogiaron", "elogiar", "elogiado") } { OBJ($object, $kind) }
deed-support = { DEED($as, "expresó", "expresaron", "expresar", "expresado") } su apoyo { TO($object) }
deed-oppose = { DEED($as, "expresó", "expresaron", "expresar", "expresado") } su oposición { TO($object) }
deed-recognise = { DEED($as, "reconoció", "reconocieron", "reconocer", "reconocido") } { OBJ($object, $kind) }
deed-refuse = { DEED($as, "rehusó", "rehusaron", "rehusar", "rehusado") } { $object }
deed-refuse-alone = { DEED($as, "rehusó", "rehusaron", "rehusar", "rehusado") } reconocer { TO($other) }
deed-sanction = { DEED($as, "impuso", "impusieron", "imponer", "impuesto") } sanciones { TO($other) }
deed-sanction-form = { DEED($as, "impuso", "impusieron", "imponer", "impuesto") } sanciones { $form } { TO($other) }
deed-sanction-what = { DEED($as, "impuso", "impusieron", "imponer", "impuesto") } { $object } { TO($other) }
deed-lift-sanction = { DEED($as, "levantó", "levantaron", "levantar", "levantado") } sanciones { TO($other) }
deed-lift-sanction-form = { DEED($as, "levantó", "levantaron", "levantar", "levantado") } sanciones { $form } { TO($other) }
deed-lift-sanction-what = { DEED($as, "levantó", "levantaron", "levantar", "levantado") } { $object } { TO($other) }
deed-expel = { DEED($as, "expulsó", "expulsaron", "expulsar", "expulsado") } { TO($object) }
deed-recall = { DEED($as, "retiró", "retiraron", "retirar", "retirado") } { TO($object) }
deed-recall-beside = { DEED($as, "retiró", "retiraron", "retirar", "retirado") } { TO($object) } { OF($other) }
deed-suspend = { DEED($as, "suspendió", "suspendieron", "suspender", "suspendido") } { OBJ($object, $kind) }
deed-pledge-aid = { DEED($as, "prometió", "prometieron", "prometer", "prometido") } { $object }
deed-pledge-aid-beside = { DEED($as, "prometió", "prometieron", "prometer", "prometido") } { $object } { TO($other) }
deed-pledge-aid-alone = { DEED($as, "prometió", "prometieron", "prometer", "prometido") } ayuda { TO($other) }
deed-deliver-aid = { DEED($as, "entregó", "entregaron", "entregar", "entregado") } { $object }
deed-deliver-aid-beside = { DEED($as, "entregó", "entregaron", "entregar", "entregado") } { $object } { TO($other) }
deed-deliver-aid-alone = { DEED($as, "entregó", "entregaron", "entregar", "entregado") } ayuda { TO($other) }
deed-sign = { DEED($as, "firmó", "firmaron", "firmar", "firmado") } { $object }
deed-sign-beside = { DEED($as, "firmó", "firmaron", "firmar", "firmado") } { $object } con { $other }
deed-ratify = { DEED($as, "ratificó", "ratificaron", "ratificar", "ratificado") } { $object }
deed-accede = { DEED($as, "formalizó", "formalizaron", "formalizar", "formalizado") } su adhesión { TO($object) }
deed-withdraw = { DEED($as, "abandonó", "abandonaron", "abandonar", "abandonado") } { $object }
deed-meet = { DEED($as, "mantuvo", "mantuvieron", "mantener", "mantenido") } una reunión con { $object }
deed-meet-on = { DEED($as, "mantuvo", "mantuvieron", "mantener", "mantenido") } una reunión con { $object } para tratar { $topic }
deed-visit = { DEED($as, "realizó", "realizaron", "realizar", "realizado") } una visita { TO($object) }
deed-phone = { DEED($as, "habló", "hablaron", "hablar", "hablado") } por teléfono con { $object }
deed-mediate = { DEED($as, "medió", "mediaron", "mediar", "mediado") } en { $object }
deed-mediate-alone = { DEED($as, "medió", "mediaron", "mediar", "mediado") }
deed-offer = { DEED($as, "ofreció", "ofrecieron", "ofrecer", "ofrecido") } { $object }
deed-offer-beside = { DEED($as, "ofreció", "ofrecieron", "ofrecer", "ofrecido") } { $object } { TO($other) }
deed-deny = { DEED($as, "negó", "negaron", "negar", "negado") } { $object }
deed-decline = { DEED($as, "declinó", "declinaron", "declinar", "declinado") } { $object }
deed-correct = { DEED($as, "corrigió", "corrigieron", "corregir", "corregido") } { $object }
deed-correct-words = { DEED($as, "corrigió", "corrigieron", "corregir", "corregido") } una declaración anterior del { $day }
deed-retract = { DEED($as, "retiró", "retiraron", "retirar", "retirado") } { $object }
deed-retract-words = { DEED($as, "retiró", "retiraron", "retirar", "retirado") } una declaración anterior del { $day }
deed-unilaterally = { $deed } de forma unilateral

## El acto solo, cuando en el archivo no consta su objeto

deed-statement-bare = { DEED($as, "hizo", "hicieron", "hacer", "hecho") } una declaración
deed-explain-bare = { DEED($as, "dio", "dieron", "dar", "dado") } una explicación
deed-introduce-bare = { DEED($as, "presentó", "presentaron", "presentar", "presentado") } un texto
deed-adopted-bare = { DEED($as, "aprobó", "aprobaron", "aprobar", "aprobado") } un texto
deed-rejected-bare = { DEED($as, "rechazó", "rechazaron", "rechazar", "rechazado") } un texto
deed-veto-bare = { DEED($as, "ejerció", "ejercieron", "ejercer", "ejercido") } el veto
deed-cosponsor-bare = { DEED($as, "copatrocinó", "copatrocinaron", "copatrocinar", "copatrocinado") } un texto
deed-request-bare = { DEED($as, "hizo", "hicieron", "hacer", "hecho") } una solicitud
deed-call-bare = { DEED($as, "hizo", "hicieron", "hacer", "hecho") } un llamamiento
deed-condemn-bare = { DEED($as, "expresó", "expresaron", "expresar", "expresado") } su condena
deed-regret-bare = { DEED($as, "expresó", "expresaron", "expresar", "expresado") } su pesar
deed-welcome-bare = { DEED($as, "expresó", "expresaron", "expresar", "expresado") } su satisfacción
deed-praise-bare = { DEED($as, "hizo", "hicieron", "hacer", "hecho") } un elogio
deed-support-bare = { DEED($as, "expresó", "expresaron", "expresar", "expresado") } su apoyo
deed-oppose-bare = { DEED($as, "expresó", "expresaron", "expresar", "expresado") } su oposición
deed-recognise-bare = { DEED($as, "otorgó", "otorgaron", "otorgar", "otorgado") } un reconocimiento
deed-refuse-bare = { DEED($as, "dio", "dieron", "dar", "dado") } una negativa
deed-expel-bare = { DEED($as, "efectuó", "efectuaron", "efectuar", "efectuado") } una expulsión
deed-recall-bare = { DEED($as, "retiró", "retiraron", "retirar", "retirado") } a algún representante
deed-suspend-bare = { DEED($as, "efectuó", "efectuaron", "efectuar", "efectuado") } una suspensión
deed-pledge-aid-bare = { DEED($as, "prometió", "prometieron", "prometer", "prometido") } ayuda
deed-deliver-aid-bare = { DEED($as, "entregó", "entregaron", "entregar", "entregado") } ayuda
deed-sign-bare = { DEED($as, "firmó", "firmaron", "firmar", "firmado") } un texto
deed-ratify-bare = { DEED($as, "ratificó", "ratificaron", "ratificar", "ratificado") } un texto
deed-accede-bare = { DEED($as, "formalizó", "formalizaron", "formalizar", "formalizado") } su adhesión a un texto
deed-withdraw-bare = { DEED($as, "efectuó", "efectuaron", "efectuar", "efectuado") } una retirada
deed-meet-bare = { DEED($as, "mantuvo", "mantuvieron", "mantener", "mantenido") } una reunión
deed-offer-bare = { DEED($as, "hizo", "hicieron", "hacer", "hecho") } un ofrecimiento
deed-deny-bare = { DEED($as, "emitió", "emitieron", "emitir", "emitido") } un desmentido
deed-decline-bare = { DEED($as, "declinó", "declinaron", "declinar", "declinado") } una propuesta
deed-correct-bare = { DEED($as, "hizo", "hicieron", "hacer", "hecho") } una corrección
deed-retract-bare = { DEED($as, "hizo", "hicieron", "hacer", "hecho") } una retractación
deed-request-bare-to = { DEED($as, "hizo", "hicieron", "hacer", "hecho") } una solicitud { TO($other) }
deed-call-bare-to = { DEED($as, "hizo", "hicieron", "hacer", "hecho") } un llamamiento { TO($other) }
deed-offer-bare-to = { DEED($as, "hizo", "hicieron", "hacer", "hecho") } un ofrecimiento { TO($other) }
deed-statement-on = { DEED($as, "hizo", "hicieron", "hacer", "hecho") } una declaración sobre { $object }
deed-explain-on = { DEED($as, "dio", "dieron", "dar", "dado") } una explicación de voto sobre { $object }

## Quien acaba de hablar o de actuar no se vuelve a nombrar

pronoun-he = { "" }
pronoun-she = { "" }
pronoun-they = { "" }
pronoun-it = { "" }
pronoun-many = { "" }
pronoun-he-again = { "" }
pronoun-she-again = { "" }
pronoun-they-again = { "" }

## Frases

acts-done = { CAP($when) }, { $actor } { $did }.
acts-among = { CAP($when) }, { $actor } { PL($actor-form, "figuró", "figuraron") } entre los que { $did }.
acts-announced = { $Actor } { PL($Actor-form, "anunció", "anunciaron") } { $when } que { PL($Actor-form, "iba", "iban") } a { $would }.
acts-planned = A fecha del { $day }, { $actor } { PL($actor-form, "tenía", "tenían") } previsto { $would }.
acts-discussed = A fecha del { $day }, { $actor } { PL($actor-form, "debatía", "debatían") } { $doing }.
acts-conditional = A fecha del { $day }, { $actor } { PL($actor-form, "estaba", "estaban") } { GEN($actor-form, "dispuesto", "dispuesta", "dispuestos", "dispuestas") }, con condiciones, a { $would }.
acts-denied = { $Actor } { PL($Actor-form, "negó", "negaron") } { $when } haber { $had }.
acts-deny-that = { $Actor } { PL($Actor-form, "negó", "negaron") } { $when } que { $saying }.
acts-names = Los { $n } países: { $names }.
acts-claimed = Según { PL($claimant-form, "dijo", "dijeron") } { $claimant } { $when }, { $actor } { $did }.
acts-claimed-medium = Según { BY($medium) } { $claimant } { $when }, { $actor } { $did }.
acts-turned = El { $day }, { $actor } { $did }; el { $before } { PL($actor-form, "había", "habían") } { $had }.
acts-followed = El { $day }, { $actor } { $did }, como { PL($actor-form, "había", "habían") } anunciado el { $before }.
acts-per = { CAP($when) }, { $actor } { $did }, según { $publisher }.
acts-per-announced = { $Actor } { PL($Actor-form, "anunció", "anunciaron") } { $when } que { PL($Actor-form, "iba", "iban") } a { $would }, según { $publisher }.
acts-differ = { CAP($when) }, { $actor } { $did }, según { $publisher }; según { $other }, fue { $then }.
figure-as-of = A fecha del { $day }, { $count } { $what }, según { $who }.
figure-differ = A fecha del { $day }, { $count } { $what }, según { $who }; { $rival }, según { $other }.
figure-fled = { $Approx } { $n } { $people } han huido a países vecinos, según { $person }, { $role }.
vote-differs = Según { $Publisher }: { $favour } a favor, { $against } en contra y { N($abstained, "abstención", "abstenciones") }.
quote-explained = «{ $quote }», { PL($speaker-form, "dijo", "dijeron") } { $speaker } { $when } en una explicación de voto sobre { $text }.
said-that = { SUBJ($Speaker, PL($Speaker-form, "dijo", "dijeron")) } { $when } que { $saying }.
said-hope = { SUBJ($Speaker, PL($Speaker-form, "dijo", "dijeron")) } { $when } que { PL($Speaker-form, "esperaba", "esperaban") } que { $saying }.
said-also = { $n ->
    [1] También dijo que { $saying }.
   *[other] También dijeron que { $saying }.
}
said-also-hope = { $n ->
    [1] También dijo que esperaba que { $saying }.
   *[other] También dijeron que esperaban que { $saying }.
}
said-that-via = { SUBJ($Speaker, PL($Speaker-form, "dijo", "dijeron")) } { $when } que { $saying }, según { BY($chain) } { $organ }.
said-hope-via = { SUBJ($Speaker, PL($Speaker-form, "dijo", "dijeron")) } { $when } que { PL($Speaker-form, "esperaba", "esperaban") } que { $saying }, según { BY($chain) } { $organ }.
said-explained = En una explicación de voto sobre { $text }, { $speaker } { PL($speaker-form, "dijo", "dijeron") } { $when } que { $saying }.
corrected = Corrección del { $day }:
acts-conditional-if = A fecha del { $day }, { $actor } { PL($actor-form, "estaba", "estaban") } { GEN($actor-form, "dispuesto", "dispuesta", "dispuestos", "dispuestas") } a { $would } si { $condition }, según { $publisher }.
acts-among-announced = { $Actor } { PL($Actor-form, "figuró", "figuraron") } entre los que anunciaron { $when } que iban a { $would }.
acts-among-planned = A fecha del { $day }, { $actor } { PL($actor-form, "figuraba", "figuraban") } entre los que tenían previsto { $would }.
acts-among-discussed = A fecha del { $day }, { $actor } { PL($actor-form, "figuraba", "figuraban") } entre los que debatían { $doing }.
acts-among-conditional = A fecha del { $day }, { $actor } { PL($actor-form, "figuraba", "figuraban") } entre los que estaban dispuestos, con condiciones, a { $would }.
acts-among-conditional-if = A fecha del { $day }, { $actor } { PL($actor-form, "figuraba", "figuraban") } entre los que estaban dispuestos a { $would } si { $condition }, según { $publisher }.
acts-among-denied = { $Actor } { PL($Actor-form, "figuró", "figuraron") } entre los que negaron { $when } haber { $had }.
acts-per-among = { CAP($when) }, { $actor } { PL($actor-form, "figuró", "figuraron") } entre los que { $did }, según { $publisher }.
acts-per-planned = A fecha del { $day }, { $actor } { PL($actor-form, "tenía", "tenían") } previsto { $would }, según { $publisher }.
acts-per-discussed = A fecha del { $day }, { $actor } { PL($actor-form, "debatía", "debatían") } { $doing }, según { $publisher }.
acts-per-conditional = A fecha del { $day }, { $actor } { PL($actor-form, "estaba", "estaban") } { GEN($actor-form, "dispuesto", "dispuesta", "dispuestos", "dispuestas") }, con condiciones, a { $would }, según { $publisher }.
acts-per-conditional-if = A fecha del { $day }, { $actor } { PL($actor-form, "estaba", "estaban") } { GEN($actor-form, "dispuesto", "dispuesta", "dispuestos", "dispuestas") } a { $would } si { $condition }, según { $publisher }.
acts-per-denied = { $Actor } { PL($Actor-form, "negó", "negaron") } { $when } haber { $had }, según { $publisher }.
acts-deny-that-via = { $Actor } { PL($Actor-form, "negó", "negaron") } { $when } que { $saying }, según { BY($chain) } { $organ }.

## Lo mismo en un boletín, bajo el día que lo encabeza

digest-acts-done = { $Actor } { $did }.
digest-acts-when = { CAP($when) }, { $actor } { $did }.
digest-acts-among = { $Actor } { PL($Actor-form, "figuró", "figuraron") } entre los que { $did }.
digest-acts-announced = { $Actor } { PL($Actor-form, "anunció", "anunciaron") } que { PL($Actor-form, "iba", "iban") } a { $would }.
digest-acts-planned = { $Actor } { PL($Actor-form, "tenía", "tenían") } previsto { $would }.
digest-acts-discussed = { $Actor } { PL($Actor-form, "debatía", "debatían") } { $doing }.
digest-acts-conditional = { $Actor } { PL($Actor-form, "estaba", "estaban") } { GEN($Actor-form, "dispuesto", "dispuesta", "dispuestos", "dispuestas") }, con condiciones, a { $would }.
digest-acts-denied = { $Actor } { PL($Actor-form, "negó", "negaron") } haber { $had }.
digest-acts-deny-that = { $Actor } { PL($Actor-form, "negó", "negaron") } que { $saying }.
digest-acts-per = { $Actor } { $did }, según { $publisher }.
digest-acts-claimed = Según { PL($claimant-form, "dijo", "dijeron") } { $claimant }, { $actor } { $did }.
digest-said-that = { SUBJ($Speaker, PL($Speaker-form, "dijo", "dijeron")) } que { $saying }.
digest-said-hope = { SUBJ($Speaker, PL($Speaker-form, "dijo", "dijeron")) } que { PL($Speaker-form, "esperaba", "esperaban") } que { $saying }.
digest-said-that-via = { SUBJ($Speaker, PL($Speaker-form, "dijo", "dijeron")) } que { $saying }, según { BY($chain) } { $organ }.
digest-said-hope-via = { SUBJ($Speaker, PL($Speaker-form, "dijo", "dijeron")) } que { PL($Speaker-form, "esperaba", "esperaban") } que { $saying }, según { BY($chain) } { $organ }.
digest-acts-conditional-if = { $Actor } { PL($Actor-form, "estaba", "estaban") } { GEN($Actor-form, "dispuesto", "dispuesta", "dispuestos", "dispuestas") } a { $would } si { $condition }, según { $publisher }.
digest-acts-among-announced = { $Actor } { PL($Actor-form, "figuró", "figuraron") } entre los que anunciaron que iban a { $would }.
digest-acts-among-planned = { $Actor } { PL($Actor-form, "figuraba", "figuraban") } entre los que tenían previsto { $would }.
digest-acts-among-discussed = { $Actor } { PL($Actor-form, "figuraba", "figuraban") } entre los que debatían { $doing }.
digest-acts-among-conditional = { $Actor } { PL($Actor-form, "figuraba", "figuraban") } entre los que estaban dispuestos, con condiciones, a { $would }.
digest-acts-among-conditional-if = { $Actor } { PL($Actor-form, "figuraba", "figuraban") } entre los que estaban dispuestos a { $would } si { $condition }, según { $publisher }.
digest-acts-among-denied = { $Actor } { PL($Actor-form, "figuró", "figuraron") } entre los que negaron haber { $had }.
digest-acts-per-among = { $Actor } { PL($Actor-form, "figuró", "figuraron") } entre los que { $did }, según { $publisher }.
digest-acts-per-announced = { $Actor } { PL($Actor-form, "anunció", "anunciaron") } que { PL($Actor-form, "iba", "iban") } a { $would }, según { $publisher }.
digest-acts-per-planned = { $Actor } { PL($Actor-form, "tenía", "tenían") } previsto { $would }, según { $publisher }.
digest-acts-per-discussed = { $Actor } { PL($Actor-form, "debatía", "debatían") } { $doing }, según { $publisher }.
digest-acts-per-conditional = { $Actor } { PL($Actor-form, "estaba", "estaban") } { GEN($Actor-form, "dispuesto", "dispuesta", "dispuestos", "dispuestas") }, con condiciones, a { $would }, según { $publisher }.
digest-acts-per-conditional-if = { $Actor } { PL($Actor-form, "estaba", "estaban") } { GEN($Actor-form, "dispuesto", "dispuesta", "dispuestos", "dispuestas") } a { $would } si { $condition }, según { $publisher }.
digest-acts-per-denied = { $Actor } { PL($Actor-form, "negó", "negaron") } haber { $had }, según { $publisher }.
digest-acts-deny-that-via = { $Actor } { PL($Actor-form, "negó", "negaron") } que { $saying }, según { BY($chain) } { $organ }.
