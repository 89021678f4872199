# ភាសាខ្មែរ: acts and votes of an actor by the day, and where a record comes from. Awaiting a native reader (docs/khmer.md).

title-timeline = { $actor } · កាលប្បវត្តិ ដល់ថ្ងៃទី { $day }
title-timeline-issue = { $actor } · { $issue } · កាលប្បវត្តិ ដល់ថ្ងៃទី { $day }
timeline-vote = { $Actor } { $did }, «{ $title }»។
timeline-shift = { $Actor } { $did }, «{ $title }»; នៅថ្ងៃទី { $day } { $had }។
timeline-named-favour = { $Actor } បានបោះឆ្នោតគាំទ្រ { $label } នៅ{ $body }។
timeline-named-against = { $Actor } បានបោះឆ្នោតប្រឆាំង { $label } នៅ{ $body }។
timeline-named-abstained = { $Actor } បានអនុប្បវាទលើ { $label } នៅ{ $body }។
timeline-named-absent = { $Actor } មិនបានចូលរួមបោះឆ្នោតលើ { $label } នៅ{ $body }។
timeline-sponsor = { $Actor } ស្ថិតក្នុងចំណោមអ្នកឧបត្ថម្ភ { $n } ដែលមានឈ្មោះលើសេចក្តីព្រាងសេចក្តីសម្រេចចិត្ត «{ $title }»។
timeline-more = មានកត់ត្រាសកម្មភាព ឬការបោះឆ្នោត { N($n) } ទៀត។
timeline-shifts = ពីឯកសារបោះឆ្នោតដែលបាននាំចូល មានលើកយកមកតែការផ្លាស់ប្តូរថ្មីបំផុត មិនមែនសំឡេងទាំងអស់ទេ។
source-published = ផ្សាយដោយ { $publisher } នៅថ្ងៃទី { $day }៖ «{ $title }»
source-filed = ផ្សាយដោយ { $publisher } នៅថ្ងៃទី { $day } ក្នុងឯកសារបោះឆ្នោតរបស់ខ្លួន
source-terms = អាជ្ញាប័ណ្ណ៖ { $terms }
source-hash = SHA-256 នៃអត្ថបទដែលបានរក្សាទុក៖ { $hash }
source-hash-file = SHA-256 នៃឯកសារដែលបាននាំចូល៖ { $hash }
source-unhashed = គ្មានអត្ថបទនៃប្រភពនេះ ដែលបានរក្សាទុកទេ។
source-fetched = បានអាននៅថ្ងៃទី { $day }
source-replaces = ជំនួស { $record }; មូលហេតុ៖ «{ $reason }»
