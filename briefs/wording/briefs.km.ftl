# ភាសាខ្មែរ: sentences of /position, /vote and the digest, where they rest on roll calls. Awaiting a native reader (docs/khmer.md). Each
# message is a whole sentence and has a signed one of the same meaning. Digits are Latin everywhere; a sentence ends in "។", save lines
# of a list; "៖" stands before what is listed. A title keeps its language. No invisible characters: they part no words here.

## ពាក្យខ្លីៗ

voted-favour = បានបោះឆ្នោតគាំទ្រ
voted-against = បានបោះឆ្នោតប្រឆាំង
voted-abstained = បានអនុប្បវាទ
voted-absent = មិនបានចូលរួមបោះឆ្នោត
voted-favour-of = បានបោះឆ្នោតគាំទ្រ { $text }
voted-against-of = បានបោះឆ្នោតប្រឆាំង { $text }
voted-abstained-of = បានអនុប្បវាទលើ { $text }
voted-absent-of = មិនបានចូលរួមបោះឆ្នោតលើ { $text }
had-favour = ធ្លាប់បោះឆ្នោតគាំទ្រ
had-against = ធ្លាប់បោះឆ្នោតប្រឆាំង
had-abstained = ធ្លាប់អនុប្បវាទ
had-absent = ធ្លាប់មិនបានចូលរួមបោះឆ្នោត
had-favour-of = ធ្លាប់បោះឆ្នោតគាំទ្រ { $text }
had-against-of = ធ្លាប់បោះឆ្នោតប្រឆាំង { $text }
had-abstained-of = ធ្លាប់អនុប្បវាទលើ { $text }
had-absent-of = ធ្លាប់មិនបានចូលរួមបោះឆ្នោតលើ { $text }
share-favour = បានបោះឆ្នោតគាំទ្រ ចំនួន { N($n) } លើក
share-against = បានបោះឆ្នោតប្រឆាំង ចំនួន { N($n) } លើក
share-abstained = បានអនុប្បវាទ ចំនួន { N($n) } លើក
share-absent = មិនបានចូលរួមបោះឆ្នោត ចំនួន { N($n) } លើក
share-all-favour = បានបោះឆ្នោតគាំទ្រ គ្រប់លើក
share-all-against = បានបោះឆ្នោតប្រឆាំង គ្រប់លើក
share-all-abstained = បានអនុប្បវាទ គ្រប់លើក
share-all-absent = មិនបានចូលរួមបោះឆ្នោតទាល់តែសោះ
recent-favour = គាំទ្រ { $texts }
recent-against = ប្រឆាំង { $texts }
recent-abstained = អនុប្បវាទលើ { $texts }
recent-absent = មិនបានចូលរួមបោះឆ្នោតលើ { $texts }
group-favour = { $n } សំឡេងគាំទ្រ
group-against = { $n } សំឡេងប្រឆាំង
group-abstained = { $n } សំឡេងអនុប្បវាទ
group-absent = { $n } មិនបានបោះឆ្នោត
group-no-row = { $n } គ្មានសំឡេងក្នុងឯកសារបោះឆ្នោត
group-none = { $n } គ្មានសិទ្ធិបោះឆ្នោត
group-named = { $group } ({ $names })
language = ចំណងជើងអត្ថបទ និងសម្រង់សម្តី ជាភាសាអង់គ្លេស តាមប្រភពដើម។

## ការបោះឆ្នោតរបស់តួអង្គមួយ

votes-line = { $Actor } { $first } ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះ { $n } លើក ដែលមានកត់ត្រាអំពី{ $issue }{ $rest }; លើកថ្មីបំផុត នៅថ្ងៃទី { $day }៖ { $recent }។
votes-line-newest = { $Actor } { $first } ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះ { $n } លើក ដែលមានកត់ត្រាអំពី{ $issue }{ $rest }, លើកថ្មីបំផុតនៅថ្ងៃទី { $day }។
votes-line-one = { $Actor } { $voted } នៅថ្ងៃទី { $day } ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ ដែលមានកត់ត្រាអំពី{ $issue }។
votes-counts = { $n ->
    [1] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ ដែលមានកត់ត្រាអំពីបញ្ហានេះ { $actor } { $counts }។
   *[other] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះ { $n } លើក ដែលមានកត់ត្រាអំពីបញ្ហានេះ { $actor } { $counts }។
}
votes-change = នៅថ្ងៃទី { $day } { $actor } { $now }; នៅថ្ងៃទី { $before } { $had }។
vote-favour = ថ្ងៃទី { $day }៖ គាំទ្រ { $symbol }, { $tally } («{ $title }»)
vote-against = ថ្ងៃទី { $day }៖ ប្រឆាំង { $symbol }, { $tally } («{ $title }»)
vote-abstained = ថ្ងៃទី { $day }៖ អនុប្បវាទលើ { $symbol }, { $tally } («{ $title }»)
vote-absent = ថ្ងៃទី { $day }៖ មិនបានចូលរួមបោះឆ្នោតលើ { $symbol }, { $tally } («{ $title }»)
vote-none = ថ្ងៃទី { $day }៖ មិនមែនជាសមាជិកនៅថ្ងៃនោះ, { $symbol }, { $tally } («{ $title }»)
vote-no-row = ថ្ងៃទី { $day }៖ គ្មានសំឡេងក្នុងឯកសារបោះឆ្នោត, { $symbol }, { $tally } («{ $title }»)
votes-heading = ការបោះឆ្នោត ពីថ្មីទៅចាស់ (គាំទ្រ–ប្រឆាំង–អនុប្បវាទ–មិនបានបោះឆ្នោត)
votes-heading-short = ការបោះឆ្នោតថ្មីបំផុត និងចាស់ជាងដែលខុសគ្នា (គាំទ្រ–ប្រឆាំង–អនុប្បវាទ–មិនបានបោះឆ្នោត)
sponsor-added = ប្រទេសនេះក៏បានរួមឧបត្ថម្ភ { $symbol } ក្រោយពេលដាក់សេចក្តីព្រាង។
sponsor-draft = ប្រទេសនេះក៏បានរួមឧបត្ថម្ភ { $symbol } ក្នុងចំណោមអ្នកឧបត្ថម្ភ { $n } ដែលមានឈ្មោះលើសេចក្តីព្រាង។
sponsor-also = ប្រទេសនេះក៏បានរួមឧបត្ថម្ភ { $symbol }។
coverage = មានកត់ត្រាសំឡេងបោះឆ្នោតសម្រាប់អត្ថបទ { $n } ក្នុងចំណោមអត្ថបទ { $of } អំពីបញ្ហានេះ។
coverage-until = ការបោះឆ្នោតដោយហៅឈ្មោះ ដែលមានកត់ត្រា មានដល់ថ្ងៃទី { $day }; ការបោះឆ្នោតក្រោយពីនោះ មិនមានក្នុងកំណត់ត្រាទេ។
bloc-vote = ថ្ងៃទី { $day }, { $symbol }, «{ $title }»៖ ក្នុងចំណោមសមាជិក { $n } នៃ{ $bloc }, { $groups }
bloc-on = { $bloc }, { $symbol }៖ ក្នុងចំណោមសមាជិក { $n }, { $groups }។

## ការបោះឆ្នោតរាប់រយ

rolls-counts-issue = { $n ->
    [1] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ ដែលមានកត់ត្រាអំពីបញ្ហានេះ { $actor } { $counts }។
   *[other] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះ { N($n) } លើក ដែលមានកត់ត្រាអំពីបញ្ហានេះ { $actor } { $counts }{ $rest }។
}
rolls-counts-issue-member = { $n ->
    [1] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ ដែលមានកត់ត្រាអំពីបញ្ហានេះ ក្នុងពេលជាសមាជិក { $actor } { $counts }។
   *[other] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះ { N($n) } លើក ដែលមានកត់ត្រាអំពីបញ្ហានេះ ក្នុងពេលជាសមាជិក { $actor } { $counts }{ $rest }។
}
rolls-counts-all = { $n ->
    [1] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ ដែលមានកត់ត្រា { $actor } { $counts }។
   *[other] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះ { N($n) } លើក ដែលមានកត់ត្រា { $actor } { $counts }{ $rest }។
}
rolls-counts-all-member = { $n ->
    [1] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ ដែលមានកត់ត្រា ក្នុងពេលជាសមាជិក { $actor } { $counts }។
   *[other] ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះ { N($n) } លើក ដែលមានកត់ត្រា ក្នុងពេលជាសមាជិក { $actor } { $counts }{ $rest }។
}
rolls-rest = ; ក្នុងការបោះឆ្នោត { N($n) } លើកទៀត ឯកសារបោះឆ្នោតគ្មានសំឡេងក្រោមឈ្មោះនេះ
rolls-none-issue = { $n ->
    [1] ឯកសារបោះឆ្នោតគ្មានសំឡេងរបស់{ $actor } ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ ដែលមានកត់ត្រាអំពីបញ្ហានេះ ក្នុងពេលជាសមាជិក។
   *[other] ឯកសារបោះឆ្នោតគ្មានសំឡេងរបស់{ $actor } ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះ { N($n) } លើក ដែលមានកត់ត្រាអំពីបញ្ហានេះ ក្នុងពេលជាសមាជិក។
}
rolls-none-all = { $n ->
    [1] ឯកសារបោះឆ្នោតគ្មានសំឡេងរបស់{ $actor } ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ ដែលមានកត់ត្រា ក្នុងពេលជាសមាជិក។
   *[other] ឯកសារបោះឆ្នោតគ្មានសំឡេងរបស់{ $actor } ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះ { N($n) } លើក ដែលមានកត់ត្រា ក្នុងពេលជាសមាជិក។
}
rolls-never-issue = { $n ->
    [1] ក្នុងពេលនៃការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ ដែលមានកត់ត្រាអំពីបញ្ហានេះ { $actor } មិនមែនជាសមាជិកអង្គការសហប្រជាជាតិទេ។
   *[other] ក្នុងពេលនៃការបោះឆ្នោតដោយហៅឈ្មោះទាំង { N($n) } លើក ដែលមានកត់ត្រាអំពីបញ្ហានេះ { $actor } មិនមែនជាសមាជិកអង្គការសហប្រជាជាតិទេ។
}
rolls-never-all = { $n ->
    [1] ក្នុងពេលនៃការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ ដែលមានកត់ត្រា { $actor } មិនមែនជាសមាជិកអង្គការសហប្រជាជាតិទេ។
   *[other] ក្នុងពេលនៃការបោះឆ្នោតដោយហៅឈ្មោះទាំង { N($n) } លើក ដែលមានកត់ត្រា { $actor } មិនមែនជាសមាជិកអង្គការសហប្រជាជាតិទេ។
}
rolls-parts = អំពី{ $issue } ការបោះឆ្នោតរបស់{ $actor } ក្នុងប្រភពដែលមាន គឺលើតែផ្នែកខ្លះនៃអត្ថបទប៉ុណ្ណោះ។
rolls-line = { $n ->
    [1] { $Actor } { $counts } ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះតែមួយលើកគត់ ដែលមានកត់ត្រាអំពី{ $issue } ក្នុងពេលជាសមាជិក នៅថ្ងៃទី { $day }។
   *[other] { $Actor } { $counts } ក្នុងការបោះឆ្នោតដោយហៅឈ្មោះ { N($n) } លើក ដែលមានកត់ត្រាអំពី{ $issue } ក្នុងពេលជាសមាជិក, លើកថ្មីបំផុតនៅថ្ងៃទី { $day }{ $rest }។
}
rolls-moved = នៅថ្ងៃទី { $day } { $actor } { $now }, «{ $title }»; ក្នុងការបោះឆ្នោតមុនចុងក្រោយដែលមានកត់ត្រា លើអត្ថបទដែលមានចំណងជើងនេះ នៅថ្ងៃទី { $before } { $had }។
rolls-heading = ការបោះឆ្នោតចុងក្រោយ (គាំទ្រ–ប្រឆាំង–អនុប្បវាទ–មិនបានបោះឆ្នោត)
rolls-heading-three = ការបោះឆ្នោតចុងក្រោយ (គាំទ្រ–ប្រឆាំង–អនុប្បវាទ)
rolls-all = ការបោះឆ្នោតដោយហៅឈ្មោះទាំងអស់ដែលមានកត់ត្រា
rolls-coverage = មានកត់ត្រាសំឡេងបោះឆ្នោតសម្រាប់អត្ថបទ { N($n) } ក្នុងចំណោមអត្ថបទ { N($of) } អំពីបញ្ហានេះ។
rolls-until = ឯកសារបោះឆ្នោតដែលបាននាំចូល មានពីថ្ងៃទី { $first } ដល់ថ្ងៃទី { $last }។

## ភាពស្ងៀមស្ងាត់ និងកំណត់ត្រា

no-vote = គ្មានការបោះឆ្នោតរបស់{ $actor } មានកត់ត្រាក្នុងប្រភពដែលមានទេ។
no-vote-on = គ្មានការបោះឆ្នោតរបស់{ $actor } អំពី{ $issue } មានកត់ត្រាក្នុងប្រភពដែលមានទេ។
no-statement = គ្មានសេចក្តីថ្លែងការណ៍របស់{ $actor } មានកត់ត្រាក្នុងប្រភពដែលមានទេ។
no-record = គ្មានសកម្មភាពរបស់{ $actor } អំពី{ $issue } មានកត់ត្រាក្នុងប្រភពដែលមានទេ។
no-record-at-all = គ្មានសកម្មភាពរបស់{ $actor } មានកត់ត្រាក្នុងប្រភពដែលមានទេ។
observer = គ្មានការបោះឆ្នោតរបស់{ $actor } មានកត់ត្រាទេ៖ រដ្ឋសង្កេតការណ៍គ្មានសិទ្ធិបោះឆ្នោតនៅ{ $body }ទេ។
no-event = គ្មានការបោះឆ្នោតលើអត្ថបទនេះ មានកត់ត្រាក្នុងប្រភពដែលមានទេ៖ «{ $title }»។
no-such-record = កំណត់ត្រា { $record } មិនមាននៅថ្ងៃទី { $day } ទេ។
on-file = មានកត់ត្រាដែរ៖ { $record }, { $publisher }, { $day }។
agree-formerly = { $Actor }៖ ឈ្មោះក្នុងបញ្ជីអង្គការសហប្រជាជាតិ ដល់ថ្ងៃទី { $until } គឺ { $name }។

## អត្ថបទមួយ

measure-symbol = { $Body } បានបោះឆ្នោតលើ { $symbol } នៅថ្ងៃទី { $day }៖ { $favour } សំឡេងគាំទ្រ, { $against } សំឡេងប្រឆាំង, { $abstained } សំឡេងអនុប្បវាទ; { $absent } មិនបានបោះឆ្នោត ក្នុងចំណោមរដ្ឋសមាជិក { $members }។
measure-symbol-three = { $Body } បានបោះឆ្នោតលើ { $symbol } នៅថ្ងៃទី { $day }៖ { $favour } សំឡេងគាំទ្រ, { $against } សំឡេងប្រឆាំង, { $abstained } សំឡេងអនុប្បវាទ។
call-voteless = សម្រាប់រដ្ឋសមាជិក { $n } ក្នុងចំណោមរដ្ឋសមាជិក { $of } នៅថ្ងៃនោះ ឯកសារបោះឆ្នោតគ្មានសំឡេងទេ។
call-odd = ជួរក្នុងការបោះឆ្នោតនេះ មិនត្រូវនឹងចំនួនសរុបទេ៖ រាប់បាន { $rows } (គាំទ្រ–ប្រឆាំង–អនុប្បវាទ)។
call-odd-four = ជួរក្នុងការបោះឆ្នោតនេះ មិនត្រូវនឹងចំនួនសរុបទេ៖ រាប់បាន { $rows } (គាំទ្រ–ប្រឆាំង–អនុប្បវាទ–មិនបានបោះឆ្នោត)។
call-contested = ឯកសារបោះឆ្នោតមានសំឡេងពីរខុសគ្នារបស់រដ្ឋសមាជិកតែមួយ ក្នុងការបោះឆ្នោតនេះ; មិនបានលើកយកសំឡេងណាមួយមកទេ។
call-on-part = ការបោះឆ្នោតនេះ គឺលើផ្នែកមួយនៃអត្ថបទ។
call-parts = មានកត់ត្រា៖ ការបោះឆ្នោតដោយឡែក { N($n) } លើក លើផ្នែកនៃអត្ថបទនេះ។
parts-heading = ការបោះឆ្នោតដោយឡែកលើផ្នែកនៃអត្ថបទនេះ (គាំទ្រ–ប្រឆាំង–អនុប្បវាទ–មិនបានបោះឆ្នោត)
parts-heading-three = ការបោះឆ្នោតដោយឡែកលើផ្នែកនៃអត្ថបទនេះ (គាំទ្រ–ប្រឆាំង–អនុប្បវាទ)
call-part = ថ្ងៃទី { $day }៖ «{ $title }», { $tally }
listed-all-against = { $Actors } បានបោះឆ្នោតប្រឆាំង។
listed-all-abstained = { $Actors } បានអនុប្បវាទ។
listed-all-favour = { $Actors } បានបោះឆ្នោតគាំទ្រ។
listed-all-absent = { $Actors } មិនបានចូលរួមបោះឆ្នោត។
draft-sponsors = សេចក្តីព្រាងមានឈ្មោះអ្នកឧបត្ថម្ភ { $n }។
names-against = ប្រឆាំង៖ { $names }។
names-abstained = អនុប្បវាទ៖ { $names }។
names-favour = គាំទ្រ៖ { $names }។
names-absent = មិនបានចូលរួមបោះឆ្នោត៖ { $names }។
blocs-heading = តាមក្រុម
bloc-split = { $bloc }៖ ក្នុងចំណោមសមាជិក { $n }, { $groups }។
compared-many = បើប្រៀបធៀបនឹង { $symbol } (ថ្ងៃទី { $day })៖ រដ្ឋសមាជិក { N($n) } ដែល{ $had } { $now }។
compared-all = បើប្រៀបធៀបនឹង { $symbol } (ថ្ងៃទី { $day })៖ រដ្ឋសមាជិក { N($n) } ដែល{ $had } { $now }៖ { $names }។
compared-title-many = បើប្រៀបធៀបនឹង { $symbol } (ថ្ងៃទី { $day }) ជាការបោះឆ្នោតមុនចុងក្រោយដែលមានកត់ត្រា លើអត្ថបទដែលមានចំណងជើងនេះ៖ រដ្ឋសមាជិក { N($n) } ដែល{ $had } { $now }។
compared-title-all = បើប្រៀបធៀបនឹង { $symbol } (ថ្ងៃទី { $day }) ជាការបោះឆ្នោតមុនចុងក្រោយដែលមានកត់ត្រា លើអត្ថបទដែលមានចំណងជើងនេះ៖ រដ្ឋសមាជិក { N($n) } ដែល{ $had } { $now }៖ { $names }។
compared-title-none = បើប្រៀបធៀបនឹង { $symbol } (ថ្ងៃទី { $day }) ជាការបោះឆ្នោតមុនចុងក្រោយដែលមានកត់ត្រា លើអត្ថបទដែលមានចំណងជើងនេះ៖ គ្មានរដ្ឋសមាជិកណា ដែលបានបោះឆ្នោតទាំងពីរលើក បានបោះឆ្នោតខុសពីមុនទេ។
bloc-voted = ថ្ងៃទី { $day }, { $symbol }៖ ក្នុងចំណោមសមាជិក { $n } នៃ{ $bloc }, { $groups }។
bloc-names-favour = សមាជិកនៃ{ $bloc } ដែលបានបោះឆ្នោតគាំទ្រ៖ { $names }។
bloc-names-against = សមាជិកនៃ{ $bloc } ដែលបានបោះឆ្នោតប្រឆាំង៖ { $names }។
bloc-names-abstained = សមាជិកនៃ{ $bloc } ដែលបានអនុប្បវាទ៖ { $names }។
bloc-names-absent = សមាជិកនៃ{ $bloc } ដែលមិនបានចូលរួមបោះឆ្នោត៖ { $names }។
bloc-names-no-row = សមាជិកនៃ{ $bloc } ដែលគ្មានសំឡេងក្នុងឯកសារបោះឆ្នោត៖ { $names }។
bloc-names-none = សមាជិកនៃ{ $bloc } ដែលគ្មានសិទ្ធិបោះឆ្នោត៖ { $names }។
bloc-none-then = បញ្ជីមិនមានឈ្មោះសមាជិកណានៃ{ $bloc } សម្រាប់ថ្ងៃទី { $day } ទេ។

voters-of = { $n ->
    [0] គ្មានរដ្ឋសមាជិកណា ក្នុងចំណោម { $of } { $voted } នៅ{ $body } នៅថ្ងៃទី { $day } ទេ។
   *[other] រដ្ឋសមាជិក { $n } ក្នុងចំណោម { $of } { $voted } នៅ{ $body } នៅថ្ងៃទី { $day }។
}
voters-counted = { $n ->
    [0] គ្មានរដ្ឋសមាជិកណា { $voted } នៅ{ $body } នៅថ្ងៃទី { $day } ទេ។
   *[other] រដ្ឋសមាជិក { $n } { $voted } នៅ{ $body } នៅថ្ងៃទី { $day }។
}
voters-bloc = { $n ->
    [0] គ្មានសមាជិកណានៃ{ $bloc } ក្នុងចំណោម { $of } { $voted } នៅ{ $body } នៅថ្ងៃទី { $day } ទេ។
   *[other] សមាជិក { $n } នៃ{ $bloc } ក្នុងចំណោម { $of } { $voted } នៅ{ $body } នៅថ្ងៃទី { $day }។
}
voters-unknown = ឯកសារបោះឆ្នោតមិនរាប់បញ្ចូលរដ្ឋសមាជិកដែលមិនបានបោះឆ្នោតទេ ហើយមិនប្រាប់ថា ជារដ្ឋណាខ្លះឡើយ។

## ព្រឹត្តិបត្រ

digest-voted-symbol = { $Body } បានបោះឆ្នោតលើ { $symbol }, «{ $title }»៖ { $favour } សំឡេងគាំទ្រ, { $against } សំឡេងប្រឆាំង, { $abstained } សំឡេងអនុប្បវាទ; { $absent } មិនបានបោះឆ្នោត ក្នុងចំណោមរដ្ឋសមាជិក { $members }។
digest-voted-three = { $Body } បានបោះឆ្នោតលើ { $symbol }, «{ $title }»៖ { $favour } សំឡេងគាំទ្រ, { $against } សំឡេងប្រឆាំង, { $abstained } សំឡេងអនុប្បវាទ។
digest-voted-part = { $Body } បានបោះឆ្នោតលើផ្នែកមួយនៃ { $symbol }៖ { $favour } សំឡេងគាំទ្រ, { $against } សំឡេងប្រឆាំង, { $abstained } សំឡេងអនុប្បវាទ; { $absent } មិនបានបោះឆ្នោត ក្នុងចំណោមរដ្ឋសមាជិក { $members }។
digest-voted-part-three = { $Body } បានបោះឆ្នោតលើផ្នែកមួយនៃ { $symbol }៖ { $favour } សំឡេងគាំទ្រ, { $against } សំឡេងប្រឆាំង, { $abstained } សំឡេងអនុប្បវាទ។
digest-more = ការបោះឆ្នោតដោយហៅឈ្មោះ { N($n) } លើកទៀត នៅថ្ងៃទី { $day } មានកត់ត្រា។
digest-draft = អ្នកឧបត្ថម្ភ { $n } មានឈ្មោះលើសេចក្តីព្រាងសេចក្តីសម្រេចចិត្ត «{ $title }»។
digest-bloc = ក្នុងចំណោមសមាជិក { $n } នៃ{ $bloc }, { $groups }។
digest-shift = { $Actors } ដែល{ $had } នៅថ្ងៃទី { $days } { $now }។
digest-why-issue = មូលហេតុនៃសារនេះ៖ អ្នកតាមដាន{ $bloc }; រដ្ឋសមាជិកដែលបោះឆ្នោតខុសពីសំឡេងចុងក្រោយរបស់ខ្លួនអំពីបញ្ហានេះ៖ { $n } ក្នុងចំណោម { $of }។
digest-why-title = មូលហេតុនៃសារនេះ៖ អ្នកតាមដាន{ $bloc }; រដ្ឋសមាជិកដែលបោះឆ្នោតខុសពីសំឡេងចុងក្រោយរបស់ខ្លួនលើអត្ថបទដែលមានចំណងជើងនេះ៖ { $n } ក្នុងចំណោម { $of }។
digest-quiet-follows = គ្មានអ្វីដែលតាមដាននៅទីនេះ មានកត់ត្រាសម្រាប់ថ្ងៃទី { $day } ក្នុងប្រភពដែលមានទេ។
digest-quiet-window-follows = គ្មានអ្វីថ្មីក្នុងអ្វីដែលតាមដាននៅទីនេះ មានកត់ត្រាតាំងពីថ្ងៃទី { $day } ក្នុងប្រភពដែលមានទេ។
digest-quiet = គ្មានអ្វីមានកត់ត្រាសម្រាប់ថ្ងៃទី { $day } ក្នុងប្រភពដែលមានទេ។
digest-quiet-window = គ្មានអ្វីថ្មីមានកត់ត្រាតាំងពីថ្ងៃទី { $day } ក្នុងប្រភពដែលមានទេ។
digest-quiet-beside-follows = ក្រៅពីអ្វីដែលបានផ្សាយជាដំណឹងបន្ទាន់ គ្មានអ្វីថ្មីក្នុងអ្វីដែលតាមដាននៅទីនេះ មានកត់ត្រាតាំងពីថ្ងៃទី { $day } ក្នុងប្រភពដែលមានទេ។
digest-quiet-beside = ក្រៅពីអ្វីដែលបានផ្សាយជាដំណឹងបន្ទាន់ គ្មានអ្វីថ្មីមានកត់ត្រាតាំងពីថ្ងៃទី { $day } ក្នុងប្រភពដែលមានទេ។
digest-group-favour-first = { $n } សំឡេងគាំទ្រ
digest-group-against-first = { $n } សំឡេងប្រឆាំង
digest-group-abstained-first = { $n } សំឡេងអនុប្បវាទ
digest-group-absent-first = { $n } មិនបានបោះឆ្នោត
digest-group-favour = { $n } សំឡេងគាំទ្រ
digest-group-against = { $n } សំឡេងប្រឆាំង
digest-group-abstained = { $n } សំឡេងអនុប្បវាទ
digest-group-absent = { $n } មិនបានបោះឆ្នោត
run-day = ថ្ងៃទី { $day }។
run-day-before = ថ្ងៃមុន។
run-not-earlier = ថ្ងៃទី { $day } មិនមានក្នុងព្រឹត្តិបត្រមុន។
run-undated = ប្រភពគ្មានកាលបរិច្ឆេទ។

## ជុំវិញប្រយោគ

title-position = { $actor } · { $issue }
title-actor = { $actor }
title-measure = { $symbol } · «{ $title }»
title-text = «{ $title }»
title-issue = { $issue }
title-digest = { $day }
title-digest-follows = { $day } · { $follows }
title-alert = ដំណឹងបន្ទាន់ · { $day }
title-alert-follows = ដំណឹងបន្ទាន់ · { $day } · { $follows }
digest-others = ផ្សេងទៀត
footer-sources = ប្រភពដល់ថ្ងៃទី { $day }
footer-none = គ្មានប្រភពដែលមានកត់ត្រា
footer-compiled = រៀបរៀងតាមប្រភពដល់ថ្ងៃទី { $day }
note-one = { $publisher }, { $day }
note-records = { $publisher }, កំណត់ត្រាបោះឆ្នោត, ពី { $first } ដល់ { $last }
note-records-day = { $publisher }, កំណត់ត្រាបោះឆ្នោត, { $day }
note-record = { $publisher }, កំណត់ត្រាបោះឆ្នោតលើ { $symbol }, { $day }
note-file = { $publisher }, ទិន្នន័យបោះឆ្នោតនៃមហាសន្និបាត, ការបោះឆ្នោតដល់ { $day } ({ $licence })
paste = ដកស្រង់ដូចនេះ៖ { $sources }
paste-source = { $publisher }, { $day }, { $url } ({ $records })
