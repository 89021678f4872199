"""The prover in other languages than English: one table a language, the readers that read by it, and its agreement.

    table       what a language's table holds            french   the table of French
    grammar     articles run together with "de" and "à"  readers  typed words → values, by a table
    agreement   verbs and pronouns against whom they are about
    registry    which reader reads a slot in which language

English, the first language, is read by `slots`, `tallies`, `shares`, `counted` and `subjects` themselves. Nothing here
is shared with the writer but the names in the register.
"""
