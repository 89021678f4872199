# ភាសាខ្មែរ: persons and their offices, parties and their standing, those who act together or for others, texts, days. Awaiting a native
# reader (docs/khmer.md). An office stands together with whose it is: "នាយករដ្ឋមន្ត្រីកម្ពុជា". A standing stands in round brackets.

person-role = { $role } { $name }
person-of = { $role }{ $of } { $name }
person-title = { $person }, { $role }
party-standing = { $party } ({ $standing })
party-person = { $person } នៃ{ $party } ({ $standing })
on-behalf = { $agent } ក្នុងនាម{ $owner }
countries = ក្រុមប្រទេសចំនួន { $n }
pronoun-he = លោក
pronoun-she = លោកស្រី
pronoun-they = បុគ្គលនេះ
pronoun-it = { "" }
pronoun-many = { "" }
pronoun-he-again = { "" }
pronoun-she-again = { "" }
pronoun-they-again = { "" }
holder = { $role }របស់ខ្លួន { $name }
medium-vowel = { $medium }
medium-consonant = { $medium }
via-citing = { $organ }, ដែលដកស្រង់ពី{ $chain } ដែលផ្សាយដោយ{ SET($before) }
via-cited = { $organ }។ { $form }នោះដកស្រង់ពី{ $chain } ដែលផ្សាយដោយ{ SET($before) }
figure-approx = { $approx } { $n }
thing-text = { $symbol } («{ $title }»)
thing-draft = សេចក្តីព្រាងសេចក្តីសម្រេចចិត្ត «{ $title }»
thing-again = អត្ថបទនេះ
thing-words = សេចក្តីថ្លែងការណ៍របស់{ $other } កាលពីថ្ងៃទី { $day }
thing-step = ចំណាត់ការរបស់{ $other } កាលពីថ្ងៃទី { $day }
thing-announcement = ការប្រកាសរបស់{ $other } កាលពីថ្ងៃទី { $day }
when-day = កាលពីថ្ងៃទី { $day }
when-week = ក្នុងសប្តាហ៍ថ្ងៃទី { $day }
when-month = ក្នុង{ $month }
when-year = ក្នុងឆ្នាំ { $year }
when-no-later-than = មិនក្រោយថ្ងៃទី { $day }
