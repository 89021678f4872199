# ពាក្យជុំវិញចម្លើយ: what stands around an answer in Khmer. Help and requests not understood are told in English.

notice-as-of = គិតត្រឹមថ្ងៃទី { $day }
notice-sources = ប្រភព
notice-more = … នៅមាន { $count } ទៀត
notice-passages = ក្នុងអត្ថបទដែលបានរក្សាទុក
