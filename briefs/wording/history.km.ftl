# ភាសាខ្មែរ: what changed here since a day, and what was known when. Awaiting a native reader (docs/khmer.md). Why a record was corrected
# keeps its language, in quotation marks.

footer-sources-known = ប្រភពដល់ថ្ងៃទី { $day }, តាមកំណត់ត្រានៅថ្ងៃទី { $known }
footer-compiled-known = រៀបរៀងតាមប្រភពដល់ថ្ងៃទី { $day }, តាមកំណត់ត្រានៅថ្ងៃទី { $known }
footer-none-known = គ្មានប្រភពដែលមានកត់ត្រា នៅថ្ងៃទី { $known }
footer-none-begun = គ្មានប្រភពដែលមានកត់ត្រា នៅថ្ងៃទី { $known }៖ បណ្ណសារនេះបានចាប់ផ្តើមនៅថ្ងៃទី { $born }
known-at = { $day } ម៉ោង { $time } UTC
record-since = បានកត់ត្រានៅទីនេះ នៅថ្ងៃទី { $day }
title-changes = ការផ្លាស់ប្តូរ តាំងពីថ្ងៃទី { $day }
changes-none = តាំងពីថ្ងៃទី { $day } គ្មានកំណត់ត្រាណា ត្រូវបានបន្ថែម កែតម្រូវ ឬដកចេញទេ។
changes-counts = កំណត់ត្រា តាំងពីថ្ងៃទី { $day }៖ { $counts }។
changes-count-added = បន្ថែម { N($n) }
changes-count-corrected = កែតម្រូវ { N($n) }
changes-count-retracted = ដកចេញ { N($n) }
changes-count-edited = កែដោយគ្មានការជំនួស { N($n) }
changes-count-gone = លែងមាន { N($n) }
changes-began = { $n ->
    [0] បណ្ណសារនេះបានចាប់ផ្តើមនៅថ្ងៃទី { $day } ដោយគ្មានកំណត់ត្រា។
   *[other] បណ្ណសារនេះបានចាប់ផ្តើមនៅថ្ងៃទី { $day } ដោយមានកំណត់ត្រា { N($n) }។
}
changes-imported = ឯកសារបោះឆ្នោតត្រូវបាននាំចូលនៅថ្ងៃទី { $day }៖ ការបោះឆ្នោតដោយហៅឈ្មោះ { N($n) } លើក។
changes-added = បានបន្ថែមនៅថ្ងៃទី { $day } ពី { $publisher }, «{ $title }», ថ្ងៃទី { $published }៖ { $records }
changes-added-calls = បានបន្ថែមនៅថ្ងៃទី { $day }, កំណត់ត្រាបោះឆ្នោត៖ { $records }
changes-corrected = បានកែតម្រូវនៅថ្ងៃទី { $day }៖ { $records } ជំនួស { $older } ({ $publisher }, ថ្ងៃទី { $published }); មូលហេតុ៖ «{ $reason }»
changes-retracted = បានដកចេញនៅថ្ងៃទី { $day }៖ { $records } ({ $publisher }, ថ្ងៃទី { $published }); មូលហេតុ៖ «{ $reason }»
changes-edited = បានកែដោយគ្មានការជំនួស នៅថ្ងៃទី { $day }៖ { $records } ({ $publisher }, ថ្ងៃទី { $published })
changes-gone = លែងមានក្នុងកំណត់ត្រា តាំងពីថ្ងៃទី { $day }៖ { $records } ({ $publisher }, ថ្ងៃទី { $published })
changes-more = មានការផ្លាស់ប្តូរ { N($n) } ទៀត។
