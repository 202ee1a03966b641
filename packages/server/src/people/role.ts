// What people are here for. Who sees patients (nurse, physician, lead) does not keep the accounts, and who keeps the
// accounts and doors (it) or checks the log (auditor) does not see patients.

export const roles = ['nurse', 'physician', 'lead', 'it', 'auditor'] as const;

/** A machine is a program with keys (machine.ts); no list of people's roles holds it. */
export type Role = (typeof roles)[number] | 'machine';

/** Those who care for patients. */
export const carers: readonly ['nurse', 'physician', 'lead'] = ['nurse', 'physician', 'lead'];
