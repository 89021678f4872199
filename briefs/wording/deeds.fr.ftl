# Français : ce qui a été fait. Chaque acte est un membre de phrase : participe, infinitif, « sur la possibilité de » et infinitif, où
# l'objet suit toujours le verbe. Il entre dans une des phrases plus bas, qui dit jusqu'où l'acte est allé et qui le dit.
# Chaque membre et chaque phrase ont leur ligne signée.

## Les actes

deed-statement = { $as ->
    [would] publier
    [doing] sur la possibilité de publier
   *[did] publié
} { $object }
deed-explain = { $as ->
    [would] expliquer
    [doing] sur la possibilité d'expliquer
   *[did] expliqué
} { $object }
deed-introduce = { $as ->
    [would] présenter
    [doing] sur la possibilité de présenter
   *[did] présenté
} { $object }
deed-adopted = { $as ->
    [would] adopter
    [doing] sur la possibilité d'adopter
   *[did] adopté
} { $object }
deed-rejected = { $as ->
    [would] rejeter
    [doing] sur la possibilité de rejeter
   *[did] rejeté
} { $object }
deed-veto = { $as ->
    [would] opposer un veto
    [doing] sur la possibilité d'opposer un veto
   *[did] opposé un veto
} { AT($object) }
deed-veto-at = { $as ->
    [would] opposer un veto
    [doing] sur la possibilité d'opposer un veto
   *[did] opposé un veto
} { AT($object) } { AT($body) }
deed-cosponsor = { $as ->
    [would] coparrainer
    [doing] sur la possibilité de coparrainer
   *[did] coparrainé
} { $object }
deed-request = { $as ->
    [would] demander
    [doing] sur la possibilité de demander
   *[did] demandé
} { $object }
deed-request-beside = { $as ->
    [would] demander
    [doing] sur la possibilité de demander
   *[did] demandé
} { $object } { AT($other) }
deed-call = { $as ->
    [would] appeler
    [doing] sur la possibilité d'appeler
   *[did] appelé
} { AT($object) }
deed-call-beside = { $as ->
    [would] appeler
    [doing] sur la possibilité d'appeler
   *[did] appelé
} { $other } { AT($object) }
deed-seek = { $as ->
    [would] chercher à obtenir
    [doing] sur la possibilité de chercher à obtenir
   *[did] cherché à obtenir
} { $object }
deed-seek-beside = { $as ->
    [would] chercher à obtenir
    [doing] sur la possibilité de chercher à obtenir
   *[did] cherché à obtenir
} { $object } avec { $other }
deed-condemn = { $as ->
    [would] condamner
    [doing] sur la possibilité de condamner
   *[did] condamné
} { $object }
deed-deplore = { $as ->
    [would] déplorer
    [doing] sur la possibilité de déplorer
   *[did] déploré
} { $object }
deed-regret = { $as ->
    [would] regretter
    [doing] sur la possibilité de regretter
   *[did] regretté
} { $object }
deed-welcome = { $as ->
    [would] saluer
    [doing] sur la possibilité de saluer
   *[did] salué
} { $object }
deed-praise = { $as ->
    [would] faire l'éloge
    [doing] sur la possibilité de faire l'éloge
   *[did] fait l'éloge
} { OF($object) }
deed-support = { $as ->
    [would] soutenir
    [doing] sur la possibilité de soutenir
   *[did] soutenu
} { $object }
deed-oppose = { $as ->
    [would] exprimer une opposition
    [doing] sur la possibilité d'exprimer une opposition
   *[did] exprimé une opposition
} { AT($object) }
deed-recognise = { $as ->
    [would] reconnaître
    [doing] sur la possibilité de reconnaître
   *[did] reconnu
} { $object }
deed-refuse = { $as ->
    [would] refuser
    [doing] sur la possibilité de refuser
   *[did] refusé
} { $object }
deed-refuse-alone = { $as ->
    [would] refuser de reconnaître
    [doing] sur la possibilité de refuser de reconnaître
   *[did] refusé de reconnaître
} { $other }
deed-sanction = { $as ->
    [would] imposer des sanctions
    [doing] sur la possibilité d'imposer des sanctions
   *[did] imposé des sanctions
} { AT($other) }
deed-sanction-form = { $as ->
    [would] imposer des sanctions
    [doing] sur la possibilité d'imposer des sanctions
   *[did] imposé des sanctions
} { $form } { AT($other) }
deed-sanction-what = { $as ->
    [would] imposer
    [doing] sur la possibilité d'imposer
   *[did] imposé
} { $object } { AT($other) }
deed-lift-sanction = { $as ->
    [would] lever des sanctions
    [doing] sur la possibilité de lever des sanctions
   *[did] levé des sanctions
} contre { $other }
deed-lift-sanction-form = { $as ->
    [would] lever des sanctions
    [doing] sur la possibilité de lever des sanctions
   *[did] levé des sanctions
} { $form } contre { $other }
deed-lift-sanction-what = { $as ->
    [would] lever
    [doing] sur la possibilité de lever
   *[did] levé
} { $object } visant { $other }
deed-expel = { $as ->
    [would] expulser
    [doing] sur la possibilité d'expulser
   *[did] expulsé
} { $object }
deed-recall = { $as ->
    [would] rappeler
    [doing] sur la possibilité de rappeler
   *[did] rappelé
} { $object }
deed-recall-beside = { $as ->
    [would] rappeler
    [doing] sur la possibilité de rappeler
   *[did] rappelé
} { $object } { OF($other) }
deed-suspend = { $as ->
    [would] suspendre
    [doing] sur la possibilité de suspendre
   *[did] suspendu
} { $object }
deed-pledge-aid = { $as ->
    [would] promettre
    [doing] sur la possibilité de promettre
   *[did] promis
} { $object }
deed-pledge-aid-beside = { $as ->
    [would] promettre
    [doing] sur la possibilité de promettre
   *[did] promis
} { $object } { AT($other) }
deed-pledge-aid-alone = { $as ->
    [would] promettre de l'aide
    [doing] sur la possibilité de promettre de l'aide
   *[did] promis de l'aide
} { AT($other) }
deed-deliver-aid = { $as ->
    [would] livrer
    [doing] sur la possibilité de livrer
   *[did] livré
} { $object }
deed-deliver-aid-beside = { $as ->
    [would] livrer
    [doing] sur la possibilité de livrer
   *[did] livré
} { $object } { AT($other) }
deed-deliver-aid-alone = { $as ->
    [would] livrer de l'aide
    [doing] sur la possibilité de livrer de l'aide
   *[did] livré de l'aide
} { AT($other) }
deed-sign = { $as ->
    [would] signer
    [doing] sur la possibilité de signer
   *[did] signé
} { $object }
deed-sign-beside = { $as ->
    [would] signer
    [doing] sur la possibilité de signer
   *[did] signé
} { $object } avec { $other }
deed-ratify = { $as ->
    [would] ratifier
    [doing] sur la possibilité de ratifier
   *[did] ratifié
} { $object }
deed-accede = { $as ->
    [would] adhérer
    [doing] sur la possibilité d'adhérer
   *[did] adhéré
} { AT($object) }
deed-withdraw = { $as ->
    [would] quitter
    [doing] sur la possibilité de quitter
   *[did] quitté
} { $object }
deed-meet = { $as ->
    [would] rencontrer
    [doing] sur la possibilité de rencontrer
   *[did] rencontré
} { $object }
deed-meet-on = { $as ->
    [would] rencontrer
    [doing] sur la possibilité de rencontrer
   *[did] rencontré
} { $object } pour évoquer { $topic }
deed-visit = { $as ->
    [would] visiter
    [doing] sur la possibilité de visiter
   *[did] visité
} { $object }
deed-phone = { $as ->
    [would] avoir un entretien téléphonique
    [doing] sur la possibilité d'avoir un entretien téléphonique
   *[did] eu un entretien téléphonique
} avec { $object }
deed-mediate = { $as ->
    [would] mener une médiation
    [doing] sur la possibilité de mener une médiation
   *[did] mené une médiation
} dans { $object }
deed-mediate-alone = { $as ->
    [would] mener une médiation
    [doing] sur la possibilité de mener une médiation
   *[did] mené une médiation
}
deed-offer = { $as ->
    [would] offrir
    [doing] sur la possibilité d'offrir
   *[did] offert
} { $object }
deed-offer-beside = { $as ->
    [would] offrir
    [doing] sur la possibilité d'offrir
   *[did] offert
} { $object } { AT($other) }
deed-deny = { $as ->
    [would] démentir
    [doing] sur la possibilité de démentir
   *[did] démenti
} { $object }
deed-decline = { $as ->
    [would] décliner
    [doing] sur la possibilité de décliner
   *[did] décliné
} { $object }
deed-correct = { $as ->
    [would] rectifier
    [doing] sur la possibilité de rectifier
   *[did] rectifié
} { $object }
deed-correct-words = { $as ->
    [would] rectifier une déclaration antérieure
    [doing] sur la possibilité de rectifier une déclaration antérieure
   *[did] rectifié une déclaration antérieure
} du { $day }
deed-retract = { $as ->
    [would] retirer
    [doing] sur la possibilité de retirer
   *[did] retiré
} { $object }
deed-retract-words = { $as ->
    [would] retirer une déclaration antérieure
    [doing] sur la possibilité de retirer une déclaration antérieure
   *[did] retiré une déclaration antérieure
} du { $day }
deed-seek-discussed = sur { $object }
deed-seek-beside-discussed = sur { $object } avec { $other }
deed-unilaterally = { $deed } de manière unilatérale

## L'acte seul, quand son dossier n'a pas d'objet

deed-statement-bare = { $as ->
    [would] faire une déclaration
    [doing] sur la possibilité de faire une déclaration
   *[did] fait une déclaration
}
deed-explain-bare = { $as ->
    [would] donner une explication
    [doing] sur la possibilité de donner une explication
   *[did] donné une explication
}
deed-introduce-bare = { $as ->
    [would] présenter un texte
    [doing] sur la possibilité de présenter un texte
   *[did] présenté un texte
}
deed-adopted-bare = { $as ->
    [would] adopter un texte
    [doing] sur la possibilité d'adopter un texte
   *[did] adopté un texte
}
deed-rejected-bare = { $as ->
    [would] rejeter un texte
    [doing] sur la possibilité de rejeter un texte
   *[did] rejeté un texte
}
deed-veto-bare = { $as ->
    [would] opposer un veto
    [doing] sur la possibilité d'opposer un veto
   *[did] opposé un veto
}
deed-cosponsor-bare = { $as ->
    [would] coparrainer un texte
    [doing] sur la possibilité de coparrainer un texte
   *[did] coparrainé un texte
}
deed-request-bare = { $as ->
    [would] faire une demande
    [doing] sur la possibilité de faire une demande
   *[did] fait une demande
}
deed-call-bare = { $as ->
    [would] lancer un appel
    [doing] sur la possibilité de lancer un appel
   *[did] lancé un appel
}
deed-condemn-bare = { $as ->
    [would] exprimer une condamnation
    [doing] sur la possibilité d'exprimer une condamnation
   *[did] exprimé une condamnation
}
deed-regret-bare = { $as ->
    [would] exprimer des regrets
    [doing] sur la possibilité d'exprimer des regrets
   *[did] exprimé des regrets
}
deed-welcome-bare = { $as ->
    [would] exprimer de la satisfaction
    [doing] sur la possibilité d'exprimer de la satisfaction
   *[did] exprimé de la satisfaction
}
deed-praise-bare = { $as ->
    [would] formuler des éloges
    [doing] sur la possibilité de formuler des éloges
   *[did] formulé des éloges
}
deed-support-bare = { $as ->
    [would] apporter un soutien
    [doing] sur la possibilité d'apporter un soutien
   *[did] apporté un soutien
}
deed-oppose-bare = { $as ->
    [would] exprimer une opposition
    [doing] sur la possibilité d'exprimer une opposition
   *[did] exprimé une opposition
}
deed-recognise-bare = { $as ->
    [would] accorder une reconnaissance
    [doing] sur la possibilité d'accorder une reconnaissance
   *[did] accordé une reconnaissance
}
deed-refuse-bare = { $as ->
    [would] opposer un refus
    [doing] sur la possibilité d'opposer un refus
   *[did] opposé un refus
}
deed-expel-bare = { $as ->
    [would] procéder à une expulsion
    [doing] sur la possibilité de procéder à une expulsion
   *[did] procédé à une expulsion
}
deed-recall-bare = { $as ->
    [would] procéder à un rappel
    [doing] sur la possibilité de procéder à un rappel
   *[did] procédé à un rappel
}
deed-suspend-bare = { $as ->
    [would] procéder à une suspension
    [doing] sur la possibilité de procéder à une suspension
   *[did] procédé à une suspension
}
deed-pledge-aid-bare = { $as ->
    [would] promettre de l'aide
    [doing] sur la possibilité de promettre de l'aide
   *[did] promis de l'aide
}
deed-deliver-aid-bare = { $as ->
    [would] livrer de l'aide
    [doing] sur la possibilité de livrer de l'aide
   *[did] livré de l'aide
}
deed-sign-bare = { $as ->
    [would] signer un texte
    [doing] sur la possibilité de signer un texte
   *[did] signé un texte
}
deed-ratify-bare = { $as ->
    [would] ratifier un texte
    [doing] sur la possibilité de ratifier un texte
   *[did] ratifié un texte
}
deed-accede-bare = { $as ->
    [would] adhérer à un texte
    [doing] sur la possibilité d'adhérer à un texte
   *[did] adhéré à un texte
}
deed-withdraw-bare = { $as ->
    [would] procéder à un retrait
    [doing] sur la possibilité de procéder à un retrait
   *[did] procédé à un retrait
}
deed-meet-bare = { $as ->
    [would] tenir une rencontre
    [doing] sur la possibilité de tenir une rencontre
   *[did] tenu une rencontre
}
deed-offer-bare = { $as ->
    [would] faire une offre
    [doing] sur la possibilité de faire une offre
   *[did] fait une offre
}
deed-deny-bare = { $as ->
    [would] opposer un démenti
    [doing] sur la possibilité d'opposer un démenti
   *[did] opposé un démenti
}
deed-decline-bare = { $as ->
    [would] décliner une proposition
    [doing] sur la possibilité de décliner une proposition
   *[did] décliné une proposition
}
deed-correct-bare = { $as ->
    [would] faire une rectification
    [doing] sur la possibilité de faire une rectification
   *[did] fait une rectification
}
deed-retract-bare = { $as ->
    [would] procéder à une rétractation
    [doing] sur la possibilité de procéder à une rétractation
   *[did] procédé à une rétractation
}
deed-request-bare-to = { $as ->
    [would] faire une demande
    [doing] sur la possibilité de faire une demande
   *[did] fait une demande
} { AT($other) }
deed-call-bare-to = { $as ->
    [would] lancer un appel
    [doing] sur la possibilité de lancer un appel
   *[did] lancé un appel
} { AT($other) }
deed-offer-bare-to = { $as ->
    [would] faire une offre
    [doing] sur la possibilité de faire une offre
   *[did] fait une offre
} { AT($other) }
deed-statement-on = { $as ->
    [would] faire une déclaration
    [doing] sur la possibilité de faire une déclaration
   *[did] fait une déclaration
} sur { $object }
deed-explain-on = { $as ->
    [would] expliquer un vote
    [doing] sur la possibilité d'expliquer un vote
   *[did] expliqué un vote
} sur { $object }

## Les phrases

acts-done = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} { $did } { $when }.
acts-among = { $Actor } { $Actor-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi ceux qui ont { $did } { $when }.
acts-announced = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} annoncé { $when } qu'{ $it } { $Actor-form ->
    [mp] allaient
    [fp] allaient
   *[ms] allait
} { $would }.
acts-planned = Au { $day }, { $actor } { $actor-form ->
    [mp] comptaient
    [fp] comptaient
   *[ms] comptait
} { $would }.
acts-discussed = Au { $day }, { $actor } { $actor-form ->
    [mp] étaient
    [fp] étaient
   *[ms] était
} en discussion { $doing }.
acts-conditional = Au { $day }, { $actor } { $actor-form ->
    [fs] était prête
    [mp] étaient prêts
    [fp] étaient prêtes
   *[ms] était prêt
}, sous conditions, à { $would }.
acts-conditional-if = Au { $day }, { $actor } { $actor-form ->
    [fs] était prête
    [mp] étaient prêts
    [fp] étaient prêtes
   *[ms] était prêt
} à { $would }, à une condition : { $condition }, selon { $publisher }.
acts-denied = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} nié { $when } avoir { $had }.
acts-deny-that = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} démenti { $when } l'affirmation selon laquelle { $saying }.
acts-deny-that-via = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} démenti { $when } l'affirmation selon laquelle { $saying }, selon { $chain } { RELEASED($chain) } par { $organ }.
acts-names = Les { $n } pays : { $names }.
acts-claimed = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} { $did }, { $claimant-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { $claimant } { $when }.
acts-claimed-medium = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} { $did }, selon { $medium } { RELEASED($medium) } par { $claimant } { $when }.
acts-turned = Le { $day }, { $actor } { $actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} { $did } ; le { $before }, { $it } { $actor-form ->
    [mp] avaient
    [fp] avaient
   *[ms] avait
} { $had }.
acts-followed = Le { $day }, { $actor } { $actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} { $did }, comme { $it } l'{ $actor-form ->
    [mp] avaient
    [fp] avaient
   *[ms] avait
} annoncé le { $before }.
acts-differ = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} { $did } { $when }, selon { $publisher } ; selon { $other }, { $then }.
acts-per = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} { $did } { $when }, selon { $publisher }.
acts-per-announced = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} annoncé { $when } qu'{ $it } { $Actor-form ->
    [mp] allaient
    [fp] allaient
   *[ms] allait
} { $would }, selon { $publisher }.
acts-per-among = { $Actor } { $Actor-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi ceux qui ont { $did } { $when }, selon { $publisher }.
acts-per-planned = Au { $day }, { $actor } { $actor-form ->
    [mp] comptaient
    [fp] comptaient
   *[ms] comptait
} { $would }, selon { $publisher }.
acts-per-discussed = Au { $day }, { $actor } { $actor-form ->
    [mp] étaient
    [fp] étaient
   *[ms] était
} en discussion { $doing }, selon { $publisher }.
acts-per-conditional = Au { $day }, { $actor } { $actor-form ->
    [fs] était prête
    [mp] étaient prêts
    [fp] étaient prêtes
   *[ms] était prêt
}, sous conditions, à { $would }, selon { $publisher }.
acts-per-conditional-if = Au { $day }, { $actor } { $actor-form ->
    [fs] était prête
    [mp] étaient prêts
    [fp] étaient prêtes
   *[ms] était prêt
} à { $would }, à une condition : { $condition }, selon { $publisher }.
acts-per-denied = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} nié { $when } avoir { $had }, selon { $publisher }.
acts-among-announced = { $Actor } { $Actor-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi ceux qui ont annoncé { $when } qu'ils allaient { $would }.
acts-among-planned = Au { $day }, { $actor } { $actor-form ->
    [mp] figuraient
    [fp] figuraient
   *[ms] figurait
} parmi ceux qui comptaient { $would }.
acts-among-discussed = Au { $day }, { $actor } { $actor-form ->
    [mp] figuraient
    [fp] figuraient
   *[ms] figurait
} parmi ceux qui étaient en discussion { $doing }.
acts-among-conditional = Au { $day }, { $actor } { $actor-form ->
    [mp] figuraient
    [fp] figuraient
   *[ms] figurait
} parmi ceux qui étaient prêts, sous conditions, à { $would }.
acts-among-conditional-if = Au { $day }, { $actor } { $actor-form ->
    [mp] figuraient
    [fp] figuraient
   *[ms] figurait
} parmi ceux qui étaient prêts à { $would }, à une condition : { $condition }, selon { $publisher }.
acts-among-denied = { $Actor } { $Actor-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi ceux qui ont nié { $when } avoir { $had }.

## Ce qui a été dit, par qui et par quel canal

quote-said = « { $quote } », { $speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { $speaker } { $when }.
quote-via = « { $quote } », { $speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { $speaker } { $when }, selon { $chain } { RELEASED($chain) } par { $organ }.
quote-medium-via = « { $quote } », { $speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { $speaker } dans { $medium }, selon { $chain } { RELEASED($chain) } par { $organ }.
quote-explained = « { $quote } », { $speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { $speaker } { $when } dans une explication de vote sur { $text }.
digest-quote = « { $quote } », { $speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { $speaker }.
digest-quote-via = « { $quote } », { $speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { $speaker }, selon { $chain } { RELEASED($chain) } par { $organ }.
said-that = { $Speaker } { $Speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { $when } { QUE($saying) }.
said-that-via = { $Speaker } { $Speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { $when } { QUE($saying) }, selon { $chain } { RELEASED($chain) } par { $organ }.
said-hope = { $Speaker } { $Speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} dit { $when } espérer { QUE($saying) }.
said-hope-via = { $Speaker } { $Speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} dit { $when } espérer { QUE($saying) }, selon { $chain } { RELEASED($chain) } par { $organ }.
said-also = { $It } { $It-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} aussi déclaré { QUE($saying) }.
said-also-hope = { $It } { $It-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} aussi dit espérer { QUE($saying) }.
said-explained = Dans une explication de vote sur { $text }, { $speaker } { $speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { $when } { QUE($saying) }.
digest-said-that = { $Speaker } { $Speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { QUE($saying) }.
digest-said-that-via = { $Speaker } { $Speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { QUE($saying) }, selon { $chain } { RELEASED($chain) } par { $organ }.
digest-said-hope = { $Speaker } { $Speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} dit espérer { QUE($saying) }.
digest-said-hope-via = { $Speaker } { $Speaker-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} dit espérer { QUE($saying) }, selon { $chain } { RELEASED($chain) } par { $organ }.
corrected = Rectificatif du { $day }.

## Les chiffres, et de qui ils sont

figure-as-of = Au { $day }, { $count } { $what }, selon { $who }.
figure-differ = Au { $day }, { $count } { $what }, selon { $who } ; { $rival }, selon { $other }.
figure-fled = { $Approx } { $n } { $people } ont fui vers des pays voisins, selon { $person }, { $role }.
digest-figure = { $Approx } { $n } { $people } ont fui vers des pays voisins, selon { $person }, { $role }.
vote-differs = { $Publisher } donne { $favour } voix pour, { $against } contre et { N($abstained, "abstention", "abstentions") }.

## Les mêmes dans un bulletin, sous le jour qui les précède

digest-acts-done = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} { $did }.
digest-acts-when = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} { $did } { $when }.
digest-acts-among = { $Actor } { $Actor-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi ceux qui ont { $did }.
digest-acts-announced = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} annoncé qu'{ $it } { $Actor-form ->
    [mp] allaient
    [fp] allaient
   *[ms] allait
} { $would }.
digest-acts-planned = { $Actor } { $Actor-form ->
    [mp] comptaient
    [fp] comptaient
   *[ms] comptait
} { $would }.
digest-acts-discussed = { $Actor } { $Actor-form ->
    [mp] étaient
    [fp] étaient
   *[ms] était
} en discussion { $doing }.
digest-acts-conditional = { $Actor } { $Actor-form ->
    [fs] était prête
    [mp] étaient prêts
    [fp] étaient prêtes
   *[ms] était prêt
}, sous conditions, à { $would }.
digest-acts-conditional-if = { $Actor } { $Actor-form ->
    [fs] était prête
    [mp] étaient prêts
    [fp] étaient prêtes
   *[ms] était prêt
} à { $would }, à une condition : { $condition }, selon { $publisher }.
digest-acts-denied = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} nié avoir { $had }.
digest-acts-deny-that = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} démenti l'affirmation selon laquelle { $saying }.
digest-acts-deny-that-via = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} démenti l'affirmation selon laquelle { $saying }, selon { $chain } { RELEASED($chain) } par { $organ }.
digest-acts-claimed = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} { $did }, { $claimant-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} déclaré { $claimant }.
digest-acts-per = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} { $did }, selon { $publisher }.
digest-acts-per-among = { $Actor } { $Actor-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi ceux qui ont { $did }, selon { $publisher }.
digest-acts-per-announced = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} annoncé qu'{ $it } { $Actor-form ->
    [mp] allaient
    [fp] allaient
   *[ms] allait
} { $would }, selon { $publisher }.
digest-acts-per-planned = { $Actor } { $Actor-form ->
    [mp] comptaient
    [fp] comptaient
   *[ms] comptait
} { $would }, selon { $publisher }.
digest-acts-per-discussed = { $Actor } { $Actor-form ->
    [mp] étaient
    [fp] étaient
   *[ms] était
} en discussion { $doing }, selon { $publisher }.
digest-acts-per-conditional = { $Actor } { $Actor-form ->
    [fs] était prête
    [mp] étaient prêts
    [fp] étaient prêtes
   *[ms] était prêt
}, sous conditions, à { $would }, selon { $publisher }.
digest-acts-per-conditional-if = { $Actor } { $Actor-form ->
    [fs] était prête
    [mp] étaient prêts
    [fp] étaient prêtes
   *[ms] était prêt
} à { $would }, à une condition : { $condition }, selon { $publisher }.
digest-acts-per-denied = { $Actor } { $Actor-form ->
    [mp] ont
    [fp] ont
   *[ms] a
} nié avoir { $had }, selon { $publisher }.
digest-acts-among-announced = { $Actor } { $Actor-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi ceux qui ont annoncé qu'ils allaient { $would }.
digest-acts-among-planned = { $Actor } { $Actor-form ->
    [mp] figuraient
    [fp] figuraient
   *[ms] figurait
} parmi ceux qui comptaient { $would }.
digest-acts-among-discussed = { $Actor } { $Actor-form ->
    [mp] figuraient
    [fp] figuraient
   *[ms] figurait
} parmi ceux qui étaient en discussion { $doing }.
digest-acts-among-conditional = { $Actor } { $Actor-form ->
    [mp] figuraient
    [fp] figuraient
   *[ms] figurait
} parmi ceux qui étaient prêts, sous conditions, à { $would }.
digest-acts-among-conditional-if = { $Actor } { $Actor-form ->
    [mp] figuraient
    [fp] figuraient
   *[ms] figurait
} parmi ceux qui étaient prêts à { $would }, à une condition : { $condition }, selon { $publisher }.
digest-acts-among-denied = { $Actor } { $Actor-form ->
    [mp] figurent
    [fp] figurent
   *[ms] figure
} parmi ceux qui ont nié avoir { $had }.
