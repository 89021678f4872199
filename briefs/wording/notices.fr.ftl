# Mots de service en français : ce qui encadre une réponse. L'aide et les demandes mal comprises sont encore en anglais.

notice-as-of = au { $day }
