// How far something of care is, in our word and in that of each R4 type: written out with it, and searched by it, so that
// what a search names is what the resource says.

export type CareStatus = 'planned' | 'active' | 'completed' | 'stopped' | 'entered-in-error' | 'not-recorded';

export const statementStatus = {
  planned: 'intended',
  active: 'active',
  completed: 'completed',
  stopped: 'stopped',
  'entered-in-error': 'entered-in-error',
  'not-recorded': 'unknown',
} as const;

export const requestStatus = {
  planned: 'draft',
  active: 'active',
  completed: 'completed',
  stopped: 'stopped',
  'entered-in-error': 'entered-in-error',
  'not-recorded': 'unknown',
} as const;

export const administrationStatus = {
  planned: 'unknown',
  active: 'in-progress',
  completed: 'completed',
  stopped: 'stopped',
  'entered-in-error': 'entered-in-error',
  'not-recorded': 'unknown',
} as const;

export const procedureStatus = {
  planned: 'preparation',
  active: 'in-progress',
  completed: 'completed',
  stopped: 'stopped',
  'entered-in-error': 'entered-in-error',
  'not-recorded': 'unknown',
} as const;

export const encounterStatus = {
  planned: 'planned',
  active: 'in-progress',
  completed: 'finished',
  stopped: 'cancelled',
  'entered-in-error': 'entered-in-error',
  'not-recorded': 'unknown',
} as const;
