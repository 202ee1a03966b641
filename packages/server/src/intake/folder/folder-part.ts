// The watched folder as a part of the server, when one is set.

import { siteOrOnly } from '../../records/only-site.ts';
import type { Part } from '../../start/part.ts';
import { takeFolderFile } from './take-folder-file.ts';
import { watchFolder } from './watched-folder.ts';

const everyMs = 2_000;

export const folderPart: Part = {
  name: 'folder',
  async start({ database: { db }, keys, folder, intake }, log) {
    if (folder === null) return async () => undefined;
    const site = siteOrOnly(db, folder.site);
    return watchFolder({
      folder: folder.path,
      everyMs,
      async take(name, raw) {
        const known = await site();
        if (known === null) throw new Error('no hospital to take files for');
        return takeFolderFile({ db, keys, queue: intake.queue }, known, name, raw);
      },
      // A name may be a patient's: the log counts, the folder shows.
      told: (what, detail) =>
        what === 'trouble'
          ? log.warn({ reason: detail }, 'the watched folder')
          : log.info({ what }, 'a file of the watched folder'),
    });
  },
};
