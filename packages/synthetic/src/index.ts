// The public surface of synthetic: invented patients, for examples, benchmarks and the demonstration hospital.

// Chance and days
export { ageOn, belgianDate, type Day, dayOf, hl7Date, isoDate } from './calendar.ts';
// The demonstration hospital
export type {
  CarePath,
  Contact,
  EndReason,
  Review,
  Standing,
  Task,
  TaskKind,
} from './care/care-path.ts';
export { strayReview } from './care/review.ts';
export { type StaffMember, type StaffRole, staff } from './care/staff.ts';
export { careOf, type HospitalPatient, type HospitalReport, type ReadFracture } from './hospital-patient.ts';
export type { Resident } from './people/resident.ts';
export { type DicomTraits, drawnDicom } from './radiograph/drawn-dicom.ts';
export { drawnPng } from './radiograph/drawn-png.ts';
export { type DrawnVertebra, drawnGreys, drawnSize, drawnSpine } from './radiograph/drawn-spine.ts';
export { createRandom, type Random } from './random.ts';
export { type Rates as SyntheticRates, ratesOn as syntheticRatesOn } from './rates.ts';
// Reports: src/reports
export {
  outcomeOf,
  type Patient,
  type PatientRecord,
  type Report,
  type ReportKind,
  type TrueEpisode,
} from './reports/patient.ts';
export { fill } from './reports/piece.ts';
export { createReportExport, type ReportExportPlan } from './reports/report-export.ts';
export { type Statement, triageOf } from './reports/statement.ts';
export { type HospitalPlan, syntheticHospital } from './synthetic-hospital.ts';
