// Runs before every test file: the time zone a project promises must be the one in force, or the runs in
// other zones would prove nothing.

const promised = process.env['TZ'];
const inForce = new Intl.DateTimeFormat().resolvedOptions().timeZone;
if (promised === undefined || promised !== inForce)
  throw new Error(`Tests were to run in ${promised ?? 'a stated time zone'}, but run in ${inForce}`);
