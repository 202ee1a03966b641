// A reason the program cannot do its work, in one sentence for the person at the terminal. Thrown anywhere
// in a command and answered once, in main, with exit code 2. Bad input is never one of these: it is rejected
// and the run goes on.

export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** What the operating system says, in words a person can act on; the path is named, the content never. */
export function systemErrorInWords(thrown: unknown, what: string, path: string): string {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  switch (code) {
    case 'ENOENT':
      return what === 'write'
        ? `Cannot write ${path}: the folder it should stand in does not exist. Make it, or choose another place.`
        : `Cannot ${what} ${path}: there is no such file or folder. Check the name.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Cannot ${what} ${path}: this account may not. Choose another place or ask for the right.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `Cannot ${what} ${path}: the disk is full. Make room or choose another place.`;
    case 'EISDIR':
      return `Cannot ${what} ${path}: it is a folder. Name a file.`;
    case 'ENOTDIR':
      return `Cannot ${what} ${path}: a part of the name is a file, not a folder.`;
    default:
      return `Cannot ${what} ${path}: ${code === '' ? 'the system refused' : code}.`;
  }
}
