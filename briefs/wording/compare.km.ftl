# ភាសាខ្មែរ: several actors side by side, and how alike they vote. Awaiting a native reader (docs/khmer.md). "បញ្ចេញសំឡេង" is to cast a
# vote, an abstention too.

title-compare = { $actors } · { $issue }
title-compare-all = { $actors }
compare-votes = { $All } បានចូលរួម { $n } លើក ក្នុងចំណោមការបោះឆ្នោតដោយហៅឈ្មោះ { $of } លើក ដែលមានកត់ត្រា; សំឡេងដូចគ្នា { $same } លើក ({ $texts })។
compare-votes-none = { $All } បានចូលរួម { $n } លើក ក្នុងចំណោមការបោះឆ្នោតដោយហៅឈ្មោះ { $of } លើក ដែលមានកត់ត្រា; គ្មានសំឡេងដូចគ្នាទេ។
compare-line = អំពី{ $label }៖ { $acts }។
act-cosponsored = { $actor } បានរួមឧបត្ថម្ភ
act-asserted = { $actor }, តាមសម្តីរបស់{ $claimant }, បានរួមឧបត្ថម្ភ
act-favour = { $actor } បានបោះឆ្នោតគាំទ្រ
act-against = { $actor } បានបោះឆ្នោតប្រឆាំង
act-abstained = { $actor } បានអនុប្បវាទ
act-absent = { $actor } មិនបានចូលរួមបោះឆ្នោត
agree-two = { $Who } ទាំងពីរបានបញ្ចេញសំឡេងក្នុង{ $calls } { $scope } ហើយបោះឆ្នោតដូចគ្នា { N($alike) } លើក ({ PCT($share) }); { $opposed }។
agree-two-alike = { $Who } ទាំងពីរបានបញ្ចេញសំឡេងក្នុង{ $calls } { $scope } ហើយបោះឆ្នោតដូចគ្នា។
agree-two-apart = { $Who } ទាំងពីរបានបញ្ចេញសំឡេងក្នុង{ $calls } { $scope } ហើយបោះឆ្នោតមិនដូចគ្នា។
agree-two-opposed = { $Who } ទាំងពីរបានបញ្ចេញសំឡេងក្នុង{ $calls } { $scope } មួយគាំទ្រ ហើយមួយទៀតប្រឆាំង។
agree-two-none = { $of ->
    [1] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ { $scope } យ៉ាងហោចណាស់មួយ ក្នុងចំណោម { $who } មិនបានបញ្ចេញសំឡេងទេ។
   *[other] គ្មានការបោះឆ្នោតណា ក្នុងចំណោមការបោះឆ្នោតដោយហៅឈ្មោះ { N($of) } លើក { $scope } ដែល { $who } ទាំងពីរបានបញ្ចេញសំឡេងទេ។
}
agree-several = { $Who } បានបញ្ចេញសំឡេងក្នុង{ $calls } { $scope } ហើយបោះឆ្នោតដូចគ្នា { N($alike) } លើក ({ PCT($share) })។
agree-several-alike = { $Who } បានបញ្ចេញសំឡេងក្នុង{ $calls } { $scope } ហើយបោះឆ្នោតដូចគ្នា។
agree-several-apart = { $Who } បានបញ្ចេញសំឡេងក្នុង{ $calls } { $scope } ហើយមិនបានបោះឆ្នោតដូចគ្នាទាំងអស់ទេ។
agree-several-none = { $of ->
    [1] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ { $scope } យ៉ាងហោចណាស់មួយ ក្នុងចំណោម { $who } មិនបានបញ្ចេញសំឡេងទេ។
   *[other] គ្មានការបោះឆ្នោតណា ក្នុងចំណោមការបោះឆ្នោតដោយហៅឈ្មោះ { N($of) } លើក { $scope } ដែល { $who } សុទ្ធតែបានបញ្ចេញសំឡេងទេ។
}
agree-calls = { N($n) } ក្នុងចំណោមការបោះឆ្នោតដោយហៅឈ្មោះ { N($of) } លើក
agree-calls-all = ការបោះឆ្នោតដោយហៅឈ្មោះ { N($of) } លើក
agree-issue = ដែលមានកត់ត្រាអំពីបញ្ហានេះ
agree-all = ដែលមានកត់ត្រា
agree-opposed = { $n ->
    [0] គ្មានលើកណា ដែលមួយគាំទ្រ ហើយមួយទៀតប្រឆាំងទេ
   *[other] ក្នុង { N($n) } លើក មួយគាំទ្រ ហើយមួយទៀតប្រឆាំង
}
agree-pair = { $one } និង { $other }៖ ដូចគ្នា { N($alike) } ក្នុងចំណោម { N($both) } ({ PCT($share) }), ផ្ទុយគ្នា { N($opposed) }
agree-pair-none = { $one } និង { $other }៖ គ្មានការបោះឆ្នោតណា ដែលទាំងពីរបានបញ្ចេញសំឡេង
agree-call = ថ្ងៃទី { $day }, { $symbol }៖ { $votes } («{ $title }»)
agree-call-again = ថ្ងៃទី { $day }, { $symbol }៖ { $votes } (អត្ថបទដែលមានចំណងជើងដដែល)
agree-favour = គាំទ្រ៖ { $names }
agree-against = ប្រឆាំង៖ { $names }
agree-abstained = អនុប្បវាទ៖ { $names }
agree-outside = អត្ថបទដែលបានអនុម័តដោយគ្មានការបោះឆ្នោត មិនត្រូវបានរាប់ទេ។
agree-rounded = ភាគរយត្រូវបានបង្គត់ត្រឹមមួយខ្ទង់ក្រោយក្បៀស, ពាក់កណ្តាលបង្គត់ឡើងលើ។
agree-pairs = ពីរៗ (សំឡេងដូចគ្នា ក្នុងចំណោមលើកដែលទាំងពីរបានបញ្ចេញសំឡេង; ផ្ទុយគ្នា៖ មួយគាំទ្រ ហើយមួយទៀតប្រឆាំង)
agree-differed = ការបោះឆ្នោតចុងក្រោយ ដែលសំឡេងខុសគ្នា
agree-differed-else = ការបោះឆ្នោតចុងក្រោយផ្សេងទៀត ដែលសំឡេងខុសគ្នា
all-few = ភាគីទាំង { $n }
all-of = ភាគីទាំង { $n }
all-alike = { $n ->
    [2] ទាំងពីរ
   *[other] ទាំងអស់
}
same-favour = { $all } គាំទ្រ៖ { $texts }
same-against = { $all } ប្រឆាំង៖ { $texts }
same-abstained = { $all } អនុប្បវាទ៖ { $texts }
cell-yes = បាន
cell-yes-per = បាន, តាម { $claimant }
cell-yes-draft = បាន, លើសេចក្តីព្រាង
cell-yes-added = បាន, ក្រោយពេលដាក់សេចក្តីព្រាង
cell-not-recorded = គ្មានកត់ត្រា
cell-on-file = មានកត់ត្រា៖ { $record }, { $publisher }, { $day }
cell-none-here = គ្មានអំពីបញ្ហានេះ
cell-none-recorded = គ្មានកត់ត្រា
cell-no-quote = គ្មានសម្រង់សម្តីអំពីបញ្ហានេះ
cell-nothing-recorded = គ្មានអ្វីមានកត់ត្រា
cell-favour = គាំទ្រ
cell-against = ប្រឆាំង
cell-abstained = អនុប្បវាទ
cell-absent = មិនបានចូលរួមបោះឆ្នោត
cell-none = មិនមែនជាសមាជិកនៅថ្ងៃនោះ
cell-no-row = គ្មានសំឡេងក្នុងឯកសារបោះឆ្នោត
cell-no-vote = គ្មានសិទ្ធិបោះឆ្នោត
cell-split = { $groups }
cell-sanctions = ទណ្ឌកម្ម{ $form }, { $day }
cell-sanctions-plain = ទណ្ឌកម្ម, { $day }
cell-quote-no-later = «{ $quote }» (មិនក្រោយ { $day })
cell-quote = «{ $quote }» ({ $day })
row-cosponsored = ការរួមឧបត្ថម្ភ
row-cosponsored-symbol = ការរួមឧបត្ថម្ភ { $symbol }
row-vote = ការបោះឆ្នោត, { $day }
row-roll-call = { $day }, { $symbol }
row-measures = វិធានការប្រឆាំង{ $target }
row-said = សម្តី
all-members = { $All } ជាសមាជិកនៃ{ $bloc }។
all-members-chair = { $All } ជាសមាជិកនៃ{ $bloc } ដែលមាន{ $chair }ជាប្រធាន ក្នុងឆ្នាំ { $year }។
