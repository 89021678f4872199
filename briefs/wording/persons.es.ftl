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
via-citing = { $organ }, que cita { $chain } { RELEASED($chain) } por { $before }
figure-approx = { $approx } { $n }
thing-text = { $symbol } («{ $title }»)
thing-draft = el proyecto de resolución («{ $title }»)
thing-words = la declaración { OF($other) } de fecha { $day }
thing-step = la medida { OF($other) } de fecha { $day }
thing-announcement = el anuncio { OF($other) } de fecha { $day }
