/** The names that statutes go by in agreements, and the form each is cited in. Data only. */

/** Codes cited by section. `{}` is the state's short name where the state gives one. */
export const CODES: readonly (readonly [pattern: string, cited: string])[] = [
  [String.raw`Ed(?:uc(?:ation(?:al)?)?)?\.?\s*Code`, '{} Ed. Code'],
  [String.raw`Gov(?:ernment|'t|’t|t)?\.?\s*Code`, '{} Gov. Code'],
  [String.raw`Labor\s*Code`, '{} Lab. Code'],
  [String.raw`Penal\s*Code`, '{} Penal Code'],
  [String.raw`(?:Health\s*(?:and|&)\s*Safety|H\s*&\s*S)\s*Code`, '{} Health & Saf. Code'],
  [String.raw`Welf(?:are|\.)?\s*(?:and|&)\s*Inst(?:itutions?|\.)?\s*Code`, '{} Welf. & Inst. Code'],
  [String.raw`Family\s*Code`, '{} Fam. Code'],
  [String.raw`Code\s*of\s*Civil\s*Procedure`, '{} Code Civ. Proc.'],
  [String.raw`Civil\s*Code`, '{} Civ. Code'],
  [String.raw`(?:Military\s*(?:and|&)\s*Veterans'?)\s*Code`, '{} Mil. & Vet. Code'],
  [String.raw`Unemployment\s*Insurance\s*Code`, '{} Unemp. Ins. Code'],
  [String.raw`Insurance\s*Code`, '{} Ins. Code'],
  [String.raw`Vehicle\s*Code`, '{} Veh. Code'],
  [String.raw`Evidence\s*Code`, '{} Evid. Code'],
  [String.raw`Elections?\s*Code`, '{} Elec. Code'],
  [String.raw`Public\s*Contracts?\s*Code`, '{} Pub. Cont. Code'],
  [String.raw`Business\s*(?:and|&)\s*Professions\s*Code`, '{} Bus. & Prof. Code'],
  [String.raw`(?:Internal\s*Revenue\s*(?:Service\s*)?Code|I\.?R\.?C\.?)`, 'I.R.C.'],
  [String.raw`Utah\s*Administrative\s*Code`, 'Utah Admin. Code'],
  [String.raw`Utah\s*Code(?:\s*Ann(?:otated|\.))?`, 'Utah Code'],
  [String.raw`Idaho\s*Code`, 'Idaho Code'],
  [String.raw`(?:ORS|Oregon\s*Revised\s*Statutes?)`, 'ORS'],
  [String.raw`(?:OAR|Oregon\s*Administrative\s*Rules?)`, 'OAR'],
  [String.raw`(?:HRS|Hawai[iʻ'‘’]*i\s*Revised\s*Statutes?|H\.R\.S\.)`, 'HRS'],
  [String.raw`(?:RSMo\.?|R\.S\.Mo\.?|Mo\.\s*Rev\.\s*Stat\.|Missouri\s*Revised\s*Statutes?|Revised\s*Statutes\s*of\s*Missouri)`, 'Mo. Rev. Stat.'],
  [String.raw`(?:R\.?C\.?W\.?|Revised\s*Code\s*of\s*Washington)`, 'RCW'],
  [String.raw`(?:N\.?R\.?S\.?|Nevada\s*Revised\s*Statutes?)`, 'NRS'],
  [String.raw`(?:A\.R\.S\.|ARS|Arizona\s*Revised\s*Statutes?)`, 'A.R.S.'],
  [String.raw`(?:Minn\.\s*Stat\.|Minnesota\s*Statutes?)`, 'Minn. Stat.'],
  [String.raw`(?:Wis\.\s*Stats?\.|Wisconsin\s*Statutes?)`, 'Wis. Stat.'],
  [String.raw`(?:Fla\.\s*Stat\.|Florida\s*Statutes?)`, 'Fla. Stat.'],
  [String.raw`(?:Conn\.\s*Gen\.\s*Stat\.|Connecticut\s*General\s*Statutes?)`, 'Conn. Gen. Stat.'],
  [String.raw`(?:M\.?G\.?L\.?|Massachusetts\s*General\s*Laws?)`, 'M.G.L.'],
  [String.raw`(?:O\.?R\.?C\.?|Ohio\s*Revised\s*Code)`, 'Ohio Rev. Code'],
  [String.raw`(?:Texas\s*Education\s*Code|TEC)`, 'Tex. Educ. Code'],
]

/** Where a section sign stands between code and number in the cited form. */
export const WITHOUT_SIGN: ReadonlySet<string> = new Set(['ORS', 'OAR', 'RCW', 'NRS', 'Utah Admin. Code', 'M.G.L.', 'Ohio Rev. Code'])

/** Acts by name. The short name counts only in capitals; `after` holds short names that mean other things too and count only where the long name stands in the text. */
export const ACTS: readonly { readonly pattern: string; readonly cited: string; readonly short?: string; readonly after?: string }[] = [
  { pattern: String.raw`Family\s+(?:and|&)?\s*Medical\s+Leave\s+Act`, short: 'FMLA', cited: 'Family and Medical Leave Act, 29 U.S.C. § 2601' },
  { pattern: String.raw`California\s+Family\s+Rights\s+Act`, short: 'CFRA', cited: 'California Family Rights Act, Cal. Gov. Code § 12945.2' },
  { pattern: String.raw`Americans\s+with\s+Disabilit(?:y|ies)\s+Act`, after: 'ADA', cited: 'Americans with Disabilities Act, 42 U.S.C. § 12101' },
  { pattern: String.raw`(?:Educational?\s+Employment\s+Relations?\s+Act|Rodda\s+Act)`, short: 'EERA', cited: 'Educational Employment Relations Act, Cal. Gov. Code § 3540' },
  { pattern: String.raw`Individuals\s+with\s+Disabilities\s+(?:in\s+)?Education(?:al)?\s+(?:Improvement\s+)?Act`, after: 'IDEA', cited: 'Individuals with Disabilities Education Act, 20 U.S.C. § 1400' },
  { pattern: String.raw`Family\s+Education(?:al)?\s+Rights\s+and\s+Privacy\s+Act`, short: 'FERPA', cited: 'Family Educational Rights and Privacy Act, 20 U.S.C. § 1232g' },
  { pattern: String.raw`Health\s+Insurance\s+Portability\s+and\s+Accountability\s+Act`, short: 'HIPAA', cited: 'Health Insurance Portability and Accountability Act, Pub. L. 104-191' },
  { pattern: String.raw`Consolidated\s+Omnibus\s+Budget\s+Reconciliation\s+Act`, short: 'COBRA', cited: 'Consolidated Omnibus Budget Reconciliation Act, 29 U.S.C. § 1161' },
  { pattern: String.raw`Fair\s+Labor\s+Standards\s+Act`, short: 'FLSA', cited: 'Fair Labor Standards Act, 29 U.S.C. § 201' },
  { pattern: String.raw`Age\s+Discrimination\s+in\s+Employment\s+Act`, short: 'ADEA', cited: 'Age Discrimination in Employment Act, 29 U.S.C. § 621' },
  { pattern: String.raw`Uniformed\s+Services\s+Employment\s+and\s+Re-?employment\s+Rights\s+Act`, short: 'USERRA', cited: 'Uniformed Services Employment and Reemployment Rights Act, 38 U.S.C. § 4301' },
  { pattern: String.raw`Every\s+Student\s+Succeeds\s+Act`, short: 'ESSA', cited: 'Every Student Succeeds Act, Pub. L. 114-95' },
  { pattern: String.raw`No\s+Child\s+Left\s+Behind(?:\s+Act)?`, short: 'NCLB', cited: 'No Child Left Behind Act, Pub. L. 107-110' },
  { pattern: String.raw`(?:Patient\s+Protection\s+and\s+)?Affordable\s+Care\s+Act`, cited: 'Affordable Care Act, 42 U.S.C. § 18001' },
  { pattern: String.raw`Rehabilitation\s+Act(?:\s+of\s+1973)?`, cited: 'Rehabilitation Act, 29 U.S.C. § 794' },
  { pattern: String.raw`Civil\s+Rights\s+Act(?:\s+of\s+1964)?`, cited: 'Civil Rights Act of 1964, 42 U.S.C. § 2000e' },
  { pattern: String.raw`Title\s+IX\b`, cited: 'Title IX, 20 U.S.C. § 1681' },
  { pattern: String.raw`Title\s+VII\b`, cited: 'Title VII, 42 U.S.C. § 2000e' },
  { pattern: String.raw`Stull\s+(?:Act|Bill)`, cited: 'Stull Act, Cal. Ed. Code § 44660' },
  { pattern: String.raw`(?:Ralph\s+M\.\s+)?Brown\s+Act`, cited: 'Brown Act, Cal. Gov. Code § 54950' },
  { pattern: String.raw`Fair\s+Employment\s+and\s+Housing\s+Act`, short: 'FEHA', cited: 'Fair Employment and Housing Act, Cal. Gov. Code § 12900' },
  { pattern: String.raw`Public\s+Employees?\s+Collective\s+Bargaining\s+Act`, short: 'PECBA', cited: 'Public Employee Collective Bargaining Act, ORS 243.650' },
  { pattern: String.raw`Oregon\s+Family\s+Leave\s+Act`, short: 'OFLA', cited: 'Oregon Family Leave Act, ORS 659A.150' },
]

/** States whose own codes share a plain name ("Education Code"): the one most named in a text gives the short name. */
export const STATES: readonly (readonly [name: string, short: string])[] = [
  ['California', 'Cal.'],
  ['Texas', 'Tex.'],
]
