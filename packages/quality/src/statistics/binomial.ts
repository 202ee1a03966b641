// The binomial distribution: chances and quantiles, exact by summing in logarithms.

/** Natural logarithm of n over k. */
function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

const exactUpTo = 256;
const logFactorials = new Float64Array(exactUpTo + 1);
for (let n = 2; n <= exactUpTo; n++) logFactorials[n] = (logFactorials[n - 1] ?? 0) + Math.log(n);

/** Stirling's series beyond the table: right to 12 digits there. */
function logFactorial(n: number): number {
  const listed = logFactorials[n];
  if (listed !== undefined) return listed;
  const inverse = 1 / n;
  return (
    n * Math.log(n) -
    n +
    0.5 * Math.log(2 * Math.PI * n) +
    inverse / 12 -
    inverse ** 3 / 360 +
    inverse ** 5 / 1260
  );
}

/** P(X = k) of n trials with chance p. */
export function binomialChance(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (p <= 0) return k === 0 ? 1 : 0;
  if (p >= 1) return k === n ? 1 : 0;
  return Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
}

/**
 * The first number that adds anything to a sum: all below it together are rarer than one in 10^30. Where hospitals are small that is
 * 0, so nothing is left out there.
 */
function firstThatCounts(n: number, p: number): number {
  return Math.max(0, Math.floor(n * p - 12 * Math.sqrt(n * p * (1 - p)) - 60));
}

/** P(X ≤ k). */
export function binomialUpTo(k: number, n: number, p: number): number {
  let sum = 0;
  for (let one = firstThatCounts(n, p); one <= Math.min(k, n); one++) sum += binomialChance(one, n, p);
  return Math.min(1, sum);
}

/** The smallest k with P(X ≤ k) ≥ q, as `qbinom` of R. */
export function binomialQuantile(q: number, n: number, p: number): number {
  let sum = 0;
  for (let k = firstThatCounts(n, p); k < n; k++) {
    sum += binomialChance(k, n, p);
    // The last digit of a sum of many must not push an exact boundary to the next number.
    if (sum >= q * (1 - 64 * Number.EPSILON)) return k;
  }
  return n;
}
