# Español: lo que cambió aquí desde un día, y lo que constaba en un instante.
# Cada mensaje es una frase o una línea entera y debe tener su frase firmada. Estilo: docs/style.md.

## Lo que constaba, y cuándo

footer-sources-known = Fuentes hasta el { $day }, según constaba el { $known }
footer-compiled-known = Elaborado con fuentes hasta el { $day }, según constaba el { $known }
footer-none-known = Ninguna fuente en el archivo el { $known }
footer-none-begun = Ninguna fuente en el archivo el { $known }: este archivo se abrió el { $born }
known-at = { $day } a las { $time } UTC

## Lo que cambió desde un día

title-changes = Cambios en el archivo desde el { $day }
changes-none = Desde el { $day } no se añadió, corrigió ni retiró nada.
changes-counts = Fichas desde el { $day }: { $counts }.
changes-count-added = { N($n, "añadida", "añadidas") }
changes-count-corrected = { N($n, "corregida", "corregidas") }
changes-count-retracted = { N($n, "retirada", "retiradas") }
changes-count-edited = { N($n, "modificada sin sustitución", "modificadas sin sustitución") }
changes-count-gone = { N($n, "que ya no consta", "que ya no constan") }
changes-began = { $n ->
    [0] Este archivo se abrió el { $day } sin ninguna ficha.
   *[other] Este archivo se abrió el { $day } con { N($n, "ficha", "fichas") }.
}
changes-imported = El fichero de votaciones se importó el { $day }: { N($n, "votación nominal", "votaciones nominales") }.
changes-added = Añadido el { $day } de { $publisher }, «{ $title }», { $published }: { $records }
changes-added-calls = Añadido el { $day }, votaciones registradas: { $records }
changes-corrected = Corregido el { $day }: { $records } sustituye a { $older } ({ $publisher }, { $published }); motivo: «{ $reason }»
changes-retracted = Retirado el { $day }: { $records } ({ $publisher }, { $published }); motivo: «{ $reason }»
changes-edited = Modificado sin sustitución el { $day }: { $records } ({ $publisher }, { $published })
changes-gone = Ya no consta desde el { $day }: { $records } ({ $publisher }, { $published })
changes-more = { $n ->
    [1] Consta 1 cambio más.
   *[other] Constan { N($n, "cambio", "cambios") } más.
}

## La historia de una ficha

record-since = Registrado aquí el { $day }
