import { openHospital } from './hospital.ts';

const h = await openHospital((process.argv[2] ?? 'with patients') as never);
console.log(h.address, h.setUpCode);
process.on('SIGTERM', () => void h.stop().then(() => process.exit(0)));
process.stdin.on('data', (d) => {
  const [n, ...t] = String(d).trim().split('|');
  void h.report(t.join('|'), n ?? 'X').then(() => console.log('reported'));
});
