export { type Answer, answers } from './answer.ts';
export {
  addDays,
  addMonths,
  ageInYears,
  type CalendarDate,
  type CalendarDateError,
  type CalendarDateParts,
  calendarDateOf,
  compareDates,
  daysBetween,
  daysInMonth,
  describeCalendarDateError,
  knownDate,
  parseCalendarDate,
  partsOf,
} from './calendar-date.ts';
export { hasLoincCheckDigit, hasSnomedCheckDigit } from './check-digit.ts';
export {
  type Code,
  type Coded,
  type CodeError,
  type CodeSystem,
  codeSystemFromUri,
  codeSystems,
  codeSystemUris,
  parseCode,
} from './coded.ts';
export { type FractureSite, fractureSites, isVertebral, type Side } from './fracture-site.ts';
export { inFrenchPrint, tableInFrenchPrint } from './french-print.ts';
export { type Language, languages } from './language.ts';
export {
  checkBsn,
  checkInsz,
  type IdentifierCheck,
  normaliseBsn,
  normaliseInsz,
} from './national-identifier.ts';
export {
  comparePartialDates,
  type DatePrecision,
  earliestDay,
  latestDay,
  type PartialDate,
  parsePartialDate,
  precisionOf,
} from './partial-date.ts';
export {
  type Centimetres,
  centimetres,
  centimetresFrom,
  type Millimetres,
  millimetres,
  millimetresFrom,
  type Percent,
  percent,
  type QuantityError,
} from './quantity.ts';
export { failure, type Result, success } from './result.ts';
export { type Sex, sexes } from './sex.ts';
export { unreachable } from './unreachable.ts';
export {
  levelRange,
  type VertebralLevel,
  type VertebralRegion,
  vertebralLevels,
  vertebralRegion,
} from './vertebral-level.ts';
