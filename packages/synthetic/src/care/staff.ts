// The people who work in the synthetic hospital. Names say that they are invented; each has one role of the product.

export type StaffRole =
  | 'nurse-1'
  | 'nurse-2'
  | 'nurse-3'
  | 'physician-1'
  | 'physician-2'
  | 'lead'
  | 'it'
  | 'auditor';

export interface StaffMember {
  readonly key: StaffRole;
  readonly login: string;
  readonly displayName: string;
  readonly role: 'nurse' | 'physician' | 'lead' | 'it' | 'auditor';
  readonly language: 'nl' | 'fr';
}

export const staff: readonly StaffMember[] = [
  { key: 'nurse-1', login: 'els', displayName: 'Els Verzonnen', role: 'nurse', language: 'nl' },
  { key: 'nurse-2', login: 'samir', displayName: 'Samir Fictif', role: 'nurse', language: 'fr' },
  { key: 'nurse-3', login: 'greet', displayName: 'Greet Verzonnen', role: 'nurse', language: 'nl' },
  { key: 'physician-1', login: 'arts', displayName: 'Dr. An Voorbeeld', role: 'physician', language: 'nl' },
  { key: 'physician-2', login: 'amina', displayName: 'Dr. Amina Exemple', role: 'physician', language: 'fr' },
  { key: 'lead', login: 'lead', displayName: 'Lien Voorbeeld', role: 'lead', language: 'nl' },
  { key: 'it', login: 'it', displayName: 'Ilse Denkbeeld', role: 'it', language: 'nl' },
  { key: 'auditor', login: 'auditor', displayName: 'Omar Schijnaert', role: 'auditor', language: 'nl' },
];
