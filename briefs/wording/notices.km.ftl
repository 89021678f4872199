# ពាក្យជុំវិញចម្លើយ: what stands around an answer in Khmer. Help and requests not understood are told in English.

notice-as-of = គិតត្រឹមថ្ងៃទី { $day }
notice-sources = ប្រភព
notice-more = … នៅមាន { $count } ទៀត
notice-passages = ក្នុងអត្ថបទដែលបានរក្សាទុក
notice-do-share = ចែករំលែកទៅឆានែល
notice-do-sources = ប្រភព
notice-do-timeline = កាលប្បវត្តិ
notice-do-compare = ប្រៀបធៀបជាមួយ…
notice-do-shorter = ខ្លីជាងនេះ
notice-do-longer = វែងជាងនេះ
notice-do-language = ភាសា
notice-do-report = រាយការណ៍កំហុស
notice-do-earlier = ទំព័រមុន
notice-do-further = ទំព័របន្ទាប់
notice-page = ទំព័រ { $page } ក្នុងចំណោម { $pages }
notice-shared-by = សួរ និងចែករំលែកដោយ { $who }
