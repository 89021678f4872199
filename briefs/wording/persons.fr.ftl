# Français : les personnes et leur fonction, les partis et leur situation, ceux qui agissent ensemble ou pour autrui. La virgule
# qui ferme une apposition tombe devant un point, une virgule ou un point-virgule (`pen`).

person-role = { THE($role, $form) }{ $role } { $name }
person-of = { THE($role, $form) }{ $role } { OF($of) }, { $name },
person-title = { $person }, { $role }
party-standing = { $party }, { $standing },
party-person = { $person }, { OF($party) }, { $standing },
on-behalf = { $agent }, au nom { OF($owner) },
countries = un groupe de { N($n, "pays", "pays") }
pronoun-they = Ils
pronoun-it = { $form ->
    [fs] elle
    [mp] ils
    [fp] elles
   *[ms] il
}
pronoun-many = { pronoun-it }
pronoun-he-again = il
pronoun-she-again = elle
pronoun-they-again = { pronoun-it }
medium-vowel = { $medium }
medium-consonant = { $medium }
via-cited = { $organ }. { THAT($form) } cite { $chain } { RELEASED($chain) } par { $before }
via-citing = { via-cited }
figure-approx = { $approx } { $n }
thing-text = { $symbol } (« { $title } »)
thing-again = le texte
thing-draft = le projet de résolution (« { $title } »)
thing-words = la déclaration { OF($other) } en date du { $day }
thing-step = la mesure { OF($other) } en date du { $day }
thing-announcement = l'annonce { OF($other) } en date du { $day }
