# Palabras de servicio en español: lo que Dateline dice de sí mismo y de una pregunta, nunca del mundo.
# Nada aquí es una afirmación, así que nada se prueba. Las órdenes conservan su nombre en todas partes; `called-…` da el
# nombre español, entendido en todas las plataformas y mostrado por Discord.

## El catálogo

notice-command-position = Lo que un Estado, bloque o persona hizo y dijo sobre una cuestión, a una fecha
notice-command-event = Una votación o un hecho: quién hizo qué, y qué dicen las fuentes
notice-command-vote = Una votación registrada: recuento, listas y bloques, o los miembros de un solo bloque
notice-command-voters = Quién votó así: a favor, en contra, abstención o sin votar
notice-command-digest = Lo que pasó un día, según las fuentes publicadas hasta el día siguiente
notice-command-compare = Dos actores o más, uno junto a otro
notice-command-bloc = Si los miembros de un bloque votan igual, quién se aparta y desde cuándo
notice-command-shifts = Quién vota distinto que la vez anterior sobre el mismo texto
notice-command-issues = Las cuestiones por las que se puede preguntar, y lo que consta de cada una
notice-command-find = Fichas, textos, actores y cuestiones que responden a sus palabras
notice-command-source = De dónde viene una ficha: editor, fecha, licencia, citas en su contexto
notice-command-timeline = Todo lo que consta de un actor, de lo más reciente a lo más antiguo
notice-command-changed = Lo que se añadió, corrigió o retiró aquí desde una fecha
notice-command-glossary = Lo que una palabra como «abstención» o «a fecha de» quiere decir aquí
notice-command-help = Lo que se puede preguntar, o cómo funciona una orden

notice-example-position = /position cambodia ukraine al 4 de marzo de 2022 corto
notice-example-event = /event un-es-11-1
notice-example-vote = /vote A/RES/ES-11/1 asean
notice-example-voters = /voters A/RES/ES-11/1 abstención asean
notice-example-digest = /digest 3 de marzo de 2022
notice-example-compare = /compare cambodia vietnam singapore
notice-example-bloc = /bloc asean sobre ukraine
notice-example-shifts = /shifts desde 2015 sobre ukraine
notice-example-issues = /issues
notice-example-find = /find cease fire
notice-example-source = /source A/RES/ES-11/1
notice-example-timeline = /timeline cambodia sobre ukraine
notice-example-changed = /changed desde el 1 de marzo de 2025
notice-example-glossary = /glossary abstención
notice-example-help = /help position

notice-param-actor = Estado, bloque, partido, órgano o persona, por cualquiera de sus nombres usuales
notice-param-first = El primero de los actores que se comparan
notice-param-others = Los demás actores que se comparan, separados por comas
notice-param-issue = Asunto, como una guerra o un tratado; si se omite, todos los que constan
notice-param-event = Signatura, palabras del título o identificador de la ficha
notice-param-bloc = Bloque de Estados, por cualquiera de sus nombres usuales
notice-param-since = Primer día o año; si se omite, un año antes de la última votación registrada
notice-param-changed-since = Primer día o año; si se omite, hace una semana
notice-param-text = Signatura o palabras del título del texto votado
notice-param-voting-bloc = Bloque cuyos miembros se nombran; si se omite, todos los miembros
notice-param-option = El voto: a favor, en contra, abstención o sin votar
notice-param-as-of = Día en que se sitúa la respuesta; si se omite, hoy
notice-param-known = Responder solo con lo que constaba aquí al final de ese día; si se omite, con todo
notice-param-day = Día que se cuenta; si se omite, ayer
notice-param-language = El de la respuesta; lo que aún no se sabe decir en él se dice en inglés
notice-param-length = Cuánto contar: una línea, corto o largo
notice-param-words = Palabras que se buscan; se perdona una errata
notice-param-record = Identificador de la ficha, o signatura del texto votado
notice-param-term = Palabra que se explica; si se omite, la lista de todas
notice-param-command = Orden que se explica

## Nombres de las órdenes, los parámetros y las opciones

called-command-position = posición
called-command-event = hecho
called-command-vote = votación
called-command-voters = votantes
called-command-digest = boletín
called-command-compare = comparar
called-command-bloc = bloque
called-command-shifts = cambios-de-voto
called-command-issues = cuestiones
called-command-find = buscar
called-command-source = fuente
called-command-timeline = cronología
called-command-changed = novedades
called-command-glossary = glosario
called-command-help = ayuda
called-param-actor = actor
called-param-others = otros
called-param-issue = cuestión
called-param-event = hecho
called-param-bloc = bloque
called-param-since = desde
called-param-text = texto
called-param-option = voto
called-param-as-of = fecha
called-param-known = conocido
called-param-day = día
called-param-language = idioma
called-param-length = extensión
called-param-words = palabras
called-param-record = ficha
called-param-term = término
called-param-command = orden
called-choice-line = línea
called-choice-short = corto
called-choice-long = largo
called-choice-en = inglés
called-choice-fr = francés
called-choice-es = español
called-choice-km = jemer
called-choice-in-favour = a favor
called-choice-against = en contra
called-choice-abstained = abstención
called-choice-did-not-vote = no votó

## Ayuda

notice-help-title = Lo que se puede preguntar
notice-help-lead = Dateline responde con fichas revisadas y con sus fuentes. Cada frase de una respuesta cita una; lo que no consta no se dice.
notice-help-dash = { " – " }
notice-help-examples = Ejemplos
notice-help-example = Por ejemplo: { $example }
notice-help-days = Días: 2022-03-04, 4 de marzo de 2022, hoy o ayer. Extensión: línea, corto, largo.
notice-help-more = { $usage } explica una orden.
notice-help-one-title = /{ $name }
notice-help-param-required = { $param } (necesario): { $summary }
notice-help-param-optional = { $param }: { $summary }

## Nombres y órdenes que nadie lleva, o que llevan varios

notice-unknown-title = No se encuentra
notice-unknown-actor = Ningún actor del registro se llama «{ $typed }».
notice-unknown-issue = Ninguna cuestión del registro se llama «{ $typed }».
notice-unknown-event = No consta ningún texto ni ninguna ficha con el nombre «{ $typed }».
notice-unknown-command = Ninguna orden se llama «{ $typed }».
notice-unknown-term = «{ $typed }» no se explica aquí.
notice-unknown-words = «{ $typed }» no designa aquí ni actor, ni cuestión, ni día.
notice-unknown-empty = En estas palabras no hay letra ni cifra con que formar un nombre.
notice-did-you-mean = ¿Quería decir…?
notice-see-help = { $usage } muestra lo que se puede preguntar.

notice-ambiguous-title = ¿Cuál?
notice-ambiguous = Varios llevan el nombre «{ $typed }». Pregunte por uno de ellos:
notice-beside-georgia = «{ $typed }» es también un estado de los Estados Unidos, que no es actor aquí. Si se refiere al país, pregunte:
notice-beside-samoa = «{ $typed }» puede ser también Samoa Americana, territorio de los Estados Unidos que no es actor aquí. Si se refiere al país, pregunte:
notice-beside-texts = Varios textos responden a «{ $typed }». Pregunte por uno de ellos:
notice-ambiguous-more =
    { $count ->
        [one] Hay { $count } texto más. Añada una palabra de su título o el año, o pregunte por su signatura.
       *[other] Hay { $count } textos más. Añada una palabra del título o el año, o pregunte por la signatura.
    }
notice-choice = { $label }: { $command }

## Preguntas que no se entienden

notice-usage-title = No se entiende
notice-usage-form = Escriba: { $usage }
notice-usage-example = Por ejemplo: { $example }
notice-usage-needs = Falta <{ $param }>.
notice-one-actor = «{ $typed }» designa un segundo actor, y aquí cabe uno. Para ver los dos:
notice-no-bloc = { $name }: no es un bloque de Estados. Para sus propios votos:
notice-option-unknown = «{ $typed }» no es una forma de votar aquí. Pregunte por una de estas:
notice-option-missing = ¿Qué voto? Pregunte por uno de estos:
notice-usage-too-few = Para comparar hacen falta al menos dos actores.
notice-usage-same-twice = «{ $typed }» designa un actor que ya está en esta comparación.
notice-usage-too-many = Se pueden comparar { $limit } actores como máximo.
notice-usage-bad-day = «{ $typed }» no es un día. Escríbalo como 2022-03-04 o 4 de marzo de 2022.
notice-usage-not-a-day = «{ $typed }» no es un día que se pueda usar. Escríbalo como 2022-03-04 o 4 de marzo de 2022.
notice-usage-future-day = «{ $typed }» aún está por venir.
notice-usage-bad-length = «{ $typed }» no es una extensión. Escriba línea, corto o largo.
notice-usage-bad-language = «{ $typed }» no es un idioma en que se pueda preguntar. Escriba es para el español, en para el inglés, fr para el francés, km para el jemer.
notice-usage-unknown-option = Aquí no hay opción «{ $typed }». Opciones: { $options }.
notice-usage-no-options = Aquí no hay opción «{ $typed }»; esta orden no admite ninguna.
notice-usage-option-twice = «{ $typed }» está dos veces.
notice-usage-option-empty = «{ $typed }» no tiene valor.

## Buscar y explicar

notice-find-title = Encontrado para «{ $typed }»
notice-find-nothing = Nada de lo que consta responde a «{ $typed }».
notice-find-more = Hay más: añada una palabra, o pida una respuesta más larga.
notice-find-named = { " " }({ $kind }): { $command }
notice-find-dated = { " " }({ $kind }, { $day }): { $command }
notice-kind-state = Estado
notice-kind-observer = Estado observador
notice-kind-body = organismo
notice-kind-former = antiguo Estado
notice-kind-bloc = bloque
notice-kind-organisation = organización
notice-kind-party = partido
notice-kind-organ = órgano
notice-kind-person = persona
notice-kind-mission = misión
notice-kind-issue = cuestión
notice-kind-text = texto
notice-glossary-title = { $term }
notice-glossary-all-title = Palabras que se explican aquí
notice-glossary-separator = { " · " }
notice-glossary-ask = { $usage } explica una de ellas.
notice-glossary-offer = : { $command }

notice-passages = En el texto archivado

## Otras líneas tranquilas

notice-withheld-title = Retenida
notice-withheld = Esta respuesta no pasó su propia prueba y no se muestra. Las fichas en que se habría apoyado:
notice-withheld-bare = Esta respuesta no pasó su propia prueba y no se muestra.
notice-failed-title = No ha funcionado
notice-failed = Algo falló por nuestra parte y no se respondió nada. El operador lo encuentra en el registro de sucesos como { $id }.
notice-restarting-title = Un momento
notice-restarting = Dateline se está reiniciando. Vuelva a preguntar en un minuto.
notice-old-form = Discord le mostró una forma antigua de esta orden. Recargue Discord y vuelva a preguntar.

## Rótulos que añaden las plataformas

notice-as-of = a { $day }
notice-sources = Fuentes
notice-more = … y { $count } más

## La consola

notice-console-first = Primero el boletín del { $day }, luego /{ $ask }. Pregunte igual en la línea de órdenes; /help dice lo que se puede preguntar, /quit termina.
notice-console-closing = Hasta luego.

## What can be done with an answer

notice-do-share = Compartir en el canal
notice-do-sources = Fuentes
notice-do-timeline = Cronología
notice-do-compare = Comparar con…
notice-do-shorter = Más corto
notice-do-longer = Más largo
notice-do-language = Idioma
notice-do-pick = Elija
notice-do-report = Señalar un error
notice-do-earlier = Página anterior
notice-do-further = Página siguiente
notice-page = Página { $page } de { $pages }
notice-shared-by = Preguntado y compartido por { $who }
notice-shared-failed = No se pudo compartir aquí: { $reason }.
notice-shared-refused = Discord lo rechazó (código { $code })
notice-shared-unsure = Discord no respondió a tiempo y el mensaje puede estar ya en el canal. Mire antes de volver a intentarlo
notice-shared-once = Esta respuesta ya se compartió.
notice-shared-not-allowed = Usted no puede escribir en este canal: no se compartió nada.
notice-form-late = El formulario no se pudo abrir a tiempo. Inténtelo de nuevo.
notice-form-send = Enviar
notice-form-close = Cancelar
notice-compare-title = Comparar
notice-compare-with = ¿Con quién?
notice-compare-hint = Estados, grupos o personas, separados por comas
notice-report-title = Señalar un error
notice-report-sentence = ¿Qué frase?
notice-report-any = Ninguna en particular
notice-report-words = ¿Qué está mal?
notice-report-hint = ¿Qué debería decir y dónde se puede comprobar?
notice-reported-title = Gracias
notice-reported = Su aviso se guarda con el número { $number }, con esta respuesta y sus palabras, sin su nombre. Lo ven las personas que administran Dateline aquí.
notice-report-lost-title = No se guardó
notice-report-lost = Su aviso no se pudo guardar ahora. Inténtelo de nuevo en unos minutos.
notice-old-button = Este botón es de una versión anterior de Dateline. Vuelva a hacer la pregunta.
notice-admin-report-title = Aviso { $number }
notice-admin-report-words = Un lector dice: «{ $words }»
notice-admin-report-sentence = Sobre la frase: { $sentence }
notice-admin-report-question = Pregunta: { $question }
notice-basis-title = Fuentes de: { $title }
notice-basis-none = Nada en esta respuesta se apoya en un registro.
notice-basis-sentence = Frase
notice-basis-records = Se apoya en
notice-basis-how = { $command } muestra uno de estos registros, con su editor, su fecha y su licencia.
notice-basis-search = una búsqueda en todos los registros
notice-basis-more = { $records } y { $count } más

## Lo que nombra un texto

notice-menu-spot = Buscar países y textos
notice-menu-spot-summary = Qué Estados, bloques, personas, cuestiones y textos nombra el mensaje, con lo que se puede preguntar de cada uno
notice-spot-title = Nombrados en este texto
notice-spot-lead = Nombres y signaturas exactos, en el orden del texto. Nada se adivina.
notice-spot-nothing = Nada en este texto es el nombre exacto de un Estado, bloque, persona o cuestión de aquí, ni la signatura de un texto.
notice-spot-several = «{ $typed }» es el nombre de varios:
notice-spot-separator = { " · " }
notice-spot-not-held = Ningún texto de signatura { $symbol } consta aquí.
notice-spot-more =
    { $count ->
        [one] En el texto figura un nombre más.
       *[other] En el texto figuran { $count } nombres más.
    }
notice-spot-cut = El texto es largo: se leyeron sus primeros { $count } caracteres.

## Las páginas en que Slack recibe Dateline

notice-install-title = Añadir Dateline a Slack
notice-install-about = Dateline responde qué dijeron e hicieron los gobiernos, según registros elaborados con sus fuentes. Cada frase se prueba contra esos registros antes de mostrarse.
notice-install-go = Añadir a Slack
notice-install-asks-head = Qué pide
notice-install-asks = Necesita dos permisos:
notice-install-optional = Estos son opcionales. Slack muestra cada uno en su página siguiente, donde puede dejarlo fuera:
notice-install-scope-commands = para responder a los comandos
notice-install-scope-chat-write = para publicar en los canales a los que se le invite y escribir a quien lo quiera
notice-install-scope-channels-history = para ver si un mensaje suyo está ahí, cuando se perdió la respuesta de Slack
notice-install-scope-groups-history = lo mismo en canales privados
notice-install-scope-app-mentions-read = para responder a preguntas que lo mencionan; no ve ningún otro mensaje
notice-install-scope-im-history = para responder a preguntas que se le escriben en mensajes directos
notice-install-scope-users-read = para ver quién es administrador y puede programar boletines, y en qué zona horaria está cada cual
notice-install-scope-channels-read = para ver si está en un canal y quién lo creó
notice-install-scope-groups-read = lo mismo de los canales privados
notice-install-keeps-head = Qué conserva
notice-install-keeps = El token de su espacio de trabajo, cifrado, su nombre y quién instaló Dateline; y sus ajustes y boletines. Cuando retire Dateline, ajustes y boletines se borran a los 30 días, lo demás de inmediato. De los mensajes conserva solo lo que alguien señala como error.
notice-install-done = Dateline está en { $name }
notice-install-next-head = Qué hacer ahora
notice-install-step-ask = Escriba `/dateline help` en cualquier canal: verá qué se puede preguntar. Las respuestas las ve solo usted.
notice-install-step-invite = Diga `/invite @Dateline` en cada canal que deba recibir boletines.
notice-install-step-schedule = Diga allí `/dateline subscription` para programar un boletín.
notice-install-step-workspaces = Elija los espacios de trabajo de su organización que reciben Dateline.
notice-install-open = Abrir Slack
notice-install-workspaces = Elegir espacios de trabajo
notice-install-again = Empezar de nuevo
notice-install-code = La palabra de Slack:
notice-install-declined = No se instaló nada
notice-install-declined-do = Usted dijo que no en la página de Slack y nada cambió. Si no tenía permiso para aceptar, pida a un administrador de su espacio de trabajo que abra esta página.
notice-install-stale = Esta página ha caducado
notice-install-stale-do = Una instalación vale diez minutos, una sola vez, en el navegador que la empezó. No se instaló nada. Empiece de nuevo aquí.
notice-install-misconfigured = Dateline no está bien configurado
notice-install-misconfigured-do = Slack no reconoció esta aplicación y no se instaló nada. Usted no puede remediarlo; quien opera este Dateline lo tiene en su registro. Avísele, por favor.
notice-install-slack-down = Slack no respondió
notice-install-slack-down-do = Nada es seguro hasta que Slack responda. Espere unos minutos y empiece de nuevo; hacerlo dos veces no causa daño.
notice-install-not-kept = Dateline no pudo terminar
notice-install-not-kept-do = Slack aceptó, pero Dateline no puede escribir en su base de datos ahora, así que aún no puede trabajar para usted. Espere unos minutos y empiece de nuevo; hacerlo dos veces no causa daño.
notice-install-turned-down = Slack rechazó la instalación
notice-install-turned-down-do = No se instaló nada. A menudo un administrador del espacio de trabajo debe aprobar antes la aplicación: pídale que abra esta página.

## Asking on Slack: the form, its answer, Home, a mention

notice-ask-title = Preguntar a Dateline
notice-ask-what = ¿Qué quiere saber?
notice-ask-more = Más opciones
notice-ask-send = Preguntar
notice-ask-needed = Elija una entrada o dígalo con palabras.
notice-ask-type = Escriba unas letras
notice-ask-day = Elegir un día
notice-ask-choose = Elegir
notice-form-back = Atrás
notice-form-done = Cerrar
notice-answer-coming = La respuesta está en camino…
notice-share-to = Compartirla en una conversación
notice-share-hint = Todos los que están allí la ven, con su nombre debajo. No se avisa a nadie.
notice-share-send = Compartir
notice-share-done = Compartida.
notice-share-coming = Se está compartiendo; un momento.
notice-share-lost = Slack no la aceptó allí. Elija otra conversación o inténtelo de nuevo.
notice-share-unsure = Slack no respondió a tiempo, así que quizá ya esté allí. Mire antes de intentarlo de nuevo.
notice-talk-title = No lo he entendido
notice-talk-unknown = Empiece con una de mis palabras, como en «posición camboya ucrania» o «votación ES-11/1 asean». «ayuda» las da todas.
notice-talk-named = Su mensaje nombra:
notice-home-lead = Lo que los gobiernos dicen, votan y hacen, cada frase con su fuente.
notice-home-ask = Preguntar
notice-home-example = posición camboya ucrania
notice-home-hint = Empiece por lo que quiere saber: posición, comparar, votación, cronología, buscar…
notice-home-form = Preguntar con un formulario
notice-home-actor = Posición de…
notice-home-text = Una votación…
notice-home-issue = Quién cambió sobre…
notice-home-next = Próximos boletines
notice-home-none = Aún no hay ningún boletín programado aquí. Quien se ocupa de este espacio de trabajo puede hacerlo con /dateline subscription schedule.
notice-home-schedule = Programar un boletín
notice-home-own = Solo para usted
notice-home-issues = Cuestiones que siguen estos boletines
notice-home-actors = Actores que siguen
notice-home-help = Ayuda
notice-home-how = Escriba /dateline position camboya en cualquier conversación: la respuesta es solo para usted mientras no la comparta. Elija Find countries and texts en el menú … de un mensaje para ver qué nombra.
notice-home-settings = Ajustes
notice-home-settings-how = Los ajustes de este espacio de trabajo los cambia quien se ocupa de él, con /dateline settings.

notice-amended = Corregido el { $day }: véase «Correcciones» al final.
notice-amended-out = Corregido el { $day }: se retiró lo que venía de una ficha que ya no se tiene por cierta, véase «Correcciones» al final.
notice-amended-section = Correcciones
notice-withdrawn-corrected = Este mensaje se basaba en una ficha que se corrigió el { $day }. Lo que decía queda retirado.
notice-withdrawn-retracted = Este mensaje se basaba en una ficha que se retiró el { $day }. Lo que decía queda retirado.
notice-withdrawn-edited = Este mensaje se basaba en una ficha que se modificó el { $day }. Lo que decía queda retirado.
notice-withdrawn-gone = Este mensaje se basaba en una ficha que ya no consta desde el { $day }. Lo que decía queda retirado.
notice-note-title = Corrección: { $title }
notice-note-lead = Una ficha en la que se basa este boletín cambió después de publicarse.
notice-note-was = Como se publicó
notice-note-quoted = «{ $sentence }»
notice-note-now = Como se dice ahora
notice-note-untold = Esto ya no se dice.
notice-note-more = { $n ->
    [one] Cambió { $n } frase más.
   *[other] Cambiaron { $n } frases más.
}
