/**
 * Whether bytes name a point that signatures can be verified with. OpenSSL imports any bytes as an Edwards key, and says
 * only with the first signature that they are none: too late for a passkey.
 */

interface EdwardsCurve {
  /** y in little-endian order; its uppermost bit is the sign of x. */
  readonly bytes: number;
  readonly prime: bigint;
  /** The curve is a·x² + y² = 1 + d·x²·y². */
  readonly a: bigint;
  readonly d: bigint;
  /** Points that this many doublings send to zero are of no order that a signature needs (the cofactor is two to it). */
  readonly doublings: number;
}

const p25519 = 2n ** 255n - 19n;
const p448 = 2n ** 448n - 2n ** 224n - 1n;

/** RFC 8032 sections 5.1 and 5.2. */
const curves = {
  ed25519: { bytes: 32, prime: p25519, a: -1n, d: divide(-121665n, 121666n, p25519), doublings: 3 },
  ed448: { bytes: 57, prime: p448, a: 1n, d: -39081n, doublings: 2 },
} as const satisfies Record<string, EdwardsCurve>;

/** False for an encoding that is not the one of a point, and for the few points under which anybody could sign. */
export function isEdwardsPoint(name: keyof typeof curves, encoded: Uint8Array): boolean {
  const { bytes, prime, a, d, doublings } = curves[name];
  if (encoded.length !== bytes) return false;
  const sign = 1n << BigInt(bytes * 8 - 1);
  const number = BigInt(`0x${Buffer.from(encoded).reverse().toString("hex")}`);
  const y = number % sign;
  if (y >= prime) return false;
  let yy = modulo(y * y, prime);
  let xx = divide(yy - 1n, d * yy - a, prime);
  if (xx === 0n ? number >= sign : power(xx, (prime - 1n) / 2n, prime) !== 1n) return false;
  for (let left = doublings; left > 0; left -= 1) {
    // Only the squares are needed: x₃² = 4·x²·y² / (a·x² + y²)², and y₃ = (y² − a·x²) / (2 − a·x² − y²).
    const sum = a * xx + yy;
    const doubledY = divide(yy - a * xx, 2n - sum, prime);
    if (doubledY === 1n) return false;
    xx = divide(4n * xx * yy, sum * sum, prime);
    yy = modulo(doubledY * doubledY, prime);
  }
  return true;
}

function divide(dividend: bigint, divisor: bigint, prime: bigint): bigint {
  return modulo(dividend * power(modulo(divisor, prime), prime - 2n, prime), prime);
}

function power(base: bigint, exponent: bigint, prime: bigint): bigint {
  let result = 1n;
  let square = modulo(base, prime);
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

function modulo(value: bigint, prime: bigint): bigint {
  const rest = value % prime;
  return rest < 0n ? rest + prime : rest;
}
