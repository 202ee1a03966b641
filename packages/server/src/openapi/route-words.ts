// What each route of the interface is for, in a sentence for whoever builds on it. A test holds that none is missing.

export const routeWords: Readonly<Record<string, string>> = {
  'POST /api/set-up':
    'Make the first administrator and hospital, with the code that the server printed when it started',
  'GET /api/start':
    'What may be done before anybody is signed in: set-up, a password, the hospital’s own sign-in',
  'POST /api/session': 'Sign in; the answer sets the cookie that every other request brings',
  'GET /api/session': 'Who is signed in, at which hospital, until when, and what must be done first',
  'DELETE /api/session': 'Sign out',
  'PUT /api/account/password': 'Choose another password; ends the person’s other sessions',
  'POST /api/account/second-factor':
    'Begin to set a second factor: the secret for an authenticator app, shown this once',
  'PUT /api/account/second-factor': 'Keep that second factor, proved by one of its codes',
  'PUT /api/account/language': 'The language in which the app speaks to this person',
  'GET /api/users': 'All accounts of the hospital',
  'GET /api/colleagues': 'Names and roles of those who may be given work',
  'POST /api/users': 'Make an account; its first password is shown this once',
  'PUT /api/users/:user': 'Change name, role, language or whether an account may be used',
  'PUT /api/users/:user/password': 'Give an account a new first password',
  'DELETE /api/users/:user/second-factor': 'Take a lost second factor away',
  'DELETE /api/users/:user/sessions': 'End every session of an account at once',
  'GET /api/machines': 'Programs that bring messages or read records, with their keys by name',
  'POST /api/machines': 'Make an account for a program, with FHIR scopes; its key is shown this once',
  'POST /api/machines/:machine/keys': 'A further key, so that an old one can be replaced without a gap',
  'DELETE /api/machines/:machine/keys/:key': 'End a key at once',
  'GET /api/site': 'The hospital: country, language, time zone, choices',
  'PUT /api/site': 'Change the hospital’s choices',
  'GET /api/site/densitometers': 'The bone densitometers of the hospital: their precision studies',
  'POST /api/site/densitometers/studies':
    'Write down a precision study; two scans of that device are compared by it',
  'DELETE /api/site/densitometers/studies/:study': 'Withdraw a precision study that was wrong',
  'GET /api/connections': 'Connected systems, what they may read, and what became of their cards',
  'POST /api/connections':
    'Register a system: its keys, its FHIR server, its scopes, how its patients are recognised here',
  'PUT /api/connections/:system': 'Change a connected system',
  'DELETE /api/connections/:system': 'End a connection at once; its tokens are refused from now on',
  'GET /api/webhooks': 'Who is told what, and the newest deliveries',
  'POST /api/webhooks': 'Tell an address of topics; the secret that signs the messages is shown this once',
  'DELETE /api/webhooks/:webhook': 'End a webhook; what waits for it is not sent',
  'POST /api/webhooks/:webhook/ping': 'Send a message of topic "ping", to try an address',
  'POST /api/webhook-deliveries/:delivery/again': 'Send again what was given up',
  'GET /api/persons/:person/audit': 'Who did what with the record of one patient, newest first',
  'GET /api/audit': 'The access log of the hospital, newest first',
  'POST /api/audit/verification':
    'Compute whether the log is whole, optionally from an anchor that was kept elsewhere',
  'POST /api/emergency-access':
    'Open the record of a patient without a case for half an hour, for a stated reason',
  'GET /api/persons/:person/record': 'What is known of a patient to whom emergency access is open',
  'GET /api/emergency-access': 'Emergency access that was taken, with its reasons',
  'POST /api/emergency-access/:access/review':
    'Say that an emergency access was looked at, and whether it was right',
  'GET /api/inbox': 'Messages that came in, and those that wait for a person because they could not be taken',
  'GET /api/inbox/:message': 'One message: what it was, what became of it, and why',
  'GET /api/inbox/:message/raw': 'The message as it came, byte for byte',
  'POST /api/inbox/:message/retry': 'Take a message again, after what kept it out was put right',
  'POST /api/inbox/:message/set-aside': 'Set a message aside that will never be taken, with the reason',
  'POST /api/imports/preview':
    'What would be read of a table (CSV, XLSX, NDJSON) and what left out; nothing is kept',
  'POST /api/imports':
    'Take a table in; it is worked on by and by, and its inbox message tells how far it is',
  'POST /api/imports/densities/preview':
    'What would be read of a table of bone densitometries and what left out; nothing is kept',
  'POST /api/imports/densities':
    'Take a table of bone densitometries in; one region of one examination a row',
  'GET /api/inbox/:message/left-out': 'The rows of a table that stayed out, each with its reason, as a file',
  'POST /api/persons/:person/merge': 'Say that two records are one person',
  'POST /api/persons/:person/unmerge': 'Take that back; every row goes back to where it came from',
  'GET /api/worklist': 'A list of cases, most urgent first, a page at a time',
  'GET /api/worklist/counts': 'How many cases stand on each list',
  'GET /api/worklist/export': 'A list of cases as a CSV file',
  'POST /api/worklist/assign': 'Give several cases to a colleague, or to nobody',
  'POST /api/search':
    'Find patients by name, date of birth or number; in a body, so that no proxy writes it down',
  'GET /api/views': 'The filters that the person saved under a name',
  'POST /api/views': 'Save a filter under a name',
  'DELETE /api/views/:view': 'Forget a saved filter',
  'GET /api/cases/:case':
    'The page of a case: patient, findings in their sentences, reports, timeline, notes, tasks',
  'POST /api/cases/:case/verdict':
    'Confirm, correct, reject or put off a fracture, on the version that was read',
  'GET /api/cases/:case/hip-care':
    'The acute care of a broken hip: times, examinations and where the patient went',
  'PUT /api/cases/:case/hip-care':
    'Keep the acute care of a broken hip; what nobody wrote down stays "not recorded"',
  'GET /api/hip-care/codes': 'Which of the hospital’s own codes stand for which answer of acute hip care',
  'PUT /api/hip-care/codes':
    'Say which codes stand for which answer, all of them anew; messages and resources then fill acute hip care by themselves',
  'POST /api/hip-care/codes': 'Add one code that stands for an answer of acute hip care',
  'DELETE /api/hip-care/codes': 'Take one code away, by its system and code as the list names them',
  'POST /api/hip-care/file':
    'Acute hip care as a table of another system, row by row, with a reason for each row refused',
  'POST /api/cases/:case/undo': 'Take the last verdict back, as long as nothing was built on it',
  'PATCH /api/cases/:case': 'Change stage, owner, due day or note',
  'POST /api/cases/:case/seen': 'Say that the news on a case was read',
  'POST /api/cases/:case/notes': 'Write a note; notes are never changed',
  'POST /api/cases/:case/tasks': 'Make a task for somebody, with a day',
  'GET /api/cases/:case/assessment':
    'The questions, what is answered and by whom, and what the rules say of bones, hip, spine, joints and pain',
  'PUT /api/cases/:case/assessment/:field': 'Answer one question: a value, "no", or null for not recorded',
  'POST /api/cases/:case/decisions': 'Sign a choice, under the mark of exactly what was shown',
  'GET /api/decisions/changed': 'Signed decisions that would come out differently under today’s knowledge',
  'POST /api/cases/:case/risk-results':
    'Keep a risk score as it was computed, or a FRAX that was read elsewhere',
  'GET /api/tasks': 'Open tasks, of the person or of everybody',
  'PATCH /api/tasks/:task': 'Tick off, give to somebody else, move or cancel a task',
  'GET /api/follow-up':
    'Doses that are overdue or soon due, whom to call by the window of each contact, and what was done lately',
  'GET /api/contacts/:contact':
    'The sheet of one contact: questions, answers, where they lead and by which rule',
  'PATCH /api/contacts/:contact':
    'Keep answers of a call one by one; also its note, the day a drug was begun, its owner',
  'POST /api/contacts/:contact/attempts':
    'Write down an attempt: nobody was reached, or a later day or another way was agreed on',
  'PUT /api/contacts/:contact/phone': 'Put the patient’s number right, or say that they ask not to be rung',
  'POST /api/contacts/:contact/end': 'End a call: its answers count, and what needs somebody becomes a task',
  'POST /api/contacts/:contact/fracture':
    'A new fracture that the patient tells of: opens a case to be confirmed',
  'POST /api/cases/:case/contacts': 'A contact that nobody planned, open from today',
  'POST /api/cases/:case/doses':
    'Write down an injection or infusion that was given; answers when the next is due',
  'PUT /api/cases/:case/doses/arranged':
    'The day on which the next denosumab or zoledronate will be given, or that none is arranged any more',
  'POST /api/cases/:case/treatment-stops':
    'Write down that a drug ended; denosumab only together with what follows',
  'DELETE /api/cases/:case/treatment-stops/:stop': 'Take that back: the drug runs on',
  'POST /api/cases/:case/follow-up-end': 'End follow-up: died, wants no more, moved away',
  'POST /api/cases/:case/follow-up-resume':
    'Take follow-up up again: it ended by mistake, or the patient comes back',
  'GET /api/calendar-feeds': 'The calendar addresses of the person',
  'PUT /api/calendar-feeds/names': 'Choose whether calendars outside this program may name patients',
  'POST /api/calendar-feeds': 'Make an iCalendar address with the person’s contacts; shown this once',
  'DELETE /api/calendar-feeds/:feed': 'End a calendar address',
  'GET /api/appointments/:appointment/calendar': 'One appointment as a calendar file',
  'GET /api/case-transfers': 'Cases that wait to be taken in, and those that are not handed over yet',
  'POST /api/cases/:case/transfer':
    'Hand a case to another hospital, of this installation or elsewhere; it closes here',
  'POST /api/case-transfers/:transfer/deliver':
    'Bring it to another hospital of this installation; can be done again',
  'POST /api/case-transfers/:transfer/take-in': 'Take a case in that waits here; it goes on with its history',
  'POST /api/case-transfers/:transfer/file':
    'The case as an encrypted file for another installation; its code is shown this once',
  'POST /api/case-transfers/:transfer/arrived': 'Say that the file arrived there; here nothing of it is kept',
  'POST /api/case-transfers/files':
    'Bring the file of another installation, its code in the header X-Transfer-Code',
  'GET /api/finding-quality': 'How well case finding works here, from the verdicts of people, with intervals',
  'GET /api/finding-quality/sample': 'A report without a finding, drawn by chance, to be read by a person',
  'POST /api/reports/:report/marks':
    'Say that a finding is wrong, that one was missed, or that nothing was missed',
  'POST /api/claims/check': 'Hold a text against the register of claims',
  'GET /api/quality/figures':
    'The figures of one set of indicators, with n/N, intervals, months and what is too early',
  'GET /api/quality/board-report': 'The report for the board as a PDF: a year of figures on paper',
  'POST /api/quality/recount': 'Count all figures anew',
  'GET /api/quality/patients': 'The patients behind one figure, each with the reason',
  'GET /api/quality/missing': 'What nobody wrote down, patient by patient',
  'GET /api/quality/compared': 'A figure beside those of hospitals that show theirs, with funnel limits',
  'GET /api/quality/registry': 'The registry’s file, pseudonymised',
  'GET /api/quality/registry/dictionary': 'What stands in each column of that file',
  'POST /api/quality/registry/check': 'Whether such a file is sound',
  'PUT /api/quality/choices': 'What the hospital expects to find, and whether it shows its figures to others',
  'GET /api/quality/what-if-start': 'Where a "what if" begins: the hospital’s own patients and figures',
  'POST /api/quality/simulations': 'Ask for a "what if"; it is worked out by and by',
  'GET /api/quality/simulations': 'The "what if"s that were asked for',
  'GET /api/quality/simulations/:simulation': 'How far one is, and what came out',
  'GET /api/grids': 'The decision aids, and of a case whether each is open to its patient',
  'POST /api/grids/:grid/summary': 'What somebody found important in an aid, in words for the physician',
  'GET /api/cases/:case/letters': 'The letters of a case: drafts, signed ones, where they went',
  'POST /api/cases/:case/letters': 'Compose a letter from the record, as a draft',
  'PUT /api/cases/:case/letters/:letter': 'Change a draft',
  'POST /api/cases/:case/letters/:letter/signature': 'Sign a letter; from then on it is never changed',
  'GET /api/cases/:case/letters/:letter/pdf': 'A letter as tagged PDF/A',
  'POST /api/cases/:case/letters/:letter/sendings': 'Write down where a signed letter was sent, and how',
  'PUT /api/letterhead': 'What stands above the hospital’s letters',
  'GET /api/knowledge': 'Every rule, number, model and source in force on a day, by country',
  'GET /api/knowledge/entry': 'One of them with its sources and words',
  'GET /api/knowledge/drafts': 'What is not confirmed yet',
  'POST /api/knowledge/sign-offs': 'Sign a rule set under its present content',
  'GET /api/cases/:case/figures':
    'What the drawings of a case show: T-scores, vertebrae, risk of a next fracture, the hip',
  'GET /api/cases/:case/spine-images': 'Side views of the spine, with what was measured on them',
  'GET /api/cases/:case/spine-images/comparable': 'Which two images can be held beside each other',
  'GET /api/cases/:case/spine-images/compared': 'Two images vertebra by vertebra',
  'POST /api/cases/:case/spine-images': 'Bring an image: PNG, JPEG or uncompressed DICOM',
  'GET /api/cases/:case/spine-images/:image/content': 'The image itself',
  'POST /api/morphometry/measure': 'Heights, losses, grade and angles from points; nothing is kept',
  'PUT /api/cases/:case/spine-images/:image/readings': 'Keep what was read on an image',
  'DELETE /api/cases/:case/spine-images/:image': 'Take an image and its readings back',
  'GET /api/site/services': 'The hospital’s services and their numbers, as they stand in every guide',
  'PUT /api/site/services': 'Change them',
  'GET /api/cases/:case/guide':
    'The guide of a patient: what it is made of, its links, what the patient said',
  'PUT /api/cases/:case/guide': 'Change what the guide is made of',
  'POST /api/cases/:case/guide/links': 'Make an address for a patient or carer; the PIN is shown this once',
  'POST /api/cases/:case/guide/links/:guideLink/pin': 'A new PIN',
  'POST /api/cases/:case/guide/links/:guideLink/sheet': 'The sheet with the address to hand out, as PDF',
  'DELETE /api/cases/:case/guide/links/:guideLink': 'End an address',
  'POST /api/cases/:case/guide/paper': 'The whole guide on paper, as PDF',
  'GET /api/guide-alarms': 'Alarm checks of patients that a person has to look at',
  'POST /api/guide-alarms/:entry/seen': 'Say that one was looked at, and what was done',
};
