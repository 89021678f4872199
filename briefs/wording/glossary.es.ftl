# Lo que las palabras quieren decir aquí: textos de servicio, que da /glossary. Nada aquí es una afirmación sobre el mundo.
# Tres mensajes por término: su nombre, qué más se escribe por él (separado por comas; "-" si nada), qué quiere decir.
# Una segunda persona lee cada texto antes de que cambie. Orden: briefs/wording/glossary.py.

## Votos

gloss-favour-name = a favor
gloss-favour-also = sí, votó a favor, voto favorable
gloss-favour = El miembro votó sí en una votación registrada.

gloss-against-name = en contra
gloss-against-also = contra, votó en contra, voto contrario
gloss-against = El miembro votó no en una votación registrada.

gloss-abstained-name = abstención
gloss-abstained-also = se abstuvo, abstenerse, abstenido
gloss-abstained = El miembro participó en la votación registrada y no eligió ni sí ni no. Es un voto emitido; nunca se cuenta como oposición ni como apoyo.

gloss-absent-name = no votó
gloss-absent-also = ausente, sin votar, no participó, no participó en la votación
gloss-absent = El miembro podía votar, y la fuente lo pone entre los que no lo hicieron. Por qué no se dice: pudo estar ausente, quedarse fuera a propósito o haber perdido el voto por cuotas atrasadas. No es una abstención.

gloss-no-row-name = sin voto en el fichero de votaciones
gloss-no-row-also = sin línea, línea que falta, no figura
gloss-no-row = El fichero de votaciones importado no tiene línea de este miembro en esta votación. Si estaba ausente, no tenía voto o se omitió por error, el fichero no lo dice; por eso no se cuenta como «no votó».

gloss-not-member-name = aún no era miembro
gloss-not-member-also = no miembro, sin asiento, antes de su ingreso
gloss-not-member = El día de la votación el Estado no era miembro del órgano que votaba, según las pertenencias fechadas del registro. No tenía voto que emitir.

gloss-has-no-vote-name = sin derecho de voto
gloss-has-no-vote-also = observador, Estado observador, no tiene voto
gloss-has-no-vote = Los observadores, los bloques, los partidos y las personas no tienen voto propio en la Asamblea General. De un bloque se cuentan los votos de sus miembros.

gloss-roll-call-name = votación registrada
gloss-roll-call-also = votación nominal, voto registrado
gloss-roll-call = Una votación con la lista de quién votó qué. Dateline tiene algunas en fichas propias y, donde un operador lo importó, el fichero de votaciones de la Biblioteca Digital de las Naciones Unidas.

gloss-part-name = votación de una parte
gloss-part-also = votación de un párrafo, votación separada, votación de una enmienda
gloss-part = Una votación registrada de un párrafo de un texto o de una enmienda, no del texto mismo. Se cuenta aparte y no entra en ninguna cifra.

gloss-adopted-name = aprobado
gloss-adopted-also = rechazado, aprobación, aprobado sin votación, consenso
gloss-adopted = Dateline no deduce de un recuento que un texto se aprobó o se rechazó: las mayorías cambian según el órgano y la cuestión. Los textos aprobados sin votación no están en ninguna votación registrada, ni por tanto en ninguna cifra.

gloss-tally-name = recuento
gloss-tally-also = resultado, totales, número de votos
gloss-tally = Los números que una fuente imprime de una votación, siempre en este orden: a favor, en contra, abstenciones y, donde la fuente lo sabe, los que no votaron. Si las líneas y los totales difieren, la respuesta lo dice.

gloss-veto-name = veto
gloss-veto-also = derecho de veto, vetado
gloss-veto = Un miembro permanente del Consejo de Seguridad votó en contra y así detuvo un texto. Solo se cuenta donde una ficha lo dice.

## Cifras

gloss-agreement-name = votos iguales
gloss-agreement-also = coincidencia, votan igual, mismo voto, acuerdo
gloss-agreement = En cuántas votaciones registradas dos miembros o más dieron el mismo voto, de aquellas en que todos votaron a favor, en contra o se abstuvieron. El número va antes que la proporción. No votar no es ni acuerdo ni desacuerdo.

gloss-opposed-name = votos opuestos
gloss-opposed-also = opuesto, uno a favor y otro en contra
gloss-opposed = De dos miembros, uno votó a favor y el otro en contra. Un voto a favor junto a una abstención no es igual, y tampoco opuesto.

gloss-cohesion-name = cohesión
gloss-cohesion-also = unidad, unidad de un bloque, apartarse, romper filas
gloss-cohesion = Cuánto vota igual un bloque: en cuántas votaciones registradas todos sus miembros de ese día que emitieron un voto dieron el mismo. Quién se aparta se mide por los votos que difieren del grupo más grande del bloque.

gloss-shift-name = cambio de voto
gloss-shift-also = cambió de voto, vota distinto, giro
gloss-shift = El voto de un miembro difiere del último que emitió sobre el mismo texto o, entre las votaciones importadas, sobre un texto del mismo título. Se dan los dos días. No votar no está en ningún lado, y de nadie se dice que se «desdijo».

gloss-bloc-name = bloque
gloss-bloc-also = grupo, grupo de Estados, grupo regional
gloss-bloc = Un grupo de Estados del registro, con miembros fechados: cada votación se cuenta con los miembros de su día.

## Lo que una respuesta dice, y lo que no

gloss-position-name = posición
gloss-position-also = postura, actitud
gloss-position = A qué suman, a una fecha, los actos que constan de un actor sobre una cuestión, de lo más reciente a lo más antiguo, con las pruebas. No es una opinión sobre lo que piensa el actor.

gloss-brief-name = respuesta
gloss-brief-also = informe, nota
gloss-brief = Un texto corto en que cada frase se apoya en fichas que se nombran, y se probó con ellas antes de mostrarse.

gloss-digest-name = boletín
gloss-digest-also = boletín diario, noticias
gloss-digest = Lo que hay de nuevo: de un día, o de lo que entró en el archivo desde el boletín anterior. Puede estar vacío, y entonces lo dice.

gloss-timeline-name = cronología
gloss-timeline-also = historial, historia
gloss-timeline = Todo lo que consta de un actor, de lo más reciente a lo más antiguo, una línea por acto o voto. De un fichero de votaciones importado da los cambios y no cada voto.

gloss-record-name = ficha
gloss-record-also = anotación, entrada
gloss-record = Lo que un redactor anotó de un acto: quién, qué, cuándo, por qué fuente, con las palabras exactas de la fuente que lo muestran. Una segunda persona la lee antes de que se publique.

gloss-source-name = fuente
gloss-source-also = editor, de dónde viene
gloss-source = El documento en que se apoya una ficha, con su editor, su día, su dirección y su licencia. Donde se archivó su texto se guarda el SHA-256 de ese texto, para que cualquiera pueda saber si una copia es la misma.

gloss-cite-name = referencia
gloss-cite-also = remisión, identificador de ficha
gloss-cite = El identificador de una ficha en que se apoya una frase. Una frase remite a todas las fichas que necesita y a ninguna de que pudiera prescindir.

gloss-measure-name = texto
gloss-measure-also = resolución, proyecto, texto votado
gloss-measure = Un texto que se sometió a votación, como un proyecto de resolución. Su signatura se imprime donde consta una votación registrada de él.

gloss-issue-name = cuestión
gloss-issue-also = asunto, tema
gloss-issue = Aquello de que tratan textos y actos, como una guerra o un tratado. Los textos importados le pertenecen por reglas escritas, que `dateline issues` imprime.

gloss-co-sponsor-name = copatrocinador
gloss-co-sponsor-also = copatrocinar, copatrocinio, patrocinador, coautor
gloss-co-sponsor = Un Estado que puso su nombre en un proyecto de texto, al presentarlo o después. No es un voto: el de un copatrocinador solo se cuenta donde consta.

gloss-quotation-name = cita
gloss-quotation-also = citar, palabras textuales, comillas
gloss-quotation = Las palabras entre comillas están en la fuente letra por letra. Una cita se da entera, con quién lo dijo y por quién llegó, y nunca se corta.

gloss-paraphrase-name = paráfrasis
gloss-paraphrase-also = reformulación, palabras del redactor
gloss-paraphrase = La redacción breve que un redactor hace de lo que dice una fuente. Se imprime letra por letra como se revisó; si es fiel lo juzga el segundo lector, pues ninguna máquina puede probarlo.

gloss-among-name = entre ellos
gloss-among-also = entre otros, incluidos
gloss-among = La fuente nombra a algunos de una lista más larga. Sin «entre ellos» la lista está entera.

gloss-silence-name = no consta nada
gloss-silence-also = silencio, no consta ningún voto, no consta
gloss-silence = Una búsqueda en todo lo que hay aquí no encontró nada. Se dice de las fuentes de aquí, nunca del mundo: el acto pudo ocurrir y no estar en ninguna ficha.

gloss-on-file-name = también consta
gloss-on-file-also = consta, solo consta
gloss-on-file = Hay una ficha que ninguna frase puede contar sin callar algo que debe decir. Se nombra, para que usted la consulte con `/source`.

## Tiempo y estado

gloss-as-of-name = a fecha de
gloss-as-of-also = al, día pedido
gloss-as-of = El día en que se sitúa la respuesta. Se apoya en lo que había pasado y se había publicado al final de ese día, viniera lo que viniera después.

gloss-known-name = conocido
gloss-known-also = anotado hasta, conocido entonces
gloss-known = El instante en que este archivo ya debía tener una ficha para que una respuesta la use; si no se dice, ahora. Con «a fecha de» devuelve una respuesta tal como era entonces.

gloss-recorded-name = anotado
gloss-recorded-also = registrado, guardado desde
gloss-recorded = Cuándo tuvo este archivo una ficha por primera vez. Puede ser mucho después del acto y de su publicación: lo publicado más de siete días antes se responde, y no es noticia.

gloss-correction-name = corrección
gloss-correction-also = corregido, retirado, revisión, rectificación
gloss-correction = Una ficha que ocupa el lugar de otra y dice por qué. La otra se conserva y ya no se cuenta.

gloss-embargo-name = embargo
gloss-embargo-also = embargado
gloss-embargo = Un instante antes del cual una ficha no se muestra a nadie.

gloss-withheld-name = retenida
gloss-withheld-also = retenido, no se muestra, no pasó la prueba
gloss-withheld = Una respuesta en que una frase no pudo probarse no se muestra en absoluto: usted recibe los identificadores de sus fichas, y el operador la razón.

gloss-proved-name = probado
gloss-proved-also = prueba, comprobado, verificado
gloss-proved = Un segundo lector en el programa, que no comparte código con el redactor, volvió a leer la frase acabada y halló cada nombre, número, día y cita en las fichas a que remite. Que la fuente tenga razón no está probado.
