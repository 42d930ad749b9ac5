/**
 * What can be told of a text by itself: whether it is the name of a person. Where it cannot be told, it is taken for a
 * person, since a team that is called “a member of staff” by mistake is seen in the review, and a person on the page
 * is seen by everybody.
 */

export const honorifics = 'Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Rev|Revd|Athro';
const honorific = new RegExp(`^(?:${honorifics})\\.?$`, 'iu');

/** Words of roles, teams, subjects and places; a text with one of them is no person. */
const strongWords = new Set(
  `academic academics academy accommodation accounts admin administration administrators admissions advancement adviser
  advisers advisor advisors affairs all analyst analysts apprentice apprentices apprenticeship archive arts assessment
  assistant associate association audio board boards bursar business campus capital career careers catering centre
  centres champion champions change chancellor chief civil clinical college colleges commercial commitment committee
  communications compliance computing consultant coordinator coordinators core council creative cross culture curriculum
  data department departmental departments deputy design development digital directorate director directors diversity
  division edi education electronic electronics employee employees engagement engineer engineering engineers enterprise
  environment equality equipment estate estates events everyone executive external facilities facility faculties faculty
  finance fleet forum framework funding governance government graduate group groups groundwork health heads hr human
  humanities imaging impact inclusion industry information infrastructure innovation institute institutional instrument
  instruments interim internal international it job lab laboratories laboratory labs leader leaders leadership leads
  learning legal library life line local maintenance management manager managers marketing materials media medicine
  mechanical member members network networks new nursing office officer officers offices operating operational operations
  organisational outreach panel participation partner partners partnership partnerships payroll pension people performance
  planning policy postgraduate principal procurement professional professor professors programme programmes project
  projects provost psychology public publications quality recruitment registrar registry relations reporting
  representative representatives research resource resources reward safety school schools science sciences scientific
  section secretariat secretary security senate senior service services shared site skills social society specialist
  specialists staff steering strategic strategy student students studio studios sub subject supervisor supervisors support
  sustainability systems talent task tbc tbd teaching team teams technical technician technicians technologies
  technologists technology theatre theatres to training transformation trust tutor tutors union unions unit units
  university various vacant vice visual warden web website welfare wellbeing widening work workforce working workplace
  workshop workshops point station hub bay house building n/a none unknown not
  adnoddau adran coleg cyfarwyddwr gwasanaethau pennaeth prifysgol rheolwr swyddog swyddfa technegol technegwyr tîm ysgol
  anatomy archaeology architecture astronomy biochemistry biology biosciences bioscience botany chemistry dentistry drama
  economics film fine geography geology history law marine maths mathematics music neuroscience optometry pharmacy physics
  physiology sport sports veterinary zoology`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);
/** Roles and places that are surnames and given names just as well: they tell only where nothing else stands. */
const weakWords = new Set(['chair', 'dean', 'deans', 'head', 'lead', 'provost', 'law', 'clerk', 'president']);
const joining = /^(?:of|for|and|the|in|at|to|on|with|by|or|a|an|&|\+|yr|a’r|ac|y)$/u;
const endings = /(?:ology|istry|nomics|ics|tion|tions)$/iu;
const nameToken =
  /^(?:\p{Lu}[\p{L}\p{M}'’ʼ.-]*|\p{Lo}[\p{L}\p{M}]*|(?:d[aei]|de|del|van|von|der|den|la|le|bin|ibn|ap|ab|al)|(?:d['’]|al-)\p{L}+)$/u;

/** The words of a name, without title, brackets and letters after it. */
export function nameWords(name: string): readonly string[] {
  const [plain = ''] = name
    .normalize('NFC')
    .replaceAll(/\([^)]*\)?|\[[^\]]*\]?/gu, ' ')
    .split(',');
  return plain.split(/\s+/u).filter((word) => word !== '' && !honorific.test(word));
}

/** Whether who is named as an owner of an action is a person and not a role, a team or a department. */
export function looksLikePerson(owner: string): boolean {
  const words = owner
    .normalize('NFC')
    .replaceAll(/\([^)]*\)?/gu, ' ')
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const titled = words.some((word) => honorific.test(word) && !/^professor$/iu.test(word));
  const rest = words.filter((word) => !honorific.test(word));
  if (rest.length === 0 || rest.length > 5) return false;
  if (titled) return true;
  const plain = rest.map((word) => word.toLowerCase().replaceAll(/[.’']s?$/gu, ''));
  if (rest.some((word) => joining.test(word))) return false;
  if (plain.some((word) => word.split(/[-/]/u).some((part) => strongWords.has(part)) || endings.test(word)))
    return false;
  if (plain.every((word) => weakWords.has(word))) return false;
  // “HR”, “IT”, “SMB2”: an abbreviation of a body, unless it is initials before a surname.
  if (rest.every((word) => /^[\p{Lu}\p{N}&]+$/u.test(word) && word.length < 5)) return false;
  return rest.every((word) => nameToken.test(word));
}
