# Español: las personas y su cargo, los partidos y su situación, quienes actúan juntos o por otro. La coma que cierra una
# aposición cae ante un punto, una coma o un punto y coma (`pen`).

person-role = { THE($form) } { $role }, { $name },
person-of = { THE($form) } { $role } { OF($of) }, { $name },
person-title = { $person }, { $role }
party-standing = { $party }, { $standing },
party-person = { $person }, { OF($party) }, { $standing },
on-behalf = { $agent }, en nombre { OF($owner) },
countries = un grupo de { N($n, "país", "países") }
medium-vowel = { $medium }
medium-consonant = { $medium }
via-cited = { $organ }. { THAT($form) } cita { BY($chain) } { $before }
via-citing = { via-cited }
figure-approx = { $approx } { $n }
thing-text = { $symbol } («{ $title }»)
thing-again = el texto
thing-draft = el proyecto de resolución («{ $title }»)
thing-words = la declaración hecha por { $other } el { $day }
thing-step = el paso dado por { $other } el { $day }
thing-announcement = el anuncio hecho por { $other } el { $day }
