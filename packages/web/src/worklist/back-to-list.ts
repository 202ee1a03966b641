// The list and the row that a case was opened from, so that one comes back to both. Kept for this tab, and no longer than it.

import { useLocation } from 'wouter';

const list = 'breekpunt.lastList';
const row = 'breekpunt.lastRow';

export function rememberPlace(search: string, caseId: number): void {
  sessionStorage.setItem(list, search);
  sessionStorage.setItem(row, String(caseId));
}

/** 0 when no case was opened from a list in this tab. */
export function lastRow(): number {
  return Number(sessionStorage.getItem(row));
}

export function useBackToList(): () => void {
  const [, go] = useLocation();
  return () => go(`/worklist?${sessionStorage.getItem(list) ?? ''}`);
}
