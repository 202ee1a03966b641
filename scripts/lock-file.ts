// Makes package-lock.json whole for every platform. Programs such as the formatter come as one package per
// operating system and processor. npm leaves out of the lock file those that the registry in use does not
// offer, and then `npm ci` refuses the lock file everywhere. This adds what is missing: name and version from
// the package that asks for it, platform from the name. No integrity hash can be given for a package that was
// not seen; npm checks the ones it has. Pure: the lock file comes in and goes out as data.

export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Platform packages that some package asks for and the lock file does not hold, by their place in it. */
export function missingPlatforms(lock: LockFile): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  for (const parent of Object.values(lock.packages))
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`;
      const platform = platformOf(name);
      if (platform === undefined || Object.keys(lock.packages).some((known) => known.endsWith(place)))
        continue;
      const dev = parent.dev === true ? { dev: true } : {};
      missing[place] = inNpmOrder({ version, ...platform, ...dev, optional: true });
    }
  return missing;
}

export function withPlatforms<T extends LockFile>(lock: T): T {
  const entries = Object.entries({ ...lock.packages, ...missingPlatforms(lock) });
  // npm sorts the lock file in this manner; anything else would show as a change at the next install.
  return { ...lock, packages: Object.fromEntries(entries.toSorted(([a], [b]) => a.localeCompare(b, 'en'))) };
}

/** Undefined when the name does not end in a platform: then it is no platform package. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> | undefined {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  if (os === undefined || cpu === undefined) return undefined;
  if (os !== 'linux') return { os: [os], cpu: [cpu] };
  return { os: [os], cpu: [cpu], libc: [words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'] };
}

/** Version first, the rest by name, as npm writes it: nothing else changes at the next install. */
function inNpmOrder({ version, ...rest }: LockedPackage): LockedPackage {
  const sorted = Object.entries(rest).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...(version === undefined ? {} : { version }), ...Object.fromEntries(sorted) };
}
