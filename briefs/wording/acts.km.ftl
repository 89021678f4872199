# ភាសាខ្មែរ: sentences about what articles tell. Awaiting a native reader (docs/khmer.md). Who is named once is not named again. The
# day stands first where something was done. "គិតត្រឹមថ្ងៃទី" is "as of". Each sentence has a signed one.

## អ្វីដែលបានធ្វើ

sanction-citing = { $when } { $Actor } បានដាក់ទណ្ឌកម្ម{ $form }លើ{ $target }; { $holder } បានលើកឡើង «{ $quote }»។

## សម្តី

quote-said = { $speaker } បានថ្លែង{ $when }៖ «{ $quote }»។
quote-via = { $speaker } បានថ្លែង{ $when }៖ «{ $quote }», យោងតាម{ $chain } ដែលផ្សាយដោយ{ SET($organ) }។
quote-medium-via = { $speaker } បានថ្លែងក្នុង{ $medium }៖ «{ $quote }», យោងតាម{ $chain } ដែលផ្សាយដោយ{ SET($organ) }។
requested = { $Speaker } បានថ្លែងថា { $askers } បានស្នើសុំជំហាននេះ។
requested-why = { $Speaker } បានថ្លែងថា { $askers } បានស្នើសុំជំហាននេះ និងថា { $saying }។
requested-of = { $Speaker } បានថ្លែងថា { $askers } បានស្នើសុំឱ្យ{ $actor }រួមឧបត្ថម្ភ{ SET($object) }។
requested-it = { $Speaker } បានថ្លែងថា { $askers } បានស្នើសុំឱ្យ{ $actor }រួមឧបត្ថម្ភ{ SET($object) }។
was-asked = { $Speaker } បានថ្លែងកាលពីថ្ងៃទី { $day } ថា { $askers } បានស្នើសុំឱ្យ{ $actor }រួមឧបត្ថម្ភ{ $label }។
seek = { $Speaker } បានថ្លែងថា { $actor } កំពុងពិភាក្សាជាមួយសមាជិក{ $bloc }ដទៃទៀត អំពី{ $what }។
seek-on = { $Speaker } បានថ្លែងកាលពីថ្ងៃទី { $day } ថា { $actor } កំពុងពិភាក្សាជាមួយសមាជិក{ $bloc }ដទៃទៀត អំពី{ $what }។
seek-none = { $Speaker } បានថ្លែងថា { $actor } កំពុងពិភាក្សាជាមួយសមាជិក{ $bloc }ដទៃទៀត អំពី{ $what }; គ្មានការចេញផ្សាយ មានកត់ត្រាទេ។

## សកម្មភាពរបស់តួអង្គមួយ

cosponsor-line = { $Actor } បានរួមឧបត្ថម្ភ{ $label } ដែល{ $body } បានបោះឆ្នោតលើ កាលពីថ្ងៃទី { $day }។
cosponsor-tally = { $Actor } បានរួមឧបត្ថម្ភ{ $label } ដែលប្រទេស { $n } បានបោះឆ្នោតគាំទ្រ នៅ{ $body } កាលពីថ្ងៃទី { $day }។
cosponsor-draft = { $Actor } ស្ថិតក្នុងចំណោមអ្នកឧបត្ថម្ភ { $n } ដែលមានឈ្មោះលើសេចក្តីព្រាងសេចក្តីសម្រេចចិត្ត «{ $title }»។
cosponsor-asserted = យោងតាមសម្តីរបស់{ $claimant } { $Actor } បានរួមឧបត្ថម្ភ{ $label } ដែល{ $body } បានបោះឆ្នោតលើ កាលពីថ្ងៃទី { $day }។
listed-favour = { $Actor } បានបោះឆ្នោតគាំទ្រ { $label } នៅ{ $body } កាលពីថ្ងៃទី { $day }។
listed-against = { $Actor } បានបោះឆ្នោតប្រឆាំង { $label } នៅ{ $body } កាលពីថ្ងៃទី { $day }។
listed-abstained = { $Actor } បានអនុប្បវាទលើ { $label } នៅ{ $body } កាលពីថ្ងៃទី { $day }។
bloc-listed = សមាជិក{ $bloc } { $members } { $voted }។
welcomed-statement = { $Actor } បានស្វាគមន៍ការថ្លែងនោះ។
opposition = { $Party } ({ $standing }) បានថ្កោលទោស{ $what }។
opposition-also = { $Party } ({ $standing }) ក៏បានថ្កោលទោស{ $what }ដែរ។
opposition-person = { $Person } នៃ{ $party } ({ $standing }) បានថ្កោលទោស{ $what }។
position-more = មានកត់ត្រាសកម្មភាព ឬការបោះឆ្នោត { N($n) } ទៀត របស់{ $actor }។
position-more-on = មានកត់ត្រាសកម្មភាព ឬការបោះឆ្នោត { N($n) } ទៀត របស់{ $actor } អំពី{ $issue }។
position-others = សូមសួរអំពីបញ្ហាតែមួយ ឬគិតត្រឹមថ្ងៃមុនជាងនេះ ដើម្បីដឹងអំពីកំណត់ត្រាផ្សេងទៀត។
position-older = សូមសួរគិតត្រឹមថ្ងៃមុនជាងនេះ ដើម្បីដឹងអំពីកំណត់ត្រាចាស់ជាង។

## ការបោះឆ្នោតមួយ តាមអត្ថបទសារព័ត៌មាន

measure-line = { $Body }, ថ្ងៃទី { $day }, អំពី{ $label }៖ { $favour } សំឡេងគាំទ្រ, { $against } សំឡេងប្រឆាំង, { $abstained } សំឡេងអនុប្បវាទ; { $absent } មិនបានបោះឆ្នោត ក្នុងចំណោមរដ្ឋសមាជិក { $members }។
measure-voted = { $Body } បានបោះឆ្នោតនៅថ្ងៃទី { $day } លើ{ $label }៖ { $favour } សំឡេងគាំទ្រ, { $against } សំឡេងប្រឆាំង, { $abstained } សំឡេងអនុប្បវាទ; { $absent } មិនបានបោះឆ្នោត ក្នុងចំណោមរដ្ឋសមាជិក { $members }។
listed-among-against = { $Actors } ស្ថិតក្នុងចំណោមរដ្ឋសមាជិកដែលបានបោះឆ្នោតប្រឆាំង។
listed-among-abstained = { $Actors } ស្ថិតក្នុងចំណោមរដ្ឋសមាជិកដែលបានអនុប្បវាទ។
listed-among-favour = { $Actors } ស្ថិតក្នុងចំណោមរដ្ឋសមាជិកដែលបានបោះឆ្នោតគាំទ្រ។
cosponsors-about = ប្រទេស { $Approx } { $n } បានរួមឧបត្ថម្ភអត្ថបទនេះ។
cosponsors-count = ប្រទេស { $n } បានរួមឧបត្ថម្ភអត្ថបទនេះ។
vetoed-week-before = មួយសប្តាហ៍មុននោះ { $Actor } បានប្រើសិទ្ធិវេតូលើ{ $label } នៅ{ $body }។
among-sponsors = { $Actor } ស្ថិតក្នុងចំណោមអ្នករួមឧបត្ថម្ភ។
among-sponsors-requested = { $Actor } ស្ថិតក្នុងចំណោមអ្នករួមឧបត្ថម្ភ; { $speaker } បានថ្លែងកាលពីថ្ងៃទី { $day } ថា { $askers } បានស្នើសុំជំហាននេះ។
also-cosponsored = យោងតាមសម្តីរបស់{ $claimant } { $Actor } ក៏បានរួមឧបត្ថម្ភអត្ថបទនេះដែរ។
had-sanctioned = កាលពីថ្ងៃទី { $day } { $Actor } បានដាក់ទណ្ឌកម្ម{ $form }លើ{ $target }។
had-sanctioned-plain = កាលពីថ្ងៃទី { $day } { $Actor } បានដាក់ទណ្ឌកម្មលើ{ $target }។
named-counts = ប្រភពដែលមាន ដាក់ឈ្មោះ{ $parts }។
named-all-against = { $n ->
    [1] សំឡេងប្រឆាំងតែមួយគត់
   *[other] សំឡេងប្រឆាំងទាំង { $n }
}
named-some-against = សំឡេងប្រឆាំង { $n } ក្នុងចំណោម { $of }
named-none-against = សំឡេងប្រឆាំង 0 ក្នុងចំណោម { $of }
named-all-abstained = { $n ->
    [1] សំឡេងអនុប្បវាទតែមួយគត់
   *[other] សំឡេងអនុប្បវាទទាំង { $n }
}
named-some-abstained = សំឡេងអនុប្បវាទ { $n } ក្នុងចំណោម { $of }
named-none-abstained = សំឡេងអនុប្បវាទ 0 ក្នុងចំណោម { $of }
named-all-favour = { $n ->
    [1] សំឡេងគាំទ្រតែមួយគត់
   *[other] សំឡេងគាំទ្រទាំង { $n }
}
named-some-favour = សំឡេងគាំទ្រ { $n } ក្នុងចំណោម { $of }
named-none-favour = សំឡេងគាំទ្រ 0 ក្នុងចំណោម { $of }

## ក្នុងព្រឹត្តិបត្រ

digest-line-explained = { $Person } បានពន្យល់អំពីការរួមឧបត្ថម្ភ{ $label } និងបានថ្លែងថា កំពុងមានការពិភាក្សាអំពី{ $what }។
digest-voted-again = { $Body } បានបោះឆ្នោតលើសេចក្តីសម្រេចចិត្តនេះ៖ { $favour } សំឡេងគាំទ្រ, { $against } សំឡេងប្រឆាំង, { $abstained } សំឡេងអនុប្បវាទ; { $absent } មិនបានបោះឆ្នោត ក្នុងចំណោមរដ្ឋសមាជិក { $members }។
digest-voted-short = { $Body } បានបោះឆ្នោត៖ { $favour } សំឡេងគាំទ្រ, { $against } សំឡេងប្រឆាំង និង { $abstained } សំឡេងអនុប្បវាទ។
digest-voted-label = { $Body } បានបោះឆ្នោតលើ{ $label }៖ { $favour } សំឡេងគាំទ្រ, { $against } សំឡេងប្រឆាំង, { $abstained } សំឡេងអនុប្បវាទ; { $absent } មិនបានបោះឆ្នោត ក្នុងចំណោមរដ្ឋសមាជិក { $members }។
digest-cosponsored = { $Actor } បានរួមឧបត្ថម្ភ{ $label }។
digest-figure = { $people } { $Approx } { $n } នាក់ បានភៀសខ្លួនទៅប្រទេសជិតខាង, យោងតាម { $person }, { $role }។
digest-quote = { $speaker } បានថ្លែង៖ «{ $quote }»។
digest-quote-via = { $speaker } បានថ្លែង៖ «{ $quote }», យោងតាម{ $chain } ដែលផ្សាយដោយ{ SET($organ) }។
