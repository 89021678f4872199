## What was known by when

footer-sources-known = Sources to { $day }, as known on { $known }
footer-compiled-known = Compiled from sources to { $day }, as known on { $known }
footer-none-known = No sources held, as known on { $known }
footer-none-begun = No sources held, as known on { $known }: this archive began on { $born }
known-at = { $day } at { $time } UTC

## What changed since a day

title-changes = Changes since { $day }
changes-none = Nothing was added, corrected or retracted since { $day }.
changes-counts = Since { $day }: { $counts }.
changes-count-added = { $n ->
    [one] { $count } record added
   *[other] { $count } records added
}
changes-count-corrected = { $count } corrected
changes-count-retracted = { $count } retracted
changes-count-edited = { $count } changed in place
changes-count-gone = { $count } no longer held
changes-began = { $n ->
    [0] This archive began on { $day } with no record.
    [one] This archive began on { $day } with { $count } record.
   *[other] This archive began on { $day } with { $count } records.
}
changes-imported = { $n ->
    [one] The voting file was imported on { $day }: { $count } roll call.
   *[other] The voting file was imported on { $day }: { $count } roll calls.
}
changes-added = Added on { $day } from { $publisher }, “{ $title }”, { $published }: { $records }
changes-added-calls = Added on { $day }, voting records: { $records }
changes-corrected = Corrected on { $day }: { $older } by { $records } ({ $publisher }, { $published }): { $reason }
changes-retracted = Retracted on { $day }: { $records } ({ $publisher }, { $published }): { $reason }
changes-edited = Changed in place on { $day }: { $records } ({ $publisher }, { $published })
changes-gone = No longer held since { $day }: { $records } ({ $publisher }, { $published })
changes-more = { $n ->
    [one] { $count } more change is on file.
   *[other] { $count } more changes are on file.
}

## The history of one record

record-since = Recorded on { $day }
