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
  { key: 'nurse-1', login: 'nele', displayName: 'Nele Voorbeeld', role: 'nurse', language: 'nl' },
  { key: 'nurse-2', login: 'karim', displayName: 'Karim Exemple', role: 'nurse', language: 'fr' },
  { key: 'nurse-3', login: 'els', displayName: 'Els Verzinnen', role: 'nurse', language: 'nl' },
  {
    key: 'physician-1',
    login: 'pieter',
    displayName: 'Dr. Pieter Denkbeeld',
    role: 'physician',
    language: 'nl',
  },
  { key: 'physician-2', login: 'amina', displayName: 'Dr. Amina Fictif', role: 'physician', language: 'fr' },
  { key: 'lead', login: 'lena', displayName: 'Lena Proefmans', role: 'lead', language: 'nl' },
  { key: 'it', login: 'ibrahim', displayName: 'Ibrahim Modelle', role: 'it', language: 'nl' },
  { key: 'auditor', login: 'olga', displayName: 'Olga Schijnaert', role: 'auditor', language: 'nl' },
];
