# Español: de dónde viene un acto, y qué consta de un actor en el orden de los días.
# Cada mensaje es una frase o una línea entera y debe tener su frase firmada. Estilo: docs/style.md.

## La fuente de un acto

source-published = Publicado por { $publisher } el { $day }: «{ $title }»
source-filed = Publicado por { $publisher } el { $day }, en su fichero de votaciones
source-terms = Licencia: { $terms }
source-hash = SHA-256 del texto guardado: { $hash }
source-hash-file = SHA-256 del fichero importado: { $hash }
source-unhashed = En el archivo no hay ningún texto guardado de esta fuente.
source-fetched = Consultado el { $day }
source-replaces = Sustituye a { $record }; motivo: «{ $reason }»

## Lo que consta de un actor, de lo más reciente a lo más antiguo

title-timeline = { $actor } · cronología hasta el { $day }
title-timeline-issue = { $actor } · { $issue } · cronología hasta el { $day }
timeline-vote = { $Actor } { $did }, «{ $title }».
timeline-shift = { $Actor } { $did }, «{ $title }»; el { $day } { $had }.
timeline-sponsor = { $Actor } { $Actor-form ->
    [mp] figuran
    [fp] figuran
   *[other] figura
} entre los { $n } autores que nombra el proyecto de resolución «{ $title }».
timeline-more = { $n ->
    [1] En el archivo consta 1 acto o voto más.
   *[other] En el archivo constan { N($n, "actos o votos", "actos o votos") } más.
}
timeline-shifts = Del fichero de votaciones importado solo se citan los cambios más recientes, y no cada voto.
